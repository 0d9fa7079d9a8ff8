package org.apctck.cli.program;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apctck.cli.console.CommandException;
import org.apctck.cli.console.Console;
import org.apctck.cli.console.Format;
import org.apctck.kit.ExitStatus;
import org.apctck.kit.record.StoredTrace;
import org.apctck.kit.record.StoredTraces;
import org.apctck.reference.fault.Suspects;
import org.apctck.reference.following.Acceptance;
import org.apctck.reference.following.Acceptor;
import org.apctck.reference.following.Diagnosis;
import org.apctck.reference.following.Refusal;
import org.apctck.reference.following.Suspect;
import org.apctck.spec.program.Program;
import org.apctck.spec.rules.Catalogue;
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
            "A rejected one is shown with the event that cannot be, with what the model allows there, and with the rule that it",
            "rests on, if one is known."
        },
        footer = {
            "",
            "Exit status: 0 accepted, 1 rejected, 2 bad input, 5 stopped at the bound. What --past passes over rejects nothing.",
            "",
            "Examples:",
            "  ./apctck exec docs/examples/hello-apc.json --target winpr > hello.trace",
            "  ./apctck accept hello.trace",
            "  ./apctck accept hello.trace --past 1   # the first objection is known: is there another one?",
        })
public final class AcceptVerb implements Callable<Integer> {
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

    @Option(
            names = "--past",
            paramLabel = "N",
            description = "Pass over the first N objections of each trace, and go on behind them.")
    private int past;

    @Mixin
    private Format.Choice format;

    public AcceptVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (bound < 1) {
            throw CommandException.usage("--bound " + bound + ": must be 1 or more");
        }
        if (past < 0) {
            throw CommandException.usage("--past " + past + ": must be 0 or more");
        }
        List<Suspect> suspects = Suspects.of(Catalogue.load());
        Program given = program == null ? null : ProgramSource.of(program).program();
        List<Accepted> traces = StoredTraces.read(file, given).stream()
                .map(stored -> new Accepted(stored, finding(stored, suspects), past))
                .toList();
        Acceptances report = new Acceptances(file.toString(), traces, bound);
        format.print(report, console);
        return traces.stream()
                .map(Accepted::exit)
                .reduce(ExitStatus.OK, ExitStatus::and)
                .code();
    }

    private Diagnosis.Finding finding(StoredTrace stored, List<Suspect> suspects) {
        return new Diagnosis(stored.program(), suspects, bound).of(stored.trace(), "", past + 1);
    }

    /**
     * A stored trace and what the model says of it.
     *
     * @param past how many refusals are passed over
     */
    record Accepted(StoredTrace stored, Diagnosis.Finding finding, int past) {
        Acceptance acceptance() {
            return finding.acceptance();
        }

        /** Those that are passed over. */
        List<Refusal> passed() {
            return finding.refusals()
                    .subList(0, Math.min(past, finding.refusals().size()));
        }

        /** The one that rejects the trace; null if there is none. */
        @Nullable
        Refusal refusal() {
            return finding.refusals().size() > past ? finding.refusals().get(past) : null;
        }

        /** Whether nothing is said of what comes behind the last refusal that is passed over. */
        boolean isCutShort() {
            return acceptance().status() == Acceptance.Status.REJECTED && refusal() == null && !finding.isFollowed();
        }

        ExitStatus exit() {
            if (acceptance().status() == Acceptance.Status.BOUNDED) {
                return ExitStatus.INCONCLUSIVE;
            }
            return refusal() == null && !isCutShort() ? ExitStatus.OK : ExitStatus.UNEXPECTED;
        }
    }
}
