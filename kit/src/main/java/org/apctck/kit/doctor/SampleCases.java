package org.apctck.kit.doctor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apctck.kit.Case;
import org.apctck.kit.Check;
import org.apctck.kit.Expected;
import org.apctck.spec.api.Call;
import org.apctck.spec.program.Entry;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.Program.CastThread;
import org.apctck.spec.program.Routine;
import org.apctck.spec.rules.Rule;
import org.apctck.spec.trace.EventKind;

/** The cases of an examination: small ones that any implementation passes, and what they are judged as. */
final class SampleCases {
    /** How many calls the large program makes: its text and its events are longer than any pipe holds. */
    static final int LARGE_CALLS = 4000;

    private static final int LONG_REQUEST_CALLS = 60_000;

    /** The cases are about no rule of the catalogue. */
    static final Rule RULE = new Rule(
            "DOCTOR-1",
            "DOCTOR",
            "An agent tells what happened",
            Rule.Level.REQUIRED,
            "",
            "",
            List.of(),
            List.of(),
            Rule.Testable.YES,
            "",
            "DOCTOR-1",
            "",
            List.of(),
            List.of());

    private SampleCases() {}

    /**
     * An APC runs in an alertable wait.
     *
     * @param data its argument, so that two runs differ
     * @param result what the wait is expected to return
     */
    static Case apc(int data, String result) {
        return scenario(
                List.of(),
                "QueueUserAPC(A, worker, " + data + ")",
                "SleepEx(INFINITE, TRUE)",
                List.of(
                        new Expected(EventKind.CALLS, "SleepEx"),
                        new Expected(EventKind.BEGINS, "A(" + data + ")"),
                        new Expected(EventKind.ENDS, "A"),
                        new Expected(EventKind.RETURNS, result)));
    }

    /** An APC makes {@value #LARGE_CALLS} calls. */
    static Case large() {
        List<Expected> expected = new ArrayList<>();
        expected.add(new Expected(EventKind.CALLS, "SleepEx(INFINITE, TRUE)"));
        expected.add(new Expected(EventKind.BEGINS, "A"));
        for (int i = 0; i < LARGE_CALLS; i++) {
            expected.add(new Expected(EventKind.CALLS, "SleepEx(0, FALSE)"));
            expected.add(new Expected(EventKind.RETURNS, "0"));
        }
        expected.add(new Expected(EventKind.ENDS, "A"));
        expected.add(new Expected(EventKind.RETURNS, "WAIT_IO_COMPLETION"));
        List<Call> body = Collections.nCopies(LARGE_CALLS, Call.parse("SleepEx(0, FALSE)"));
        Routine routine = new Routine("A", Routine.Kind.APC, body, 0);
        return scenario(List.of(routine), "QueueUserAPC(A, worker, 0)", "SleepEx(INFINITE, TRUE)", expected);
    }

    /** {@link #apc} beside a routine that nobody calls, so that the request alone is longer than 1 MiB. */
    static Case longRequest() {
        List<Call> body = Collections.nCopies(LONG_REQUEST_CALLS, Call.parse("SleepEx(0, FALSE)"));
        return scenario(
                List.of(new Routine("Unused", Routine.Kind.APC, body, 0)),
                "QueueUserAPC(A, worker, 0)",
                "SleepEx(INFINITE, TRUE)",
                List.of(
                        new Expected(EventKind.CALLS, "SleepEx"),
                        new Expected(EventKind.BEGINS, "A(0)"),
                        new Expected(EventKind.ENDS, "A"),
                        new Expected(EventKind.RETURNS, "WAIT_IO_COMPLETION")));
    }

    private static Case scenario(List<Routine> routines, String mainCall, String workerCall, List<Expected> expected) {
        Program program = new Program(
                List.of(new CastThread("main", false), new CastThread("worker", false)),
                List.of(),
                routines,
                List.of(
                        new Entry.CallOn("main", Call.parse(mainCall), false, false),
                        new Entry.CallOn("worker", Call.parse(workerCall), false, false)));
        return new Case(
                "DOCTOR-1/sample",
                RULE.id(),
                "sample",
                "doctor",
                0,
                "",
                program,
                List.of(new Check.Exactly("worker", expected, 0)));
    }
}
