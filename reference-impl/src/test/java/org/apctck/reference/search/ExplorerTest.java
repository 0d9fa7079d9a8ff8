package org.apctck.reference.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apctck.reference.following.Draft;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramException;
import org.apctck.spec.program.ProgramReader;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Outcome;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplorerTest {
    private static final Path EXAMPLES = Path.of("..", "docs", "examples");

    /** Three threads queue two APCs each: 6! / (2! 2! 2!) = 90 orders. */
    private static final Program RACE_3_X_2 = new Draft("main", "worker", "helper", "helper2")
            .call("main", "SuspendThread(worker)")
            .race(
                    "main", "QueueUserAPC(A, worker, 1); QueueUserAPC(A, worker, 2)",
                    "helper", "QueueUserAPC(B, worker, 1); QueueUserAPC(B, worker, 2)",
                    "helper2", "QueueUserAPC(C, worker, 1); QueueUserAPC(C, worker, 2)")
            .call("main", "ResumeThread(worker)")
            .call("worker", "SleepEx(INFINITE, TRUE)")
            .program();

    private static final Program TIE = new Draft("main", "worker")
            .signaledEvent("E")
            .call("main", "QueueUserAPC(A, worker, 0)")
            .call("worker", "WaitForSingleObjectEx(E, INFINITE, TRUE)")
            .program();

    private static final Program TWO_WAITERS = new Draft("main", "worker", "helper")
            .autoResetEvent("E")
            .call("worker", "WaitForSingleObject(E, INFINITE)")
            .call("helper", "WaitForSingleObject(E, INFINITE)")
            .call("main", "SetEvent(E)")
            .program();

    private static final Program SIGNAL_AGAINST_TIME = new Draft("main", "worker")
            .autoResetEvent("E")
            .race("main", "SetEvent(E)", "worker", "WaitForSingleObject(E, 20)")
            .program();

    private static Program example(String name) {
        return ProgramReader.read(EXAMPLES.resolve(name));
    }

    /** Programs that are explored in no time even without deduplication. */
    static Stream<Program> small() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            List<Program> examples = files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.endsWith("self-queue-loop.json"))
                    .filter(file -> !file.endsWith("race-3x4.json") && !file.endsWith("independent-4x5.json"))
                    .map(ProgramReader::read)
                    .toList();
            return Stream.concat(examples.stream(), Stream.of(RACE_3_X_2, TIE, TWO_WAITERS, SIGNAL_AGAINST_TIME));
        }
    }

    private static Set<Outcome> outcomes(Exploration exploration) {
        return exploration.traces().stream().map(Trace::outcome).collect(Collectors.toSet());
    }

    private static Set<String> results(Program program, String thread) {
        return Explorer.explore(program).traces().stream()
                .map(trace -> trace.on(thread).stream()
                        .filter(event -> event.kind() == EventKind.RETURNS)
                        .map(event -> event.what())
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.toSet());
    }

    @Test
    void threeThreadsThatQueueFourApcsEachHave34650Outcomes() {
        Exploration exploration = Explorer.explore(example("race-3x4.json"));

        assertThat(exploration.size()).isEqualTo(34_650);
        assertThat(exploration.isComplete()).isTrue();
    }

    @Test
    void callsOnObjectsOfTheirOwnHaveOneOutcomeInAllInterleavings() {
        Exploration exploration = Explorer.explore(example("independent-4x5.json"));

        assertThat(exploration.size()).isEqualTo(1);
        assertThat(exploration.schedules()).isEqualTo(11_732_745_024L);
        assertThat(exploration.isComplete()).isTrue();
    }

    @Test
    void everyOrderOfARaceIsAnOutcomeOfItsOwn() {
        Exploration exploration = Explorer.explore(RACE_3_X_2);

        assertThat(exploration.size()).isEqualTo(90);
        assertThat(outcomes(exploration)).hasSize(90);
        assertThat(exploration.schedules()).isEqualTo(90);
    }

    @Test
    void aLoopThatAlwaysGoesOnIsTheSameAsItsCallsWrittenOut() {
        Draft once = new Draft("main", "worker").autoResetEvent("E");
        Draft loop = new Draft("main", "worker").autoResetEvent("E");
        String wait = "WaitForSingleObject(E, 0)";
        Exploration written = Explorer.explore(
                once.race("main", "SetEvent(E); SetEvent(E); SetEvent(E)", "worker", wait + "; " + wait)
                        .program());
        Exploration looped = Explorer.explore(
                loop.race("main", "SetEvent(E) while it returns TRUE, at most 3 times", "worker", wait + "; " + wait)
                        .program());

        assertThat(outcomes(looped)).isEqualTo(outcomes(written));
        assertThat(looped.schedules()).isEqualTo(written.schedules());
    }

    @Test
    void aLoopEndsWithAnotherResultOrWithItsTimes() {
        Program program = new Draft("main", "worker")
                .autoResetEvent("E")
                .race(
                        "main", "SetEvent(E)",
                        "worker", "WaitForSingleObject(E, 0) while it returns WAIT_TIMEOUT, at most 3 times")
                .program();

        assertThat(results(program, "worker"))
                .containsExactlyInAnyOrder(
                        "WAIT_OBJECT_0",
                        "WAIT_TIMEOUT, WAIT_OBJECT_0",
                        "WAIT_TIMEOUT, WAIT_TIMEOUT, WAIT_OBJECT_0",
                        "WAIT_TIMEOUT, WAIT_TIMEOUT, WAIT_TIMEOUT");
    }

    @Test
    void aLoopInARoutineIsOverBeforeTheRoutineEnds() {
        Program program = new Draft("main")
                .apc("A", "SleepEx(0, TRUE) while it returns WAIT_IO_COMPLETION, at most 5 times")
                .apc("B", "QueueUserAPC(C, main, 0)")
                .apc("C")
                .call("main", "QueueUserAPC(A, main, 0)")
                .call("main", "QueueUserAPC(B, main, 0)")
                .call("main", "SleepEx(0, TRUE)")
                .program();

        assertThat(Explorer.explore(program).traces().get(0).on("main").stream()
                        .skip(4)
                        .map(event -> event.happening().text()))
                .containsExactly(
                        "calls SleepEx(0, TRUE)",
                        "begins A(0)",
                        "calls SleepEx(0, TRUE)",
                        "begins B(0)",
                        "calls QueueUserAPC(C, main, 0)",
                        "returns nonzero",
                        "ends B",
                        "begins C(0)",
                        "ends C",
                        "returns WAIT_IO_COMPLETION",
                        "calls SleepEx(0, TRUE)",
                        "returns 0",
                        "ends A",
                        "returns WAIT_IO_COMPLETION");
    }

    @Test
    void aThreadThatIsSuspendedInALoopIsNotDoneWithIt() {
        Program program = new Draft("main", "worker")
                .race(
                        "main", "SuspendThread(worker)",
                        "worker", "SwitchToThread() while it returns FALSE, at most 2 times")
                .race("main", "Sleep(0)", "worker", "Sleep(0)")
                .program();

        assertThat(Explorer.explore(program).traces())
                .extracting(Trace::status)
                .as("the race cannot begin, wherever worker stands")
                .contains(TraceStatus.STUCK)
                .allSatisfy(status -> assertThat(status).isIn(TraceStatus.STUCK, TraceStatus.COMPLETED));
    }

    @ParameterizedTest
    @MethodSource("small")
    void deduplicationLosesNoOutcome(Program program) {
        Exploration with = Explorer.explore(program);
        Exploration without = Explorer.explore(program, Explorer.STATES_MAX, false);

        assertThat(outcomes(with)).isEqualTo(outcomes(without));
        assertThat(with.schedules()).isEqualTo(without.schedules());
    }

    @ParameterizedTest
    @MethodSource("small")
    void everyTokenReplaysToItsOutcome(Program program) {
        for (Trace trace : Explorer.explore(program).traces()) {
            Trace replayed = Simulation.run(program, trace.schedule());

            assertThat(replayed.events()).isEqualTo(trace.events());
            assertThat(replayed.schedule()).isEqualTo(trace.schedule());
        }
    }

    @ParameterizedTest
    @MethodSource("small")
    void anExplorationFindsTheSameEveryTime(Program program) {
        assertThat(Explorer.explore(program).traces())
                .isEqualTo(Explorer.explore(program).traces());
    }

    @ParameterizedTest
    @MethodSource("small")
    void theDefaultRunIsAmongTheOutcomes(Program program) {
        assertThat(outcomes(Explorer.explore(program)))
                .contains(Simulation.run(program).outcome());
    }

    @Test
    void anExplorationThatStopsAtItsBoundSaysSo() {
        Exploration bounded = Explorer.explore(RACE_3_X_2, 10, true);

        assertThat(bounded.isComplete()).isFalse();
        assertThat(bounded.states()).isEqualTo(10);
        assertThat(bounded.size()).isLessThan(90);
    }

    @Test
    void anOutcomeNamesTheReadingItDependsOn() {
        List<Trace> traces = Explorer.explore(TIE).traces();

        assertThat(traces)
                .extracting(Trace::readings)
                .containsExactlyInAnyOrder(
                        Map.of("APC-BEFORE-SIGNALED-OBJECT", "apc-first"),
                        Map.of("APC-BEFORE-SIGNALED-OBJECT", "object-first"));
        assertThat(results(TIE, "worker")).containsExactlyInAnyOrder("WAIT_IO_COMPLETION", "WAIT_OBJECT_0");
    }

    @Test
    void anOutcomeThatDependsOnNoReadingNamesNone() {
        assertThat(Explorer.explore(RACE_3_X_2).traces())
                .allSatisfy(trace -> assertThat(trace.readings()).isEmpty());
    }

    @Test
    void aReadingIsTakenOnceForAWholeRun() {
        Program twice = new Draft("main", "worker")
                .signaledEvent("E")
                .call("main", "QueueUserAPC(A, worker, 0)")
                .call("worker", "WaitForSingleObjectEx(E, INFINITE, TRUE)")
                .call("main", "QueueUserAPC(A, worker, 0)")
                .call("worker", "WaitForSingleObjectEx(E, INFINITE, TRUE)")
                .program();

        assertThat(results(twice, "worker"))
                .containsExactlyInAnyOrder("WAIT_IO_COMPLETION, WAIT_IO_COMPLETION", "WAIT_OBJECT_0, WAIT_OBJECT_0");
    }

    @Test
    void anyOfTheWaitersMayGetASignal() {
        assertThat(results(TWO_WAITERS, "worker")).containsExactlyInAnyOrder("", "WAIT_OBJECT_0");
    }

    @Test
    void inARaceTimeMayPassAtAnyPoint() {
        assertThat(results(SIGNAL_AGAINST_TIME, "worker")).containsExactlyInAnyOrder("WAIT_OBJECT_0", "WAIT_TIMEOUT");
    }

    /** What is nested deeper and deeper never comes to a situation that there was before; it must not be compared with one all the time. */
    @Test
    @Timeout(30)
    void routinesThatNestForEverAreStopped() {
        Program program = new Draft("worker")
                .timer("T")
                .timerRoutine("R", "SleepEx(INFINITE, TRUE)")
                .call("worker", "SetWaitableTimer(T, {after: 30}, 30, R, 0, FALSE)")
                .call("worker", "SleepEx(INFINITE, TRUE)")
                .program();

        assertThatThrownBy(() -> Explorer.explore(program))
                .isInstanceOf(ProgramException.class)
                .hasMessageContaining("must come to an end");
    }

    /** Who performs the program waits for the threads of the race and for nobody else, so what ends the wait of another is open. */
    @Test
    void aRaceGoesOnForTheWaitsOfItsOwnThreadsOnly() {
        Program program = new Draft("main", "worker", "helper")
                .timer("T")
                .call("helper", "WaitForSingleObject(T, INFINITE)")
                .race("main", "SetWaitableTimer(T, {after: 60}, 0, NULL, 0, FALSE)", "worker", "GetLastError()")
                .call("main", "GetLastError()")
                .program();

        assertThat(pointsAtWhichHelperReturns(program)).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void aRaceIsOverWhenTimeEndsNoWaitOfItsThreads() {
        Program program = new Draft("main", "worker", "helper")
                .timer("T")
                .race(
                        "main",
                        "SetWaitableTimer(T, {after: 60}, 0, NULL, 0, FALSE)",
                        "helper",
                        "WaitForSingleObject(T, INFINITE)")
                .call("main", "GetLastError()")
                .program();

        assertThat(pointsAtWhichHelperReturns(program)).containsExactly(0);
    }

    /** The entries that are under way when it does, in any outcome. */
    private static Set<Integer> pointsAtWhichHelperReturns(Program program) {
        return Explorer.explore(program).stream()
                .map(trace -> trace.outcome().threads().get("helper").get(1).point())
                .collect(Collectors.toSet());
    }

    @Test
    void outsideARaceTimePassesOnlyWhereTheScriptLetsIt() {
        Program program = new Draft("main", "worker")
                .autoResetEvent("E")
                .call("worker", "WaitForSingleObject(E, 20)")
                .call("main", "SetEvent(E)")
                .program();

        assertThat(results(program, "worker")).containsExactly("WAIT_OBJECT_0");
    }

    @Test
    void aHandleThatIsClosedBetweenTheSignalAndTheWaitIsStillWaitedFor() {
        Program program = new Draft("main", "worker")
                .autoResetEvent("E")
                .signaledEvent("F")
                .race("main", "CloseHandle(F)", "worker", "SignalObjectAndWait(E, F, INFINITE, FALSE)")
                .call("main", "WaitForSingleObject(E, 0)")
                .program();

        assertThat(outcomes(Explorer.explore(program)))
                .extracting(outcome -> outcome.texts().get("worker").get(1)
                        + outcome.texts().get("main").get(3))
                .containsExactlyInAnyOrder(
                        "0 returns WAIT_OBJECT_0" + "1 returns WAIT_OBJECT_0",
                        "0 returns WAIT_FAILED, last error ERROR_INVALID_HANDLE" + "1 returns WAIT_TIMEOUT");
    }

    @Test
    void aThreadMayBeTerminatedBetweenAnyTwoOfItsEvents() {
        Program program = new Draft("main", "worker")
                .race("main", "TerminateThread(worker, 9)", "worker", "SleepEx(0, FALSE); SleepEx(0, FALSE)")
                .program();

        assertThat(Explorer.explore(program).traces().stream()
                        .map(trace -> trace.on("worker").size())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }
}
