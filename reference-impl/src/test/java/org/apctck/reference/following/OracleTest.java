package org.apctck.reference.following;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apctck.reference.fault.Suspects;
import org.apctck.reference.search.Explorer;
import org.apctck.spec.Objection;
import org.apctck.spec.program.Program;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.trace.Trace;
import org.junit.jupiter.api.Test;

/** One target under one way to read the documentation. */
class OracleTest {
    private static final Program TIE = new Draft("main", "worker")
            .signaledEvent("E")
            .call("main", "QueueUserAPC(A, worker, 1)")
            .call("worker", "WaitForSingleObjectEx(E, INFINITE, TRUE)")
            .program();
    private static final Program SIGNAL = new Draft("main", "worker")
            .autoResetEvent("E")
            .signaledEvent("F")
            .race("main", "QueueUserAPC(A, worker, 1)", "worker", "SignalObjectAndWait(E, F, INFINITE, FALSE)")
            .program();
    private static final Trace OBJECT_FIRST = queued().see(
                    "worker calls WaitForSingleObjectEx(E, INFINITE, TRUE)",
                    "worker returns WAIT_OBJECT_0",
                    "quiescent")
            .trace();
    private static final Trace APC_FIRST = queued().see(
                    "worker calls WaitForSingleObjectEx(E, INFINITE, TRUE)", "worker begins A(1)", "worker ends A")
            .see("worker returns WAIT_IO_COMPLETION", "quiescent")
            .trace();

    private static final Program LATE = new Draft("main", "worker", "helper")
            .autoResetEvent("E")
            .call("worker", "WaitForSingleObjectEx(E, INFINITE, TRUE)")
            .race("main", "QueueUserAPC(A, worker, 1)", "helper", "SetEvent(E)")
            .program();
    private static final Program WAKE = new Draft("main", "worker")
            .autoResetEvent("E")
            .call("worker", "WaitForSingleObjectEx(E, INFINITE, TRUE)")
            .call("main", "QueueUserAPC(A, worker, 1)")
            .program();
    private static final Trace OBJECT_OVERTAKES =
            raced().see("worker returns WAIT_OBJECT_0", "quiescent").trace();

    private final Oracle oracle = new Oracle();

    @Test
    void inDoubtATargetHasBrokenNoMoreThanARecommendation() {
        Oracle knowing = new Oracle(Suspects.of(Catalogue.load()));

        List<Objection> late = knowing.examine("late", "", LATE, OBJECT_OVERTAKES);
        List<Objection> unknown = oracle.examine("late", "", LATE, OBJECT_OVERTAKES);

        assertThat(late).extracting(Objection::rule).containsExactly("DELIVER-FIRST-CAUSE-1");
        assertThat(late.get(0).reason()).endsWith(", as with the fault WOKEN-LATE");
        assertThat(unknown).extracting(Objection::rule).containsExactly("");
    }

    @Test
    void whoDoesNotGoOnWhereItMustBreaksMoreThanARecommendation() {
        Trace asleep = new Sightings()
                .see("worker calls WaitForSingleObjectEx(E, INFINITE, TRUE)", "worker blocked WaitForSingleObjectEx")
                .see("quiescent", "main calls QueueUserAPC(A, worker, 1)", "main returns nonzero", "quiescent")
                .trace();

        assertThat(new Oracle(Suspects.of(Catalogue.load())).examine("asleep", "", WAKE, asleep))
                .extracting(Objection::rule)
                .containsExactly("DELIVER-WAKE-1");
    }

    @Test
    void aTargetMayFollowEitherReadingButNotBoth() {
        List<Objection> first = oracle.examine("one", "", TIE, OBJECT_FIRST);
        List<Objection> again = oracle.examine("one again", "", TIE, OBJECT_FIRST);
        List<Objection> other = oracle.examine("two", "", TIE, APC_FIRST);

        assertThat(first).isEmpty();
        assertThat(again).isEmpty();
        assertThat(other).hasSize(1);
        assertThat(other.get(0).event()).isEqualTo(-1);
        assertThat(other.get(0).reason())
                .isEqualTo("it needs the reading APC-BEFORE-SIGNALED-OBJECT: apc-first, but one needs the other");
        assertThat(other.get(0).allowed()).containsExactly("APC-BEFORE-SIGNALED-OBJECT: object-first, as one needs");
        assertThat(oracle.left()).hasToString("APC-BEFORE-SIGNALED-OBJECT: object-first");
    }

    @Test
    void aTraceThatContradictsTheOthersChangesNothingForThoseAfterIt() {
        oracle.examine("one", "", TIE, OBJECT_FIRST);
        oracle.examine("two", "", TIE, APC_FIRST);

        assertThat(oracle.examine("three", "", TIE, OBJECT_FIRST)).isEmpty();
    }

    @Test
    void aReadingThatMakesNoDifferenceIsNotNeeded() {
        Trace trace = new Sightings()
                .see("main calls QueueUserAPC(A, worker, 1)", "worker calls SignalObjectAndWait(E, F, INFINITE, FALSE)")
                .see("worker returns WAIT_OBJECT_0", "main returns nonzero", "quiescent")
                .trace();

        assertThat(oracle.examine("one", "", SIGNAL, trace)).isEmpty();
        assertThat(oracle.left()).isEqualTo(ReadingSet.ALL);
    }

    @Test
    void theModelItselfTakesEveryReading() {
        for (Trace trace : Explorer.explore(TIE).traces()) {
            assertThat(oracle.examine(String.valueOf(trace.schedule()), "", TIE, trace))
                    .isEmpty();
        }
        assertThat(oracle.left()).isEqualTo(ReadingSet.ALL);
    }

    @Test
    void whatCannotBeIsRefusedUnderEveryReading() {
        Trace trace = queued().see(
                        "worker calls WaitForSingleObjectEx(E, INFINITE, TRUE)",
                        "worker returns WAIT_TIMEOUT",
                        "quiescent")
                .trace();

        assertThat(oracle.examine("one", "", TIE, trace).get(0).allowed())
                .containsExactlyInAnyOrder("worker begins A(1)", "worker returns WAIT_OBJECT_0");
    }

    /** A thread is blocked, an APC is queued to it, and then its event is set. */
    private static Sightings raced() {
        return new Sightings()
                .see("worker calls WaitForSingleObjectEx(E, INFINITE, TRUE)", "worker blocked WaitForSingleObjectEx")
                .see("quiescent", "main calls QueueUserAPC(A, worker, 1)", "main returns nonzero")
                .see("helper calls SetEvent(E)", "helper returns TRUE");
    }

    private static Sightings queued() {
        return new Sightings().see("main calls QueueUserAPC(A, worker, 1)", "main returns nonzero", "quiescent");
    }
}
