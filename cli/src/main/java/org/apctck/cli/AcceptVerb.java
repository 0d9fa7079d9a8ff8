package org.apctck.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apctck.kit.ExitStatus;
import org.apctck.kit.record.StoredTrace;
import org.apctck.kit.record.StoredTraces;
import org.apctck.reference.model.Acceptance;
import org.apctck.reference.model.Acceptor;
import org.apctck.spec.Program;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code accept}: whether the model could have produced a stored trace. */
@Command(
        name = "accept",
        description = {
            "Says of a stored trace whether the model could have produced it.",
            "A rejected one is shown with the event that cannot be and with what the model allows there."
        },
        footer = {
            "",
            "Exit status: 0 accepted, 1 rejected, 2 bad input, 5 stopped at the bound.",
            "",
            "Examples:",
            "  ./apctck exec docs/examples/hello-apc.json --target winpr > hello.trace",
            "  ./apctck accept hello.trace",
        })
final class AcceptVerb implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "TRACE",
            description = "A file with one trace or several, as exec prints them (JSON lines).")
    private Path file = Path.of("");

    @Option(
            names = "--program",
            paramLabel = "PROGRAM",
            description = "The program file, or the id of the scenario, if the trace does not say it.")
    private @Nullable String program;

    @Option(
            names = "--bound",
            paramLabel = "N",
            description = "Give up at an event at which the target could be in more than N states, with exit status 5"
                    + " (default: ${DEFAULT-VALUE}).")
    private int bound = Acceptor.STATES_MAX;

    @Mixin
    private Format.Choice format;

    AcceptVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (bound < 1) {
            throw CommandException.usage("--bound " + bound + ": must be 1 or more");
        }
        Program given = program == null ? null : ProgramSource.of(program).program();
        List<Accepted> traces = StoredTraces.read(file, given).stream()
                .map(stored -> new Accepted(stored, accept(stored)))
                .toList();
        Acceptances report = new Acceptances(file.toString(), traces, bound);
        format.print(report, console);
        return traces.stream()
                .map(trace -> status(trace.acceptance()))
                .reduce(ExitStatus.OK, ExitStatus::and)
                .code();
    }

    /**
     * A stored trace and what the model says of it.
     */
    record Accepted(StoredTrace stored, Acceptance acceptance) {}

    private Acceptance accept(StoredTrace stored) {
        return new Acceptor(stored.program(), bound).accept(stored.trace());
    }

    private static ExitStatus status(Acceptance acceptance) {
        return switch (acceptance.status()) {
            case ACCEPTED -> ExitStatus.OK;
            case REJECTED -> ExitStatus.UNEXPECTED;
            case BOUNDED -> ExitStatus.INCONCLUSIVE;
        };
    }
}
