package org.apctck.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code apctck}: one verb a subcommand. */
@Command(
        name = "apctck",
        description = "Tells which of Windows' documented APC rules an implementation keeps.",
        mixinStandardHelpOptions = true,
        subcommands = HelpCommand.class)
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    private Main() {}

    /**
     * Runs a verb and ends the process with its exit status.
     *
     * @param args the verb and its arguments
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which verb? See apctck --help");
    }
}
