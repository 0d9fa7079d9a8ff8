package org.apctck.reference.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apctck.reference.following.Draft;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramException;
import org.apctck.spec.program.ProgramReader;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static List<String> events(Trace trace) {
        return trace.events().stream().map(Event::toString).toList();
    }

    private static List<String> on(String thread, Trace trace) {
        return trace.on(thread).stream()
                .filter(event -> !event.kind().isObservation())
                .map(event -> event.happening().text())
                .toList();
    }

    // Quiescence

    @Test
    void theNextEntryBeginsWhenNothingCanHappen() {
        Trace trace = Simulation.run(new Draft("main", "worker")
                .call("worker", "SleepEx(INFINITE, TRUE)")
                .call("main", "QueueUserAPC(A, worker, 1)")
                .program());

        assertThat(events(trace))
                .containsExactly(
                        "worker calls SleepEx(INFINITE, TRUE)",
                        "worker blocked SleepEx",
                        "quiescent",
                        "main calls QueueUserAPC(A, worker, 1)",
                        "main returns nonzero",
                        "worker begins A(1)",
                        "worker ends A",
                        "worker returns WAIT_IO_COMPLETION",
                        "quiescent");
        assertThat(trace.status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(trace.evidence()).isEmpty();
    }

    @Test
    void eventsAreNumberedFromZero() {
        Trace trace = Simulation.run(new Draft("main").call("main", "Sleep(0)").program());

        assertThat(trace.events()).extracting(Event::seq).containsExactly(0, 1, 2);
    }

    @Test
    void aThreadThatStaysBlockedIsANormalEndWithTheFactAsEvidence() {
        Trace trace = Simulation.run(new Draft("main", "worker")
                .autoResetEvent("E")
                .call("worker", "WaitForSingleObject(E, INFINITE)")
                .program());

        assertThat(trace.status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(trace.evidence()).contains("worker", "blocked for ever", "WaitForSingleObject");
    }

    // Time

    @Test
    void timePassesWhereTheScriptLetsIt() {
        Trace trace = Simulation.run(new Draft("main")
                .call("main", "SleepEx(50, TRUE)")
                .elapse(50)
                .call("main", "SleepEx(0, TRUE)")
                .program());

        assertThat(on("main", trace))
                .containsExactly("calls SleepEx(50, TRUE)", "returns 0", "calls SleepEx(0, TRUE)", "returns 0");
        Event slept = trace.events().stream()
                .filter(event -> event.kind() == EventKind.RETURNS)
                .findFirst()
                .orElseThrow();
        assertThat(slept.micros()).isEqualTo(50_000);
    }

    @Test
    void lessTimeThanAWaitNeedsLeavesItInProgress() {
        Program program = new Draft("main")
                .call("main", "SleepEx(50, TRUE)")
                .elapse(49)
                .call("main", "SleepEx(0, TRUE)")
                .program();

        assertThatThrownBy(() -> Simulation.run(program))
                .isInstanceOf(ProgramException.class)
                .hasMessageContaining("script[2]")
                .hasMessageContaining("main is still in SleepEx(50, TRUE)");
    }

    @Test
    void afterItReturnsLetsTimePassUntilTheCallReturns() {
        Trace trace = Simulation.run(new Draft("main")
                .call("main", "SleepEx(50, FALSE)")
                .callAfterReturn("main", "SleepEx(0, FALSE)")
                .program());

        assertThat(on("main", trace))
                .containsExactly("calls SleepEx(50, FALSE)", "returns 0", "calls SleepEx(0, FALSE)", "returns 0");
    }

    @Test
    void waitsThatAreUnderWayAtTheEndRunOut() {
        Trace trace = Simulation.run(
                new Draft("main").call("main", "SleepEx(50, TRUE)").program());

        assertThat(events(trace))
                .containsExactly("main calls SleepEx(50, TRUE)", "main blocked SleepEx", "main returns 0", "quiescent");
    }

    // Entries that cannot begin

    @Test
    void anEntryForAThreadThatIsBlockedForEverIsStuck() {
        Trace trace = Simulation.run(new Draft("main")
                .autoResetEvent("E")
                .call("main", "WaitForSingleObject(E, INFINITE)")
                .call("main", "SleepEx(0, FALSE)")
                .program());

        assertThat(trace.status()).isEqualTo(TraceStatus.STUCK);
        assertThat(trace.evidence())
                .isEqualTo("script[1] cannot begin: main is still in WaitForSingleObject(E, INFINITE)");
    }

    @Test
    void anEntryForAThreadThatHasEndedIsStuck() {
        Trace trace = Simulation.run(new Draft("main")
                .call("main", "ExitThread(0)")
                .call("main", "SleepEx(0, FALSE)")
                .program());

        assertThat(trace.status()).isEqualTo(TraceStatus.STUCK);
        assertThat(trace.evidence()).isEqualTo("script[1] cannot begin: main has ended");
    }

    @Test
    void anEntryForASuspendedThreadIsStuck() {
        Trace trace = Simulation.run(new Draft("main")
                .suspended("worker")
                .call("worker", "SleepEx(0, FALSE)")
                .program());

        assertThat(trace.status()).isEqualTo(TraceStatus.STUCK);
        assertThat(trace.evidence()).isEqualTo("script[0] cannot begin: worker is suspended");
    }

    @Test
    void aSuspendedThreadDoesNotTakeTheWorkOfTwoRaces() {
        Trace trace = Simulation.run(new Draft("main")
                .suspended("worker")
                .race("main", "Sleep(0)", "worker", "Sleep(0)")
                .race("main", "Sleep(0)", "worker", "Sleep(0)")
                .program());

        assertThat(trace.status()).isEqualTo(TraceStatus.STUCK);
        assertThat(trace.evidence()).isEqualTo("script[1] cannot begin: worker is suspended");
    }

    @Test
    void aLoopThatNeverEndsIsAnErrorThatNamesItsCycle() {
        Program program = ProgramReader.read(Path.of("..", "docs", "examples", "self-queue-loop.json"));

        assertThatThrownBy(() -> Simulation.run(program))
                .isInstanceOf(ProgramException.class)
                .hasMessageContaining("worker runs Again in a cycle");
    }

    @Test
    void aLoopOfSeveralRoutinesNamesAllOfThem() {
        Program program = new Draft("main", "worker")
                .apc("Ping", "QueueUserAPC(Pong, worker, 0)")
                .apc("Pong", "QueueUserAPC(Ping, worker, 0)")
                .call("main", "QueueUserAPC(Ping, worker, 0)")
                .call("worker", "SleepEx(INFINITE, TRUE)")
                .program();

        assertThatThrownBy(() -> Simulation.run(program))
                .hasMessageContainingAll("worker runs Ping", "worker runs Pong");
    }

    // Threads and routines

    @Test
    void apcsQueuedBeforeTheStartBelongToTheStart() {
        Trace trace = Simulation.run(new Draft("main")
                .suspended("worker")
                .call("main", "QueueUserAPC(A, worker, 0)")
                .call("main", "ResumeThread(worker)")
                .program());

        assertThat(on("worker", trace)).containsExactly("begins A(0)", "ends A", "starts");
    }

    @Test
    void aThreadThatAProgramMakesRunsItsRoutineAndEnds() {
        Trace trace = Simulation.run(new Draft("main")
                .threadRoutine("R", 7, "SleepEx(0, FALSE)")
                .call("main", "t = CreateThread(NULL, 0, R, 70000, 0, &id)")
                .call("main", "GetExitCodeThread(t, &code)")
                .program());

        assertThat(on("t", trace))
                .containsExactly("starts R(0x11170)", "calls SleepEx(0, FALSE)", "returns 0", "exits");
        assertThat(on("main", trace)).contains("returns handle, id = id of t", "returns TRUE, code = 7");
    }

    @Test
    void aWaitInsideAnApcDoesNotChangeWhatTheOuterWaitReturns() {
        Trace trace = Simulation.run(new Draft("main", "worker")
                .apc("Outer", "SleepEx(0, FALSE)")
                .call("main", "QueueUserAPC(Outer, worker, 0)")
                .call("main", "QueueUserAPC(B, worker, 0)")
                .call("worker", "SleepEx(INFINITE, TRUE)")
                .program());

        assertThat(on("worker", trace))
                .containsExactly(
                        "calls SleepEx(INFINITE, TRUE)",
                        "begins Outer(0)",
                        "calls SleepEx(0, FALSE)",
                        "returns 0",
                        "ends Outer",
                        "begins B(0)",
                        "ends B",
                        "returns WAIT_IO_COMPLETION");
    }

    @Test
    void anExitInsideAnApcUnwindsEverything() {
        Trace trace = Simulation.run(new Draft("main", "worker")
                .apc("A", "ExitThread(5)", "SleepEx(0, FALSE)")
                .call("main", "QueueUserAPC(A, worker, 0)")
                .call("main", "QueueUserAPC(B, worker, 0)")
                .call("worker", "SleepEx(INFINITE, TRUE)")
                .program());

        assertThat(on("worker", trace))
                .containsExactly("calls SleepEx(INFINITE, TRUE)", "begins A(0)", "calls ExitThread(5)", "exits");
    }

    @Test
    void aCallThatFailsShowsItsLastErrorAndBindsNothing() {
        Trace trace = Simulation.run(new Draft("main")
                .call("main", "GetExitCodeThread(invalid, &code)")
                .program());

        assertThat(on("main", trace).get(1)).isEqualTo("returns FALSE, last error ERROR_INVALID_HANDLE");
    }

    // Schedules

    @Test
    void aRunIsTheSameEveryTime() {
        Program program = new Draft("main", "worker", "helper")
                .autoResetEvent("E")
                .race("main", "SetEvent(E)", "worker", "WaitForSingleObject(E, 20)", "helper", "SetEvent(E)")
                .program();

        assertThat(Simulation.run(program)).isEqualTo(Simulation.run(program));
        assertThat(Simulation.run(program).schedule()).isEqualTo("-");
    }

    @Test
    void aScheduleOfAnotherProgramIsRefused() {
        Program program = new Draft("main").call("main", "Sleep(0)").program();

        assertThatThrownBy(() -> Simulation.run(program, "1"))
                .isInstanceOf(ProgramException.class)
                .hasMessageContaining("another program");
    }
}
