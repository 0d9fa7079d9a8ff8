package org.apctck.spec.stage;

import static org.apctck.spec.stage.Programs.program;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apctck.spec.Steering;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.program.Program;
import org.apctck.spec.stage.FakePlatform.Quirk;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StageTest {
    private final FakePlatform platform = new FakePlatform();
    private final Stage stage = new Stage(platform);
    private final Queue<Event> told = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        platform.close();
    }

    /** As it happens, to those who await it. */
    private void tell(Event event) {
        told.add(event);
        platform.told(event);
    }

    private Trace perform(Programs program) {
        return performance(program).trace();
    }

    private Performance performance(Programs program) {
        return stage.perform(program.build(), Stage.LIMIT_MILLIS, this::tell);
    }

    private static List<String> on(String thread, Trace trace) {
        return trace.on(thread).stream().map(event -> event.happening().text()).toList();
    }

    @Test
    void anApcThatWasQueuedRunsInsideTheNextAlertableWait() {
        Trace trace = perform(program("main", "worker")
                .call("main", "QueueUserAPC(A, worker, 0x80000000)")
                .call("worker", "SleepEx(INFINITE, TRUE)"));

        assertThat(trace.status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(trace.evidence()).isEmpty();
        assertThat(on("main", trace)).containsExactly("calls QueueUserAPC(A, worker, 0x80000000)", "returns nonzero");
        assertThat(on("worker", trace))
                .containsExactly(
                        "calls SleepEx(INFINITE, TRUE)",
                        "begins A(0x80000000)",
                        "ends A",
                        "returns WAIT_IO_COMPLETION");
    }

    @Test
    void aLoopIsMadeAgainWhileItReturnsItsResult() {
        Trace trace = perform(program("main", "worker")
                .call("main", "QueueUserAPC(A, worker, 1) while it returns nonzero, at most 2 times")
                .call("worker", "SleepEx(0, TRUE) while it returns WAIT_IO_COMPLETION, at most 5 times"));

        assertThat(on("main", trace))
                .containsExactly(
                        "calls QueueUserAPC(A, worker, 1)",
                        "returns nonzero",
                        "calls QueueUserAPC(A, worker, 1)",
                        "returns nonzero");
        assertThat(on("worker", trace))
                .containsExactly(
                        "calls SleepEx(0, TRUE)",
                        "begins A(1)",
                        "ends A",
                        "begins A(1)",
                        "ends A",
                        "returns WAIT_IO_COMPLETION",
                        "calls SleepEx(0, TRUE)",
                        "returns 0");
    }

    @Test
    void aLoopInARoutineIsMadeAgainWithinIt() {
        Trace trace = perform(program("main")
                .apc("A", "QueueUserAPC(B, main, 2) while it returns nonzero, at most 2 times")
                .call("main", "QueueUserAPC(A, main, 1)")
                .call("main", "SleepEx(0, TRUE) while it returns WAIT_IO_COMPLETION, at most 1 time"));

        assertThat(on("main", trace).subList(2, 14))
                .containsExactly(
                        "calls SleepEx(0, TRUE)",
                        "begins A(1)",
                        "calls QueueUserAPC(B, main, 2)",
                        "returns nonzero",
                        "calls QueueUserAPC(B, main, 2)",
                        "returns nonzero",
                        "ends A",
                        "begins B(2)",
                        "ends B",
                        "begins B(2)",
                        "ends B",
                        "returns WAIT_IO_COMPLETION");
    }

    @Test
    void thereIsAQuiescentPointAfterEachEntry() {
        Trace trace = perform(program("main").call("main", "Sleep(0)").elapse(1).call("main", "Sleep(0)"));

        assertThat(trace.events())
                .extracting(Event::kind)
                .containsExactly(
                        EventKind.CALLS,
                        EventKind.RETURNS,
                        EventKind.QUIESCENT,
                        EventKind.QUIESCENT,
                        EventKind.CALLS,
                        EventKind.RETURNS,
                        EventKind.QUIESCENT);
    }

    @Test
    void whatIsToldAsItHappensIsTheTrace() {
        Trace trace = perform(program("main", "worker")
                .call("worker", "SleepEx(INFINITE, TRUE)")
                .call("main", "QueueUserAPC(A, worker, 1)"));

        assertThat(told).containsExactlyInAnyOrderElementsOf(trace.events());
        assertThat(trace.events())
                .extracting(Event::seq)
                .isEqualTo(numbers(trace.events().size()));
    }

    private static List<Integer> numbers(int count) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    @Test
    void aThreadThatIsBlockedForEverIsANormalEnd() {
        Performance performance =
                performance(program("main").event("E").call("main", "WaitForSingleObject(E, INFINITE)"));

        assertThat(performance.trace().status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(performance.trace().evidence())
                .isEqualTo("main is blocked in WaitForSingleObject(E, INFINITE) for ever");
        assertThat(on("main", performance.trace()))
                .containsExactly("calls WaitForSingleObject(E, INFINITE)", "blocked WaitForSingleObject");
        assertThat(performance.end()).isEqualTo(new Remains(1, true));
    }

    @Test
    void aThreadIsReportedAsBlockedOncePerCall() {
        Trace trace = perform(program("main", "worker")
                .event("E")
                .apc("A", "WaitForSingleObject(E, INFINITE)")
                .call("worker", "SleepEx(INFINITE, TRUE)")
                .call("main", "Sleep(0)")
                .call("main", "QueueUserAPC(A, worker, 0)")
                .call("main", "Sleep(0)"));

        assertThat(on("worker", trace))
                .containsExactly(
                        "calls SleepEx(INFINITE, TRUE)",
                        "blocked SleepEx",
                        "begins A(0)",
                        "calls WaitForSingleObject(E, INFINITE)",
                        "blocked WaitForSingleObject");
    }

    @Test
    void aWaitThatEndsBeforeItsTurnToBeReportedIsNot() {
        Programs program = program("main", "worker", "helper")
                .event("E")
                .event("F")
                .apc("A", "WaitForSingleObject(E, INFINITE)", "WaitForSingleObject(F, INFINITE)")
                .apc("B", "WaitForSingleObject(E, INFINITE)", "SleepEx(200, FALSE)")
                .call("main", "QueueUserAPC(A, worker, 0)")
                .call("main", "QueueUserAPC(B, helper, 0)")
                .call("worker", "SleepEx(INFINITE, TRUE)")
                .call("helper", "SleepEx(INFINITE, TRUE)")
                .call("main", "SetEvent(E)");
        AtomicInteger waitsOfWorker = new AtomicInteger();
        CompletableFuture<Event> sleepOfHelper = new CompletableFuture<>();

        // Worker is reported first, and that takes until the sleep of helper is over.
        Trace trace = stage.perform(program.build(), Stage.LIMIT_MILLIS, event -> {
                    tell(event);
                    if (event.thread().equals("helper") && event.what().equals("0")) {
                        sleepOfHelper.complete(event);
                    } else if (event.thread().equals("worker")
                            && event.kind() == EventKind.BLOCKED
                            && waitsOfWorker.incrementAndGet() == 2) {
                        sleepOfHelper.join();
                    }
                })
                .trace();

        assertThat(on("helper", trace))
                .endsWith("calls SleepEx(200, FALSE)", "returns 0", "ends B", "returns WAIT_IO_COMPLETION");
    }

    @Test
    void aThreadThatRunsBetweenTheLooksIsNotBlocked() {
        platform.with(Quirk.SLEEPS_ARE_RESTLESS);

        Trace trace = perform(program("main").call("main", "SleepEx(0, FALSE)"));

        assertThat(on("main", trace)).containsExactly("calls SleepEx(0, FALSE)", "returns 0");
    }

    /** It was seen blocked often enough, then its wait ended, and only then it is recorded; it tells so much later. */
    @Test
    void aLookThatIsOlderThanTheEndOfTheWaitIsNotRecorded() {
        platform.with(Quirk.SLEEPERS_WAKE_AFTER_THE_LAST_LOOK);

        Trace trace = perform(program("main").call("main", "SleepEx(INFINITE, FALSE)"));

        assertThat(on("main", trace)).containsExactly("calls SleepEx(INFINITE, FALSE)", "returns 0");
    }

    @Test
    void threadsThatSuspendEachOtherAreAtRestThoughTheirCallsDoNotReturn() {
        platform.with(Quirk.SUSPEND_THREAD_RETURNS_LATE);

        Trace trace = perform(program("main", "worker")
                .race(Map.of("main", List.of("SuspendThread(worker)"), "worker", List.of("SuspendThread(main)")))
                .call("main", "Sleep(0)"));

        assertThat(on("main", trace)).containsExactlyInAnyOrder("calls SuspendThread(worker)", "suspended");
        assertThat(on("worker", trace)).containsExactlyInAnyOrder("calls SuspendThread(main)", "suspended");
        assertThat(trace.status()).isEqualTo(TraceStatus.STUCK);
        assertThat(trace.evidence()).isEqualTo("script[1] cannot begin: main is suspended");
    }

    @Test
    void aThreadThatIsResumedBeforeTheCallThatSuspendsItReturnsIsNotSuspended() {
        platform.with(Quirk.SUSPEND_THREAD_RETURNS_LATE);

        Trace trace = perform(program("main", "worker", "helper")
                .race(Map.of("main", List.of("SuspendThread(worker)"), "helper", List.of("ResumeThread(worker)")))
                .call("worker", "Sleep(0)"));

        assertThat(trace.status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(on("worker", trace)).containsExactly("suspended", "resumed", "calls Sleep(0)", "returns void");
    }

    /** A call that does nothing where it suspends another thread is a hang like any other. */
    @Test
    void aThreadThatComesBackFromNoSuspensionIsATimeout() {
        platform.with(Quirk.SUSPEND_THREAD_RETURNS_LATE);

        Trace trace = perform(program("main", "worker").call("main", "SuspendThread(worker)"));

        assertThat(trace.status()).isEqualTo(TraceStatus.TIMEOUT);
        assertThat(trace.evidence()).isEqualTo("main is blocked in SuspendThread(worker), which cannot block");
    }

    @Test
    void aHangAfterAStopThatMayHaveDoneItIsBlamedOnNobody() {
        platform.with(Quirk.SUSPEND_THREAD_RETURNS_LATE);
        Programs race = program("main", "worker", "helper")
                .race(Map.of("main", List.of("SuspendThread(worker)"), "helper", List.of("Sleep(0)")));

        assertThat(perform(race).status()).isEqualTo(TraceStatus.TIMEOUT);
        platform.with(Quirk.STOPS_ARE_HARMFUL);
        Trace trace = perform(race);

        assertThat(trace.status()).isEqualTo(TraceStatus.UNSETTLED);
        assertThat(trace.evidence())
                .isEqualTo(
                        "main is blocked in SuspendThread(worker), which cannot block; a thread that was stopped inside the"
                                + " runtime of the agent may hold the others up");
    }

    @Test
    void aThreadIsNotBlockedWhileAnotherOneOfTheProcessRuns() {
        platform.with(Quirk.NOT_QUIET_AT_FIRST);

        Trace trace = perform(program("main").call("main", "SleepEx(INFINITE, FALSE)"));

        assertThat(on("main", trace)).containsExactly("calls SleepEx(INFINITE, FALSE)", "blocked SleepEx");
        assertThat(platform.looksAround()).isGreaterThan(3);
    }

    /** On a busy machine the director may never see its process quiet, and cannot tell then; no implementation hangs by that. */
    @Test
    void threadsThatLookAtRestWhileOthersRunDoNotHang() {
        platform.with(Quirk.NEVER_QUIET);

        Performance performance = stage.perform(
                program("main", "worker")
                        .call("main", "SleepEx(INFINITE, FALSE)")
                        .call("worker", "Sleep(0)")
                        .build(),
                250, // on a busy machine the set-up alone takes its time
                told::add);

        assertThat(performance.trace().status()).isEqualTo(TraceStatus.UNSETTLED);
        assertThat(performance.trace().evidence())
                .isEqualTo(
                        "not quiescent within 1000 ms: main is blocked in SleepEx(INFINITE, FALSE), and other threads of"
                                + " the process run");
    }

    @Test
    void whoIsStillOnTheWayWhenTheProgramIsOverMakesNoMoreCalls() throws InterruptedException {
        Performance performance = performance(program("main", "worker")
                .event("E")
                .event("F")
                .race(Map.of(
                        "main",
                        List.of("Sleep(0)"),
                        "worker",
                        List.of("WaitForSingleObject(E, INFINITE)", "SetEvent(F)"))));
        assertThat(performance.end()).isEqualTo(new Remains(1, true));

        platform.signalAll();
        platform.awaitEnds();

        assertThat(platform.setEvents()).isZero();
    }

    @Test
    void anEntryForAThreadThatIsBlockedForEverIsStuck() {
        Trace trace =
                perform(program("main").call("main", "SleepEx(INFINITE, FALSE)").call("main", "Sleep(0)"));

        assertThat(trace.status()).isEqualTo(TraceStatus.STUCK);
        assertThat(trace.evidence())
                .isEqualTo("script[1] cannot begin: main is blocked in SleepEx(INFINITE, FALSE) for ever");
    }

    @Test
    void anEntryForAThreadInAFiniteWaitAwaitsItsReturn() {
        platform.with(Quirk.SLEEPS_LAST_UNTIL_SEEN);

        Trace trace = perform(program("main").call("main", "SleepEx(30, FALSE)").call("main", "Sleep(0)"));

        assertThat(trace.status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(on("main", trace))
                .containsExactly(
                        "calls SleepEx(30, FALSE)", "blocked SleepEx", "returns 0", "calls Sleep(0)", "returns void");
    }

    @Test
    void afterTheLastEntryFiniteWaitsElapse() {
        platform.with(Quirk.SLEEPS_LAST_UNTIL_SEEN);

        Trace trace = perform(program("main").call("main", "SleepEx(20, FALSE)"));

        assertThat(on("main", trace)).containsExactly("calls SleepEx(20, FALSE)", "blocked SleepEx", "returns 0");
        assertThat(last(trace).kind()).isEqualTo(EventKind.QUIESCENT);
    }

    /** Of a wait of 10 s there are 5,000 looks; where each takes half a millisecond, they alone are longer than the limit. */
    @Test
    void theLooksAtAWaitDoNotUseUpWhatTheProgramMayTake() {
        platform.with(Quirk.LOOKS_TAKE_LONG);

        Trace trace = stage.perform(
                        program("main").call("main", "SleepEx(1500, FALSE)").build(), 500, this::tell)
                .trace();

        assertThat(trace.status()).as(trace.evidence()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(on("main", trace)).containsExactly("calls SleepEx(1500, FALSE)", "blocked SleepEx", "returns 0");
    }

    private static Event last(Trace trace) {
        return trace.events().get(trace.events().size() - 1);
    }

    @Test
    void atLeastAsMuchTimePassesAsWasAskedFor() {
        Trace trace =
                perform(program("main").call("main", "Sleep(0)").elapse(40).call("main", "Sleep(0)"));

        List<Event> calls = trace.events().stream()
                .filter(event -> event.kind() == EventKind.CALLS)
                .toList();
        assertThat(calls.get(1).micros() - calls.get(0).micros()).isGreaterThanOrEqualTo(40_000);
    }

    @Test
    void aFunctionThatHangsWhereItCannotBlockIsATimeout() {
        platform.with(Quirk.QUEUE_USER_APC_HANGS);

        Performance performance = performance(program("main", "worker").call("main", "QueueUserAPC(A, worker, 0)"));

        assertThat(performance.trace().status()).isEqualTo(TraceStatus.TIMEOUT);
        assertThat(performance.trace().evidence())
                .isEqualTo("main is blocked in QueueUserAPC(A, worker, 0), which cannot block");
        assertThat(performance.end().clean()).isFalse();
    }

    @Test
    void aTimeOutThatNeverElapsesIsATimeout() {
        platform.with(Quirk.TIME_OUTS_NEVER_ELAPSE);

        Trace trace = perform(program("main").call("main", "SleepEx(10, FALSE)"));

        assertThat(trace.status()).isEqualTo(TraceStatus.TIMEOUT);
        assertThat(trace.evidence()).isEqualTo("a time-out is overdue: main is blocked in SleepEx(10, FALSE)");
    }

    @Test
    void aThreadThatCannotBeSeenLeavesTheProgramUnsettled() {
        platform.with(Quirk.THREADS_CANNOT_BE_SEEN);

        Performance performance = stage.perform(
                program("main").call("main", "SleepEx(INFINITE, FALSE)").build(), 500, told::add);

        assertThat(performance.trace().status()).isEqualTo(TraceStatus.UNSETTLED);
        assertThat(performance.trace().evidence())
                .isEqualTo("not quiescent within 500 ms: main cannot be seen in SleepEx(INFINITE, FALSE)");
    }

    @Test
    void aThreadThatIsResumedAndDoesNotRunLeavesTheProgramUnsettled() {
        platform.with(Quirk.RESUMED_THREADS_NEVER_RUN);

        Performance performance = stage.perform(
                program("main")
                        .suspended("worker")
                        .call("main", "ResumeThread(worker)")
                        .build(),
                100,
                told::add);

        assertThat(performance.trace().status()).isEqualTo(TraceStatus.UNSETTLED);
        assertThat(performance.trace().evidence()).endsWith("worker has not started");
    }

    @Test
    void aFunctionThatSaysItIsNotImplementedEndsTheProgram() {
        Trace trace = perform(
                program("main", "worker").call("main", "SuspendThread(worker)").call("main", "Sleep(0)"));

        assertThat(trace.status()).isEqualTo(TraceStatus.NOT_IMPLEMENTED);
        assertThat(trace.evidence()).isEqualTo("SuspendThread of the fake failed with ERROR_CALL_NOT_IMPLEMENTED");
        assertThat(on("main", trace))
                .containsExactly(
                        "calls SuspendThread(worker)", "returns 0xFFFFFFFF, last error ERROR_CALL_NOT_IMPLEMENTED");
    }

    /** The thread breaks off and comes to rest while the director looks: many times, as no look can be held up from here. */
    @Test
    void whoBreaksOffAndThenComesToRestIsNotTakenForDone() {
        for (int i = 0; i < 3000; i++) {
            Performance performance = performance(program("main", "worker").call("main", "SuspendThread(worker)"));
            performance.end();

            assertThat(performance.trace().status()).isEqualTo(TraceStatus.NOT_IMPLEMENTED);
        }
    }

    @Test
    void aProgramWhoseFunctionsAreNotAllThereDoesNotBegin() {
        platform.without(ApiFunction.PULSE_EVENT);

        Trace trace = perform(program("main").event("E").call("main", "PulseEvent(E)"));

        assertThat(trace.status()).isEqualTo(TraceStatus.NOT_IMPLEMENTED);
        assertThat(trace.evidence()).isEqualTo("the fake does not export PulseEvent");
        assertThat(trace.events()).isEmpty();
    }

    @Test
    void anObjectThatCannotBeMadeIsNoVerdictOnTheProgram() {
        platform.with(Quirk.CREATE_EVENT_FAILS);

        Trace trace = perform(program("main").event("E").call("main", "SetEvent(E)"));

        assertThat(trace.status()).isEqualTo(TraceStatus.UNSETTLED);
        assertThat(trace.evidence()).isEqualTo("set-up: CreateEventW for E failed with ERROR_INVALID_HANDLE");
    }

    @Test
    void aThreadThatExitsInACallDoesNotReturnFromIt() {
        Trace trace = perform(
                program("main", "worker").call("worker", "ExitThread(3)").call("worker", "Sleep(0)"));

        assertThat(on("worker", trace)).containsExactly("calls ExitThread(3)", "exits");
        assertThat(trace.status()).isEqualTo(TraceStatus.STUCK);
        assertThat(trace.evidence()).isEqualTo("script[1] cannot begin: worker has ended");
    }

    @Test
    void aThreadThatExitsInAnApcLeavesAllThatItWasIn() {
        Trace trace = perform(program("main", "worker")
                .apc("A", "ExitThread(0)")
                .call("main", "QueueUserAPC(A, worker, 0)")
                .call("main", "QueueUserAPC(B, worker, 0)")
                .call("worker", "SleepEx(INFINITE, TRUE)"));

        assertThat(trace.status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(on("worker", trace))
                .containsExactly("calls SleepEx(INFINITE, TRUE)", "begins A(0)", "calls ExitThread(0)", "exits");
    }

    @Test
    void aThreadThatTheProgramMakesIsNamedAfterItsBinding() {
        Trace trace = perform(program("main")
                .routine("R", 7, "GetCurrentThreadId()")
                .call("main", "t = CreateThread(NULL, 0, R, 5, 0, &id)"));

        assertThat(on("main", trace))
                .containsExactly("calls CreateThread(NULL, 0, R, 5, 0, &id)", "returns handle, id = id of t");
        assertThat(on("t", trace))
                .containsExactly("starts R(5)", "calls GetCurrentThreadId()", "returns id of t", "exits");
    }

    @Test
    void apcsThatWereQueuedToASuspendedThreadComeBeforeItsStart() {
        Trace trace = perform(program("main")
                .suspended("worker")
                .call("main", "QueueUserAPC(A, worker, 2)")
                .call("main", "ResumeThread(worker)"));

        assertThat(on("worker", trace)).containsExactly("resumed", "begins A(2)", "ends A", "starts");
    }

    @Test
    void aThreadThatTheProgramMakesSuspendedBeginsWhenItIsResumed() {
        Trace trace = perform(program("main")
                .routine("R", 7)
                .call("main", "t = CreateThread(NULL, 0, R, 5, CREATE_SUSPENDED, NULL)")
                .call("main", "ResumeThread(t)"));

        assertThat(trace.status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(on("t", trace)).containsExactly("resumed", "starts R(5)", "exits");
    }

    @Test
    void theExitCodeOfARoutineIsThatOfItsThread() {
        Trace trace = perform(program("main")
                .routine("R", 7)
                .call("main", "t = CreateThread(NULL, 0, R, 5, 0, NULL)")
                .call("main", "GetExitCodeThread(t, &code)")
                .call("main", "GetExitCodeThread(main, &own)"));

        assertThat(on("main", trace)).contains("returns TRUE, code = 7", "returns TRUE, own = STILL_ACTIVE");
    }

    @Test
    void anEntryForASuspendedThreadIsStuck() {
        Trace trace = perform(program("main").suspended("worker").call("worker", "Sleep(0)"));

        assertThat(trace.status()).isEqualTo(TraceStatus.STUCK);
        assertThat(trace.evidence()).isEqualTo("script[0] cannot begin: worker is suspended");
    }

    @Test
    void aRaceIsOverWhenEachLaneIsDoneOrBlockedForEver() {
        Trace trace = perform(program("main", "worker", "helper")
                .race(Map.of(
                        "main", List.of("QueueUserAPC(A, worker, 1)", "QueueUserAPC(B, worker, 2)"),
                        "worker", List.of("SleepEx(20, FALSE)", "SleepEx(INFINITE, TRUE)"),
                        "helper", List.of("SleepEx(INFINITE, FALSE)", "Sleep(0)"))));

        assertThat(trace.status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(on("worker", trace)).startsWith("calls SleepEx(20, FALSE)").endsWith("returns WAIT_IO_COMPLETION");
        assertThat(on("helper", trace)).containsExactly("calls SleepEx(INFINITE, FALSE)", "blocked SleepEx");
    }

    @Test
    void aRaceIsNotOverWhileALaneIsInAFiniteWait() {
        Trace trace = perform(program("main", "worker")
                .race(Map.of("main", List.of("Sleep(0)"), "worker", List.of("SleepEx(20, FALSE)")))
                .elapse(0));

        assertThat(trace.events())
                .filteredOn(event ->
                        event.thread().equals("worker") || event.thread().isEmpty())
                .extracting(Event::kind)
                .containsExactly(EventKind.CALLS, EventKind.RETURNS, EventKind.QUIESCENT, EventKind.QUIESCENT);
    }

    @Test
    void whoIsHeldBackBeginsNoSoonerThanTheOthers() {
        Programs race = program("main", "worker", "helper")
                .race(Map.of(
                        "main", List.of("Sleep(0)"), "worker", List.of("Sleep(0)"), "helper", List.of("Sleep(0)")));
        for (List<String> order : List.of(
                List.of("main", "worker", "helper"),
                List.of("worker", "helper", "main"),
                List.of("helper", "main", "worker"))) {
            Steering steering = new Steering(Map.of(order.get(1), 150_000_000L, order.get(2), 300_000_000L), Map.of());

            Performance performance = stage.perform(race.build(), steering, Stage.LIMIT_MILLIS, told::add);
            performance.end();

            List<Event> calls = performance.trace().events().stream()
                    .filter(event -> event.kind() == EventKind.CALLS)
                    .toList();
            assertThat(calls).extracting(Event::thread).containsExactlyElementsOf(order);
            assertThat(calls.get(1).micros()).isGreaterThanOrEqualTo(150_000);
            assertThat(calls.get(2).micros()).isGreaterThanOrEqualTo(300_000);
        }
    }

    @Test
    void threadsAwaitEachOtherInTheCallsInWhichTheyAreToMeet() {
        Program program = program("main", "worker")
                .call("main", "Sleep(0)")
                .race(Map.of("main", List.of("Sleep(0)", "Sleep(0)", "Sleep(0)"), "worker", List.of("Sleep(0)")))
                .build();
        Steering steering = new Steering(Map.of(), Map.of("main", 2, "worker", 0));

        // Each may be late on a busy machine, and the other one waits for so long only; by chance they hardly ever meet
        // there.
        assertThat(Stream.generate(() -> stage.perform(program, steering, Stage.LIMIT_MILLIS, told::add))
                        .limit(20)
                        .peek(Performance::end)
                        .filter(performance -> meet(performance.trace(), 2)))
                .hasSizeGreaterThan(10);
    }

    /** Whether the only call of worker in the race and that call of main had both begun before either returned. */
    private static boolean meet(Trace trace, int number) {
        List<Event> main = of(trace, "main");
        List<Event> worker = of(trace, "worker");
        return main.get(2 * number).seq() < worker.get(1).seq()
                && worker.get(0).seq() < main.get(2 * number + 1).seq();
    }

    private static List<Event> of(Trace trace, String thread) {
        return trace.events().stream()
                .filter(event -> event.thread().equals(thread))
                .toList();
    }

    @Test
    void aThreadThatIsSuspendedTakesPartInARaceThatResumesIt() {
        Trace trace = perform(program("main")
                .suspended("worker")
                .race(Map.of("main", List.of("ResumeThread(worker)"), "worker", List.of("Sleep(0)"))));

        assertThat(trace.status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(on("worker", trace)).containsExactly("resumed", "starts", "calls Sleep(0)", "returns void");
    }

    @Test
    void aFailureCarriesItsLastError() {
        Trace trace = perform(program("main").event("E").call("main", "SetEvent(invalid)"));

        assertThat(on("main", trace)).endsWith("returns FALSE, last error ERROR_INVALID_HANDLE");
    }

    @Test
    void aFailureThatDoesNotSetTheLastErrorSaysSo() {
        platform.with(Quirk.SET_EVENT_FAILS_SILENTLY);

        Trace trace = perform(program("main").event("E").call("main", "SetEvent(E)"));

        assertThat(on("main", trace)).endsWith("returns FALSE, last error unchanged");
    }

    @Test
    void theOwnerOfAMutexMakesItItself() {
        Performance performance =
                performance(program("main", "worker").mutex("M", "worker").call("main", "Sleep(0)"));

        assertThat(performance.trace().status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(performance.trace().on("worker")).isEmpty();
        assertThat(platform.creators()).containsExactly("worker");
    }

    @Test
    void aLoopWithoutEndIsCutOff() {
        Trace trace = perform(program("main", "worker")
                .apc("A", "QueueUserAPC(A, worker, 0)")
                .call("main", "QueueUserAPC(A, worker, 0)")
                .call("worker", "SleepEx(INFINITE, TRUE)"));

        assertThat(trace.status()).isEqualTo(TraceStatus.UNSETTLED);
        assertThat(trace.evidence()).isEqualTo("more than 100000 events: a trace holds no more");
        assertThat(trace.events()).hasSize(Trace.EVENTS_MAX);
    }

    @Test
    void whatThePlatformThrowsIsAFault() {
        platform.with(Quirk.SET_EVENT_THROWS);

        Trace trace = perform(program("main").event("E").call("main", "SetEvent(E)"));

        assertThat(trace.status()).isEqualTo(TraceStatus.FAULT);
        assertThat(trace.evidence()).startsWith("java.lang.IllegalStateException: as asked for at ");
    }

    @Test
    void nothingIsLeftBehindByAProgramThatCameToRest() {
        Performance performance = performance(program("main", "worker")
                .suspended("helper")
                .event("E")
                .routine("R", 0)
                .call("main", "t = CreateThread(NULL, 0, R, 0, 0, NULL)")
                .call("main", "SetEvent(E)"));

        assertThat(performance.end()).isEqualTo(new Remains(0, true));
        assertThat(platform.openHandles()).isZero();
        assertThat(platform.hasForgottenUpcalls()).isTrue();
    }

    @Test
    void handlesThatTheProgramClosedAreNotClosedAgain() {
        Performance performance = performance(program("main").event("E").call("main", "CloseHandle(E)"));

        performance.end();

        assertThat(platform.failedCloses()).isZero();
    }

    @Test
    void aProgramAfterOneThatLeftABlockedThreadRunsAsUsual() {
        performance(program("worker").call("worker", "SleepEx(INFINITE, TRUE)")).end();

        Trace trace = perform(program("worker").call("worker", "Sleep(0)"));

        assertThat(trace.status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(on("worker", trace)).containsExactly("calls Sleep(0)", "returns void");
    }
}
