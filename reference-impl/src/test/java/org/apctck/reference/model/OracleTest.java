package org.apctck.reference.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
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

    private final Oracle oracle = new Oracle();

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

    private static Sightings queued() {
        return new Sightings().see("main calls QueueUserAPC(A, worker, 1)", "main returns nonzero", "quiescent");
    }
}
