package org.apctck.cli;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apctck.cli.catalogue.LintVerb;
import org.apctck.cli.catalogue.RulesVerb;
import org.apctck.cli.console.Console;
import org.apctck.cli.console.ErrorLine;
import org.apctck.cli.diff.DiffVerb;
import org.apctck.cli.faults.FaultsVerb;
import org.apctck.cli.nightly.NightlyVerb;
import org.apctck.cli.program.AcceptVerb;
import org.apctck.cli.program.ExecVerb;
import org.apctck.cli.program.ExploreVerb;
import org.apctck.cli.results.ExpectationsVerb;
import org.apctck.cli.results.ReportVerb;
import org.apctck.cli.run.RunVerb;
import org.apctck.cli.target.DoctorVerb;
import org.apctck.cli.target.SetupVerb;
import org.apctck.cli.target.TargetsVerb;
import org.apctck.kit.ExitStatus;
import org.apctck.kit.Kit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code apctck}: one verb a subcommand. */
@Command(
        name = "apctck",
        description = "Tells which of Windows' documented APC rules an implementation keeps.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        footer = {
            "",
            "Exit status, the first that holds:",
            "  4  the kit is at fault",
            "  2  wrong usage, or an input file that cannot be used",
            "  3  a target cannot start, or its agent breaks the protocol",
            "  1  unexpected results",
            "  6  not everything was run",
            "  5  something is inconclusive",
            "  0  all is as expected"
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Print a stack trace with an error.")
    private boolean verbose;

    private Main() {}

    /**
     * Runs a verb and ends the process with its exit status.
     *
     * @param args the verb and its arguments
     */
    public static void main(String[] args) {
        System.exit(run(Console.ofProcess(), args));
    }

    /** Runs a verb and gives its exit status. */
    static int run(Console console, String... args) {
        Main main = new Main();
        CommandLine command = new CommandLine(main);
        verbs(console, args)
                .forEach(verb -> command.addSubcommand(verb.name(), verb.maker().get()));
        command.setExpandAtFiles(false)
                .setOut(console.out())
                .setErr(console.err())
                .setParameterExceptionHandler(
                        (problem, all) -> ErrorLine.of(problem).report(console, main.verbose))
                .setExecutionExceptionHandler(
                        (problem, verb, parsed) -> ErrorLine.of(problem).report(console, main.verbose));
        command.getSubcommands().values().stream()
                .filter(verb -> !(verb.getCommand() instanceof HelpCommand))
                .flatMap(verb -> Stream.concat(Stream.of(verb), verb.getSubcommands().values().stream()))
                .forEach(verb -> verb.getCommandSpec().addOption(help()));
        int status = command.execute(args);
        console.flush();
        if (console.isWhole()) {
            return status;
        }
        console.say("apctck: the output cannot be written; is the disk full?");
        return status == ExitStatus.FAULT.code() ? status : ExitStatus.USAGE.code();
    }

    /** The verb that is meant, alone: to build one takes longer than many look-ups. All of them where none is named. */
    private static List<Verb> verbs(Console console, String... args) {
        List<Verb> all = List.of(
                new Verb("run", () -> new CommandLine(new RunVerb(console))),
                new Verb("exec", () -> new CommandLine(new ExecVerb(console))),
                new Verb("explore", () -> new CommandLine(new ExploreVerb(console))),
                new Verb("accept", () -> new CommandLine(new AcceptVerb(console))),
                new Verb("diff", () -> new CommandLine(new DiffVerb(console))),
                new Verb("report", () -> new CommandLine(new ReportVerb(console))),
                new Verb("nightly", () -> new CommandLine(new NightlyVerb(console))),
                new Verb(
                        "expectations",
                        () -> new CommandLine(new ExpectationsVerb())
                                .addSubcommand(new ExpectationsVerb.Update(console))),
                new Verb("targets", () -> new CommandLine(new TargetsVerb(console))),
                new Verb("rules", () -> new CommandLine(new RulesVerb(console))),
                new Verb("faults", () -> new CommandLine(new FaultsVerb(console))),
                new Verb("lint", () -> new CommandLine(new LintVerb(console))),
                new Verb("doctor", () -> new CommandLine(new DoctorVerb(console))),
                new Verb("setup", () -> new CommandLine(new SetupVerb(console))),
                new Verb("help", () -> new CommandLine(new HelpCommand())));
        String first =
                Stream.of(args).filter(arg -> !arg.startsWith("-")).findFirst().orElse("");
        List<Verb> meant = all.stream()
                .filter(verb -> verb.name().equals(first) && !first.equals("help"))
                .toList();
        return meant.isEmpty() ? all : meant;
    }

    private record Verb(String name, Supplier<CommandLine> maker) {}

    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which verb? see ./apctck --help");
    }

    /** The version of the kit, for {@code --version}. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "apctck " + Kit.version(), "Java " + Objects.requireNonNull(System.getProperty("java.version"))
            };
        }
    }
}
