package org.apctck.reference.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apctck.reference.fault.Recommendations;
import org.apctck.spec.Program;
import org.apctck.spec.Trace;
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
    private static final Trace OBJECT_OVERTAKES =
            raced().see("worker returns WAIT_OBJECT_0", "quiescent").trace();

    private final Oracle oracle = new Oracle();

    @Test
    void aTraceThatBreaksOneRecommendedRuleAloneIsHeldAgainstThat() {
        Oracle knowing = Recommendations.oracle();

        Optional<Refusal> late = knowing.examine("late", LATE, OBJECT_OVERTAKES);
        Optional<Refusal> unknown = oracle.examine("late", LATE, OBJECT_OVERTAKES);

        assertThat(late)
                .hasValueSatisfying(refusal -> assertThat(refusal.rule()).isEqualTo("DELIVER-FIRST-CAUSE-1"));
        assertThat(unknown)
                .hasValueSatisfying(refusal -> assertThat(refusal.rule()).isEmpty());
        assertThat(late.map(Refusal::reason)).isEqualTo(unknown.map(Refusal::reason));
    }

    @Test
    void whatNoRecommendationExplainsIsHeldAgainstNoneOfThem() {
        Trace both = raced().see("worker begins A(1)", "worker ends A", "worker returns WAIT_OBJECT_0", "quiescent")
                .trace();
        Trace asleep = new Sightings()
                .see("worker calls WaitForSingleObjectEx(E, INFINITE, TRUE)", "worker blocked WaitForSingleObjectEx")
                .see("quiescent", "main calls QueueUserAPC(A, worker, 1)", "main returns nonzero", "quiescent")
                .trace();

        assertThat(Recommendations.oracle().examine("both", LATE, both))
                .hasValueSatisfying(refusal -> assertThat(refusal.rule()).isEmpty());
        assertThat(Recommendations.oracle().examine("asleep", LATE, asleep))
                .hasValueSatisfying(refusal -> assertThat(refusal.rule()).isEmpty());
    }

    @Test
    void aTargetMayFollowEitherReadingButNotBoth() {
        Optional<Refusal> first = oracle.examine("one", TIE, OBJECT_FIRST);
        Optional<Refusal> again = oracle.examine("one again", TIE, OBJECT_FIRST);
        Optional<Refusal> other = oracle.examine("two", TIE, APC_FIRST);

        assertThat(first).isEmpty();
        assertThat(again).isEmpty();
        assertThat(other).isPresent();
        assertThat(other.get().event()).isEqualTo(-1);
        assertThat(other.get().reason())
                .isEqualTo("it needs the reading APC-BEFORE-SIGNALED-OBJECT: apc-first, but one needs the other");
        assertThat(other.get().allowed()).containsExactly("APC-BEFORE-SIGNALED-OBJECT: object-first, as one needs");
        assertThat(oracle.left()).hasToString("APC-BEFORE-SIGNALED-OBJECT: object-first");
    }

    @Test
    void aTraceThatContradictsTheOthersChangesNothingForThoseAfterIt() {
        oracle.examine("one", TIE, OBJECT_FIRST);
        oracle.examine("two", TIE, APC_FIRST);

        assertThat(oracle.examine("three", TIE, OBJECT_FIRST)).isEmpty();
    }

    @Test
    void aReadingThatMakesNoDifferenceIsNotNeeded() {
        Trace trace = new Sightings()
                .see("main calls QueueUserAPC(A, worker, 1)", "worker calls SignalObjectAndWait(E, F, INFINITE, FALSE)")
                .see("worker returns WAIT_OBJECT_0", "main returns nonzero", "quiescent")
                .trace();

        assertThat(oracle.examine("one", SIGNAL, trace)).isEmpty();
        assertThat(oracle.left()).isEqualTo(ReadingSet.ALL);
    }

    @Test
    void theModelItselfTakesEveryReading() {
        for (Trace trace : Explorer.explore(TIE).traces()) {
            assertThat(oracle.examine(String.valueOf(trace.schedule()), TIE, trace))
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

        assertThat(oracle.examine("one", TIE, trace).map(Refusal::allowed).orElseThrow())
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
