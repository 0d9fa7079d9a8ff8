package org.apctck.reference.following;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apctck.reference.following.Acceptance.Status;
import org.apctck.reference.search.Explorer;
import org.apctck.reference.search.Simulation;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.junit.jupiter.api.Test;

/** What the acceptor says of traces that somebody made up or tampered with. */
class AcceptorTest {
    private static final Program DRAIN = new Draft("main", "worker", "helper")
            .autoResetEvent("E")
            .call("main", "QueueUserAPC(A, worker, 1)")
            .call("main", "QueueUserAPC(B, worker, 2)")
            .call("helper", "WaitForSingleObjectEx(E, INFINITE, TRUE)")
            .call("worker", "SleepEx(INFINITE, TRUE)")
            .call("main", "ResetEvent(E)")
            .program();
    private static final Program SLEEP = new Draft("main", "worker")
            .call("worker", "SleepEx(50, TRUE)")
            .elapse(100)
            .program();
    private static final Program WAKE = new Draft("main", "worker")
            .call("worker", "SleepEx(INFINITE, TRUE)")
            .call("main", "QueueUserAPC(A, worker, 1)")
            .program();
    private static final Program LOOP = new Draft("main", "worker")
            .call("main", "QueueUserAPC(A, worker, 1)")
            .call("worker", "SleepEx(0, TRUE) while it returns WAIT_IO_COMPLETION, at most 3 times")
            .program();
    private static final Program RACE = new Draft("main", "worker")
            .autoResetEvent("E")
            .race("main", "SetEvent(E)", "worker", "WaitForSingleObject(E, 0)")
            .program();

    @Test
    void whatTheModelDoesIsAccepted() {
        assertThat(new Acceptor(DRAIN).accept(Simulation.run(DRAIN)).status()).isEqualTo(Status.ACCEPTED);
        assertThat(new Acceptor(SLEEP).accept(Simulation.run(SLEEP)).status()).isEqualTo(Status.ACCEPTED);
        assertThat(new Acceptor(WAKE).accept(Simulation.run(WAKE)).whole()).isTrue();
    }

    @Test
    void aLoopIsMadeAgainAndNotOnceMore() {
        Trace trace = Simulation.run(LOOP);
        int last = new Sightings(trace).indexOf("worker returns 0");

        assertThat(new Acceptor(LOOP).accept(trace).whole()).isTrue();
        Refusal early =
                refusal(LOOP, new Sightings(trace).drop(last).drop(last - 1).trace());
        assertThat(early.allowed()).containsExactly("worker can go on: worker calls SleepEx(0, TRUE)");
        Refusal late = refusal(
                LOOP,
                new Sightings(trace)
                        .insert(last + 1, "worker calls SleepEx(0, TRUE)")
                        .trace());
        assertThat(late.event()).isEqualTo(last + 1);
        assertThat(late.reason()).isEqualTo("`worker calls SleepEx(0, TRUE)` cannot happen here");
    }

    @Test
    void aDroppedEventIsMissedAtTheNextOneOfItsThread() {
        Sightings seen = drain();
        int next = seen.indexOf("worker begins B(2)");

        Refusal refusal = refusal(DRAIN, seen.drop(next - 1).trace());

        assertThat(refusal.event()).isEqualTo(next - 1);
        assertThat(refusal.reason()).isEqualTo("`worker begins B(2)` cannot happen here");
        assertThat(refusal.allowed()).containsExactly("worker ends A");
    }

    @Test
    void twoEventsOfOneThreadCannotBeSwapped() {
        Sightings seen = drain();
        int begins = seen.indexOf("worker begins A(1)");

        Refusal refusal = refusal(DRAIN, seen.swap(begins, begins + 1).trace());

        assertThat(refusal.event()).isEqualTo(begins);
        assertThat(refusal.allowed()).containsExactly("worker begins A(1)");
    }

    @Test
    void aValueCannotBeAnother() {
        Sightings seen = drain();
        int returns = seen.indexOf("worker returns WAIT_IO_COMPLETION");

        Refusal refusal = refusal(DRAIN, seen.set(returns, "worker returns 0").trace());

        assertThat(refusal.event()).isEqualTo(returns);
        assertThat(refusal.allowed()).containsExactly("worker returns WAIT_IO_COMPLETION");
    }

