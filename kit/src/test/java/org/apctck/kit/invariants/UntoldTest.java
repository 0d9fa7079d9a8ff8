package org.apctck.kit.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apctck.kit.Traces;
import org.apctck.spec.api.Call;
import org.apctck.spec.program.Entry;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramCheck;
import org.apctck.spec.program.Routine;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceCheck;
import org.junit.jupiter.api.Test;

/** What the check of a trace against its program and the invariants leave open together. */
class UntoldTest {
    private static final Program PROGRAM = ProgramCheck.check(new Program(
            List.of(
                    new Program.CastThread("main", false),
                    new Program.CastThread("worker", false),
                    new Program.CastThread("helper", true)),
            List.of(),
            List.of(
                    new Routine("A", Routine.Kind.APC, List.of(Call.parse("SetLastError(5)")), 0),
                    new Routine("R", Routine.Kind.THREAD, List.of(Call.parse("Sleep(INFINITE)")), 0)),
            List.of(
                    on("worker", "SleepEx(INFINITE, TRUE)"),
                    on("main", "QueueUserAPC(A, worker, 1)"),
                    on("main", "t = CreateThread(NULL, 0, R, NULL, 0, &id)"),
                    new Entry.Race(Map.of(
                            "main", List.of(Call.parse("GetLastError()")),
                            "helper", List.of(Call.parse("GetCurrentThreadId()")))),
                    on("main", "ResumeThread(helper)"))));

    private static final List<Event> TRUTH = Traces.events(
            "worker calls SleepEx(INFINITE, TRUE)",
            "worker blocked SleepEx",
            "quiescent",
            "main calls QueueUserAPC(A, worker, 1)",
            "main returns nonzero",
            "worker begins A(1)",
            "worker calls SetLastError(5)",
            "worker returns void",
            "worker ends A",
            "worker returns WAIT_IO_COMPLETION",
            "quiescent",
            "main calls CreateThread(NULL, 0, R, NULL, 0, &id)",
            "main returns handle, id = id of t",
            "t starts R(0)",
            "t calls Sleep(INFINITE)",
            "t blocked Sleep",
            "quiescent",
            "main calls GetLastError()",
            "main returns 0",
            "quiescent",
            "main calls ResumeThread(helper)",
            "main returns 1",
            "helper resumed",
            "helper starts",
            "helper calls GetCurrentThreadId()",
            "helper returns id of helper",
            "quiescent");

    private static Entry on(String thread, String call) {
        return new Entry.CallOn(thread, Call.parse(call), false, false);
    }

    private static boolean isNoticed(List<Event> events) {
        Trace trace = Trace.of(events, org.apctck.spec.trace.TraceStatus.COMPLETED, "");
        return TraceCheck.problem(PROGRAM, trace).isPresent()
                || !Invariants.breaches(PROGRAM, trace).isEmpty();
    }

    @Test
    void theTruthIsAccepted() {
        assertThat(isNoticed(TRUTH)).isFalse();
    }

    /** A wait that never returns is as possible as one that does: the table of the scenario and the model decide. */
    @Test
    void noEventIsMissedButTheEndOfAWaitAndThatAThreadWasResumed() {
        List<String> unnoticed = new ArrayList<>();
        for (int i = 0; i < TRUTH.size(); i++) {
            List<Event> events = new ArrayList<>(TRUTH);
            events.remove(i);
            if (!isNoticed(events)) {
                unnoticed.add(TRUTH.get(i).toString());
            }
        }

        assertThat(unnoticed).containsExactly("worker returns WAIT_IO_COMPLETION", "helper resumed");
    }

    @Test
    void noEventCanBeToldTwiceButThatAThreadWasResumedOrSeenBlocked() {
        List<String> unnoticed = new ArrayList<>();
        for (int i = 0; i < TRUTH.size(); i++) {
            List<Event> events = new ArrayList<>(TRUTH);
            events.add(i, TRUTH.get(i));
            if (!isNoticed(events)) {
                unnoticed.add(TRUTH.get(i).toString());
            }
        }

        assertThat(unnoticed).containsExactly("worker blocked SleepEx", "t blocked Sleep", "helper resumed");
    }

    /**
     * Neighbours of two threads may change places, for no order is claimed between them. That a wait returned before the
     * program was quiescent, after it was seen blocked, only the model can tell.
     */
    @Test
    void noTwoNeighboursOfOneThreadCanChangePlaces() {
        List<String> unnoticed = new ArrayList<>();
        for (int i = 0; i + 1 < TRUTH.size(); i++) {
            List<Event> events = new ArrayList<>(TRUTH);
            events.set(i, TRUTH.get(i + 1));
            events.set(i + 1, TRUTH.get(i));
            if (!isNoticed(events)) {
                unnoticed.add(TRUTH.get(i) + " | " + TRUTH.get(i + 1));
            }
        }

        assertThat(unnoticed)
                .containsExactly(
                        "main returns nonzero | worker begins A(1)",
                        "worker returns WAIT_IO_COMPLETION | quiescent",
                        "main returns handle, id = id of t | t starts R(0)",
                        "main returns 1 | helper resumed",
                        "helper resumed | helper starts");
    }
}
