package org.apctck.cli.program;

import java.util.concurrent.Callable;
import org.apctck.cli.console.CommandException;
import org.apctck.cli.console.Console;
import org.apctck.cli.console.Format;
import org.apctck.cli.console.ProgressBar;
import org.apctck.cli.console.ProgressLine;
import org.apctck.kit.ExitStatus;
import org.apctck.reference.search.Exploration;
import org.apctck.reference.search.Explorer;
import org.apctck.spec.format.Count;
import org.apctck.spec.program.ProgramException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explore}: every outcome that the model allows for a program. */
@Command(
        name = "explore",
        description = "Prints the allowed outcomes of a program, a replayable schedule for each.",
        footer = {
            "",
            "Examples:",
            "  ./apctck explore docs/examples/race-3x4.json",
            "  ./apctck exec docs/examples/race-3x4.json --schedule 1.2.1",
        })
public final class ExploreVerb implements Callable<Integer> {
    /** A look at the clock costs as much as some steps of the model. */
    private static final int STATES_A_LOOK = 256;

    private final Console console;

    @Parameters(
            paramLabel = "PROGRAM",
            description = "A program file (JSON), the id of a scenario, or generated/SEED/NUMBER.")
    private String program = "";

    @Option(
            names = "--bound",
            paramLabel = "N",
            description = "Stop after N branching states, bounded and with exit status 5 (default: ${DEFAULT-VALUE}).")
    private long bound = Explorer.STATES_MAX;

    @Option(
            names = "--no-dedup",
            description = "Enter states that were seen before: slower, and the outcomes are the same.")
    private boolean noDedup;

    @Option(names = "--all", description = "Print every outcome as text, not only the first " + Outcomes.SHOWN + ".")
    private boolean all;

    @Option(names = "--quiet", description = "Say nothing of the progress.")
    private boolean quiet;

    @Mixin
    private Format.Choice format;

    public ExploreVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (bound < 1) {
            throw CommandException.usage("--bound " + bound + ": must be 1 or more");
        }
        ProgramSource source = ProgramSource.of(program);
        long began = System.nanoTime();
        Exploration exploration = explore(source);
        double seconds = (System.nanoTime() - began) / 1e9;
        Outcomes outcomes = new Outcomes(source.name(), exploration, seconds);
        switch (format.format()) {
            case TEXT -> outcomes.text(console, all);
            case JSON -> outcomes.json(console);
            case MARKDOWN -> outcomes.markdown(console, all);
        }
        return (exploration.isComplete() ? ExitStatus.OK : ExitStatus.INCONCLUSIVE).code();
    }

    private Exploration explore(ProgramSource source) {
        ProgressLine progress = new ProgressLine(console, quiet);
        try {
            return Explorer.explore(source.program(), bound, !noDedup, (states, outcomes) -> {
                if (states % STATES_A_LOOK == 0) {
                    progress.show(ProgressBar.counting(
                            source.name(), Count.of(states, "branching state") + ", " + Count.of(outcomes, "outcome")));
                }
            });
        } catch (ProgramException e) {
            throw source.inError(e);
        } finally {
            progress.end();
        }
    }
}