    @Test
    void aWaitForAllObjectsMayReportAnyIndexOfThem() {
        Program all = new Draft("worker")
                .signaledEvent("E")
                .signaledEvent("F")
                .call("worker", "WaitForMultipleObjectsEx(2, [E, F], TRUE, 0, FALSE)")
                .program();
        Sightings seen = new Sightings(Simulation.run(all));
        int returns = seen.indexOf("worker returns WAIT_OBJECT_0");

        Trace second = seen.set(returns, "worker returns WAIT_OBJECT_0 + 1").trace();
        Trace third = seen.set(returns, "worker returns WAIT_OBJECT_0 + 2").trace();

        assertThat(new Acceptor(all).accept(second).status()).isEqualTo(Status.ACCEPTED);
        assertThat(refusal(all, third).allowed()).containsExactly("worker returns WAIT_OBJECT_0");
    }

    @Test
    void aWaitForAnyObjectReportsTheFirstOfThem() {
        Program any = new Draft("worker")
                .signaledEvent("E")
                .signaledEvent("F")
                .call("worker", "WaitForMultipleObjectsEx(2, [E, F], FALSE, 0, FALSE)")
                .program();
        Sightings seen = new Sightings(Simulation.run(any));
        int returns = seen.indexOf("worker returns WAIT_OBJECT_0");

        assertThat(refusal(
                                any,
                                seen.set(returns, "worker returns WAIT_OBJECT_0 + 1")
                                        .trace())
                        .event())
                .isEqualTo(returns);
    }

    @Test
    void aWaitForAnyObjectThatHasBlockedMayReportTheFirstThatIsSignaledByNow() {
        Program both = new Draft("main", "worker")
                .apc("Both", "SetEvent(F)", "SetEvent(E)")
                .manualResetEvent("E")
                .manualResetEvent("F")
                .call("worker", "WaitForMultipleObjects(2, [E, F], FALSE, INFINITE)")
                .call("main", "QueueUserAPC(Both, main, 0)")
                .call("main", "SleepEx(0, TRUE)")
                .program();
        Sightings seen = new Sightings(Simulation.run(both));
        seen.drop(seen.indexOf("worker returns WAIT_OBJECT_0 + 1"));
        int over = seen.indexOf("main returns WAIT_IO_COMPLETION");

        Acceptance first = new Acceptor(both)
                .accept(seen.insert(over, "worker returns WAIT_OBJECT_0").trace());

        assertThat(first.status()).isEqualTo(Status.ACCEPTED);
        assertThat(first.readings().needed()).containsEntry("INDEX-OF-BLOCKED-WAIT", "smallest-index");
    }

    @Test
    void anApcRunsOnNoOtherThread() {
        Sightings seen = drain();
        int begins = seen.indexOf("worker begins A(1)");

        Refusal refusal = refusal(DRAIN, seen.set(begins, "helper begins A(1)").trace());

        assertThat(refusal.event()).isEqualTo(begins);
        assertThat(refusal.allowed()).containsExactly("helper is blocked in WaitForSingleObjectEx(E, INFINITE, TRUE)");
    }

    @Test
    void anApcRunsOnlyOnce() {
        Sightings seen = drain();
        int ends = seen.indexOf("worker ends B");

        Refusal refusal = refusal(
                DRAIN,
                seen.insert(ends + 1, "worker begins B(2)")
                        .insert(ends + 2, "worker ends B")
                        .trace());

        assertThat(refusal.event()).isEqualTo(ends + 1);
        assertThat(refusal.allowed()).containsExactly("worker returns WAIT_IO_COMPLETION");
    }

    @Test
    void theNewestApcIsNotTheFirst() {
        Sightings seen = drain();
        int begins = seen.indexOf("worker begins A(1)");

        Refusal refusal = refusal(
                DRAIN,
                seen.swap(begins, begins + 2).swap(begins + 1, begins + 3).trace());

        assertThat(refusal.event()).isEqualTo(begins);
        assertThat(refusal.allowed()).containsExactly("worker begins A(1)");
    }

