package org.apctck.jna;

import static org.apctck.jna.Winpr.on;
import static org.apctck.jna.Winpr.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import org.apctck.spec.Target;
import org.apctck.spec.TargetProvider;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Timers on a real library, through both agents; what is asserted of WinPR was seen in 2.11.7 and is not what Windows does. */
class TimersOnWinprTest {
    private Target target;

    private void open(String name) throws TargetUnavailableException {
        TargetProvider provider = name.equals("winpr") ? new WinprProvider() : new WinprCProvider();
        String missing = provider.missing(name, Map.of());
        assumeTrue(missing.isEmpty(), missing);
        target = provider.open(name, Winpr.PATIENT);
    }

    @AfterEach
    void close() {
        if (target != null) {
            target.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"winpr", "winpr-c"})
    void aRoutineRunsInTheLastWaitOfItsSetter(String name) throws TargetUnavailableException {
        open(name);

        Trace trace = run(target, """
                {'threads': [{'name': 'main'}], 'routines': [{'name': 'R', 'kind': 'timer', 'body': ['SetLastError(5)']}],
                 'script': [
                  {'thread': 'main', 'call': 'T = CreateWaitableTimerW(NULL, FALSE, NULL)'},
                  {'thread': 'main', 'call': 'SetWaitableTimer(T, {after: 100}, 0, R, 0x123456789, FALSE)'},
                  {'thread': 'main', 'call': 'SleepEx(INFINITE, TRUE)'}]}""");

        assertThat(trace.status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(on("main", trace))
                .endsWith(
                        "begins R(0x123456789, 0)",
                        "calls SetLastError(5)",
                        "returns void",
                        "ends R",
                        "returns WAIT_IO_COMPLETION");
    }

    @ParameterizedTest
    @ValueSource(strings = {"winpr", "winpr-c"})
    void anEntryAwaitsTheEndOfAWaitForATimer(String name) throws TargetUnavailableException {
        open(name);

        Trace trace = run(target, """
                {'threads': [{'name': 'main'}, {'name': 'worker'}], 'script': [
                  {'thread': 'main', 'call': 'T = CreateWaitableTimerW(NULL, FALSE, NULL)'},
                  {'thread': 'main', 'call': 'SetWaitableTimer(T, {after: 300}, 0, NULL, 0, FALSE)'},
                  {'thread': 'worker', 'call': 'WaitForSingleObject(T, INFINITE)'},
                  {'thread': 'worker', 'call': 'Sleep(0)', 'afterReturn': true}]}""");

        assertThat(trace.status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(on("worker", trace))
                .containsSubsequence(
                        "calls WaitForSingleObject(T, INFINITE)", "returns WAIT_OBJECT_0", "calls Sleep(0)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"winpr", "winpr-c"})
    void timersThatEndNoWaitDoNotKeepAProgramAlive(String name) throws TargetUnavailableException {
        open(name);

        Trace trace = run(target, """
                {'threads': [{'name': 'main'}, {'name': 'worker'}], 'script': [
                  {'thread': 'main', 'call': 'T = CreateWaitableTimerW(NULL, TRUE, NULL)'},
                  {'thread': 'main', 'call': 'SetWaitableTimer(T, {after: 20}, 20, R, 0, FALSE)'},
                  {'thread': 'main', 'call': 'U = CreateWaitableTimerW(NULL, TRUE, NULL)'},
                  {'thread': 'main', 'call': 'SetWaitableTimer(U, {after: 1000000000000}, 0, R, 0, FALSE)'},
                  {'thread': 'worker', 'call': 'SleepEx(INFINITE, TRUE)'}]}""");

        assertThat(trace.status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(trace.evidence()).isEqualTo("worker is blocked in SleepEx(INFINITE, TRUE) for ever");
        assertThat(on("worker", trace)).containsExactly("calls SleepEx(INFINITE, TRUE)", "blocked SleepEx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"winpr", "winpr-c"})
    void whoWaitsForATimerThatIsNotArmedIsBlockedForEver(String name) throws TargetUnavailableException {
        open(name);

        Trace trace = run(target, """
                {'threads': [{'name': 'main'}], 'script': [
                  {'thread': 'main', 'call': 'T = CreateWaitableTimerW(NULL, FALSE, NULL)'},
                  {'thread': 'main', 'call': 'SetWaitableTimer(T, {after: 20}, 0, NULL, 0, FALSE)'},
                  {'thread': 'main', 'call': 'WaitForSingleObject(T, INFINITE)'},
                  {'thread': 'main', 'call': 'WaitForSingleObject(T, INFINITE)', 'afterReturn': true},
                  {'thread': 'main', 'call': 'Sleep(0)', 'afterReturn': true}]}""");

        assertThat(trace.status()).isEqualTo(TraceStatus.STUCK);
    }
}
