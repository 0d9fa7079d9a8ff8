package org.apctck.cli.target;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apctck.cli.console.CommandException;
import org.apctck.cli.console.Console;
import org.apctck.jna.wine.WineSetup;
import org.apctck.spec.TargetUnavailableException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code setup}: makes a target possible on this machine. */
@Command(
        name = "setup",
        description = {
            "Makes a target possible on this machine.",
            "wine: installs Wine and MinGW (apt-get, as root), fetches a Java runtime for Windows (pip), makes a Wine prefix."
        },
        footer = {"", "Example:", "  ./apctck setup wine"})
public final class SetupVerb implements Callable<Integer> {
    private static final String WINE = "wine";

    private final Console console;

    @Parameters(paramLabel = "TARGET", description = "The target: wine.")
    private String target = "";

    @Option(
            names = "--jre",
            paramLabel = "DIR",
            description =
                    "A Java runtime for Windows (x64, 17 or newer), of which a copy is made; otherwise one is fetched.")
    private @Nullable Path jre;

    @Option(names = "--again", description = "Make anew what is there already.")
    private boolean again;

    public SetupVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws TargetUnavailableException, InterruptedException {
        if (!target.equals(WINE)) {
            throw CommandException.usage("there is nothing to set up for " + target + "; known is " + WINE);
        }
        WineSetup.ofProcess(Optional.ofNullable(jre), console::say).run(again || jre != null);
        return 0;
    }
}