    @Test
    void anApcIsNotLeftInTheQueue() {
        Sightings seen = drain();
        int begins = seen.indexOf("worker begins B(2)");

        Refusal refusal = refusal(DRAIN, seen.drop(begins).drop(begins).trace());

        assertThat(refusal.event()).isEqualTo(begins);
        assertThat(refusal.allowed()).containsExactly("worker begins B(2)");
    }

    @Test
    void aWaitThatNobodyWakesIsRejectedWhereTheProgramClaimsToBeAtRest() {
        Sightings seen = new Sightings()
                .see("worker calls SleepEx(INFINITE, TRUE)", "worker blocked SleepEx", "quiescent")
                .see("main calls QueueUserAPC(A, worker, 1)", "main returns nonzero", "quiescent");

        Refusal refusal = refusal(WAKE, seen.trace());

        assertThat(refusal.event()).isEqualTo(5);
        assertThat(refusal.reason()).isEqualTo("the program cannot be at rest here");
        assertThat(refusal.allowed()).containsExactly("worker can go on: worker begins A(1)");
    }

    @Test
    void aTimeOutIsNotEarly() {
        Sightings seen = new Sightings()
                .see("worker calls SleepEx(50, TRUE)")
                .at(20)
                .see("worker returns 0", "quiescent", "quiescent");

        Refusal refusal = refusal(SLEEP, seen.trace());

        assertThat(refusal.event()).isEqualTo(1);
        assertThat(refusal.allowed())
                .containsExactly("worker is blocked in SleepEx(50, TRUE), not over by time before 34 ms");
    }

    @Test
    void aTimeOutMayBeEarlyByATickAndLateByAnything() {
        Sightings early = new Sightings()
                .see("worker calls SleepEx(50, TRUE)")
                .at(35)
                .see("worker returns 0", "quiescent", "quiescent");
        Sightings late = new Sightings()
                .see("worker calls SleepEx(50, TRUE)", "quiescent")
                .at(3000)
                .see("worker returns 0", "quiescent");

        assertThat(new Acceptor(SLEEP).accept(early.trace()).status()).isEqualTo(Status.ACCEPTED);
        assertThat(new Acceptor(SLEEP).accept(late.trace()).status()).isEqualTo(Status.ACCEPTED);
    }

    @Test
    void aFiniteWaitIsOverBeforeTheEnd() {
        Sightings seen = new Sightings().see("worker calls SleepEx(50, TRUE)", "quiescent", "quiescent");

        Refusal refusal = refusal(SLEEP, seen.trace());

        assertThat(refusal.event()).isEqualTo(2);
        assertThat(refusal.allowed())
                .containsExactly(
                        "worker is in a wait that time ends: worker is blocked in SleepEx(50, TRUE), not over by"
                                + " time before 34 ms");
    }

    @Test
    void aWaitDoesNotEndForAnObjectThatIsNotSignaled() {
        Sightings seen = drain();
        int end = seen.indexOf("main calls ResetEvent(E)");

        Refusal refusal =
                refusal(DRAIN, seen.insert(end, "helper returns WAIT_OBJECT_0").trace());

        assertThat(refusal.event()).isEqualTo(end);
        assertThat(refusal.allowed()).containsExactly("helper is blocked in WaitForSingleObjectEx(E, INFINITE, TRUE)");
    }

    @Test
    void inARaceEveryOrderOfOverlappingCallsIsAccepted() {
        for (String result : new String[] {"WAIT_OBJECT_0", "WAIT_TIMEOUT"}) {
            Sightings seen = new Sightings()
                    .see("main calls SetEvent(E)", "worker calls WaitForSingleObject(E, 0)")
                    .see("main returns TRUE", "worker returns " + result, "quiescent");
            assertThat(new Acceptor(RACE).accept(seen.trace()).status()).isEqualTo(Status.ACCEPTED);
        }
    }

    @Test
    void aCallThatBeginsAfterAnotherHasReturnedComesAfterIt() {
        Sightings seen = new Sightings()
                .see("main calls SetEvent(E)", "main returns TRUE", "worker calls WaitForSingleObject(E, 0)")
                .see("worker returns WAIT_TIMEOUT", "quiescent");

        Refusal refusal = refusal(RACE, seen.trace());

        assertThat(refusal.event()).isEqualTo(3);
        assertThat(refusal.allowed()).containsExactly("worker returns WAIT_OBJECT_0");
    }

    @Test
    void whoIsNotInAWaitIsNotBlocked() {
        Sightings seen = drain();
        int calls = seen.indexOf("worker calls SleepEx(INFINITE, TRUE)");

        Refusal refusal =
                refusal(DRAIN, seen.insert(calls + 1, "worker blocked SleepEx").trace());

        assertThat(refusal.event()).isEqualTo(calls + 1);
        assertThat(refusal.allowed()).containsExactly("worker begins A(1)");
    }

    @Test
    void aThreadThatIsNotInTheProgramDoesNothing() {
        Sightings seen = drain();

        Refusal refusal = refusal(DRAIN, seen.insert(1, "stranger begins A(1)").trace());

        assertThat(refusal.event()).isEqualTo(1);
        assertThat(refusal.reason()).endsWith("there is no thread stranger");
    }

    @Test
    void aTerminatedThreadMayGoOnUntilItIsSeenToHaveEnded() {
        Program program = new Draft("main", "worker")
                .apc("A", "SleepEx(0, TRUE)")
                .race(
                        "main",
                        "TerminateThread(worker, 1); WaitForSingleObject(worker, INFINITE)",
                        "worker",
                        "QueueUserAPC(A, worker, 1); SleepEx(0, TRUE)")
                .program();
        Sightings late = new Sightings()
                .see("worker calls QueueUserAPC(A, worker, 1)", "worker returns nonzero")
                .see("main calls TerminateThread(worker, 1)", "main returns TRUE")
                .see("worker calls SleepEx(0, TRUE)", "worker begins A(1)", "worker calls SleepEx(0, TRUE)")
                .see(
                        "worker returns 0",
                        "main calls WaitForSingleObject(worker, INFINITE)",
                        "main returns WAIT_OBJECT_0")
                .see("worker ends A", "worker exits", "quiescent");

        assertThat(new Acceptor(program).accept(late.trace()).status()).isEqualTo(Status.ACCEPTED);
    }

    @Test
    void aThreadThatHasEndedTellsWhatHasHappenedToItButNothingNew() {
        Program program = new Draft("main", "worker")
                .apc("A", "Sleep(0)", "Sleep(0)")
                .race(
                        "main",
                        "TerminateThread(worker, 1); WaitForSingleObject(worker, INFINITE)",
                        "worker",
                        "QueueUserAPC(A, worker, 1); SleepEx(0, TRUE)")
                .program();
        Sightings ended = new Sightings()
                .see("worker calls QueueUserAPC(A, worker, 1)", "worker returns nonzero")
                .see("worker calls SleepEx(0, TRUE)", "worker begins A(1)", "worker calls Sleep(0)")
                .see("main calls TerminateThread(worker, 1)", "main returns TRUE")
                .see("main calls WaitForSingleObject(worker, INFINITE)", "main returns WAIT_OBJECT_0")
                .see("worker returns void", "worker calls Sleep(0)", "worker exits", "quiescent");

        assertThat(new Acceptor(program).accept(ended.trace()).refusal()).isNull();
        assertThat(refusal(program, ended.insert(11, "worker returns void").trace())
                        .event())
                .isEqualTo(11);
    }

    @Test
    void ofARunThatWasCutOffOnlyTheBeginningIsJudged() {
        Trace cut = drain().cut(6, TraceStatus.CRASHED).trace();

        Acceptance acceptance = new Acceptor(DRAIN).accept(cut);

        assertThat(acceptance.status()).isEqualTo(Status.ACCEPTED);
        assertThat(acceptance.whole()).isFalse();
        assertThat(refusal(DRAIN, drain().cut(6, TraceStatus.COMPLETED).trace()).event())
                .isEqualTo(-1);
    }

    @Test
    void aRunIsNotStuckWhereItCouldGoOn() {
        Sightings seen = drain();
        int point = seen.indexOf("main calls ResetEvent(E)");

        Refusal refusal = refusal(DRAIN, seen.cut(point, TraceStatus.STUCK).trace());

        assertThat(refusal.event()).isEqualTo(-1);
        assertThat(refusal.reason()).contains("STUCK");
    }

    @Test
    void aRunIsStuckWhereAThreadIsBlockedForEver() {
        Program program = new Draft("main", "worker")
                .call("worker", "SleepEx(INFINITE, FALSE)")
                .call("worker", "SleepEx(0, TRUE)")
                .program();
        Trace trace = Simulation.run(program);

        assertThat(trace.status()).isEqualTo(TraceStatus.STUCK);
        assertThat(new Acceptor(program).accept(trace).status()).isEqualTo(Status.ACCEPTED);
        assertThat(refusal(
                                program,
                                new Sightings(trace)
                                        .ending(TraceStatus.COMPLETED)
                                        .trace())
                        .event())
                .isEqualTo(-1);
    }

    /** The signal of a timer may go to a thread that is suspended, and then no event tells of the expiry. */
    @Test
    void aRunIsStuckWhereATimerWasToEndAWaitAndDidNot() {
        Program program = new Draft("main", "worker", "helper")
                .timer("T")
                .call("helper", "WaitForSingleObject(T, INFINITE)")
                .call("main", "SuspendThread(helper)")
                .call("worker", "WaitForSingleObject(T, INFINITE)")
                .call("main", "SetWaitableTimer(T, {after: 60}, 0, NULL, 0, FALSE)")
                .callAfterReturn("worker", "GetLastError()")
                .program();

        List<Trace> traces = Explorer.explore(program).traces();

        assertThat(traces).extracting(Trace::status).containsOnlyOnce(TraceStatus.STUCK);
        assertThat(traces)
                .allSatisfy(trace ->
                        assertThat(new Acceptor(program).accept(trace).status()).isEqualTo(Status.ACCEPTED));
    }

    @Test
    void aRunIsNotStuckWhereATimerEndsTheWait() {
        Program program = new Draft("main", "worker")
                .timer("T")
                .call("worker", "WaitForSingleObject(T, INFINITE)")
                .call("main", "SetWaitableTimer(T, {after: 60}, 60, NULL, 0, FALSE)")
                .callAfterReturn("worker", "GetLastError()")
                .program();
        Sightings seen = new Sightings(Simulation.run(program));
        int returned = seen.indexOf("worker returns WAIT_OBJECT_0");

        assertThat(refusal(program, seen.cut(returned, TraceStatus.STUCK).trace())
                        .reason())
                .contains("STUCK");
    }

    @Test
    void nothingIsSaidOfMoreStatesThanTheBound() {
        Program program = new Draft("main", "helper", "worker")
                .race("main", "QueueUserAPC(A, worker, 1)", "helper", "QueueUserAPC(B, worker, 1)")
                .program();
        Sightings seen = new Sightings()
                .see("main calls QueueUserAPC(A, worker, 1)", "helper calls QueueUserAPC(B, worker, 1)")
                .see("main returns nonzero", "helper returns nonzero", "quiescent");

        assertThat(new Acceptor(program).accept(seen.trace()).status()).isEqualTo(Status.ACCEPTED);
        assertThat(new Acceptor(program, 2).accept(seen.trace()).status()).isEqualTo(Status.BOUNDED);
    }

    @Test
    void readingsAreThoseUnderWhichTheTraceIsPossible() {
        Program tie = new Draft("main", "worker")
                .signaledEvent("E")
                .call("main", "QueueUserAPC(A, worker, 1)")
                .call("worker", "WaitForSingleObjectEx(E, INFINITE, TRUE)")
                .program();
        Sightings objectFirst = new Sightings()
                .see("main calls QueueUserAPC(A, worker, 1)", "main returns nonzero", "quiescent")
                .see(
                        "worker calls WaitForSingleObjectEx(E, INFINITE, TRUE)",
                        "worker returns WAIT_OBJECT_0",
                        "quiescent");

        assertThat(new Acceptor(tie).accept(objectFirst.trace()).readings())
                .hasToString("APC-BEFORE-SIGNALED-OBJECT: object-first");
        assertThat(new Acceptor(SLEEP).accept(Simulation.run(SLEEP)).readings()).isEqualTo(ReadingSet.ALL);
    }

    private static Sightings drain() {
        return new Sightings(Simulation.run(DRAIN));
    }

    private static Refusal refusal(Program program, Trace trace) {
        Acceptance acceptance = new Acceptor(program).accept(trace);
        assertThat(acceptance.status()).isEqualTo(Status.REJECTED);
        Refusal refusal = acceptance.refusal();
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
