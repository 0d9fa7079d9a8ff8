package org.apctck.jna.wine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import org.apctck.spec.Target;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.format.Document;
import org.apctck.spec.program.ProgramReader;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Timers under Wine, through both agents, where it has been set up. */
class TimersOnWineTest {
    private Target target;

    private Trace run(String name, String json) throws TargetUnavailableException {
        WineProvider provider = new WineProvider();
        String missing = provider.missing(name, Map.of());
        assumeTrue(missing.isEmpty(), missing);
        target = provider.open(name, Map.of("limitMillis", "60000"));
        return target.run(ProgramReader.read(Document.json("test", json.replace('\'', '"'))))
                .traces()
                .get(0);
    }

    @AfterEach
    void close() {
        if (target != null) {
            target.close();
        }
    }

    private static List<String> on(String thread, Trace trace) {
        return trace.on(thread).stream().map(event -> event.happening().text()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wine", "wine-c"})
    void aRoutineIsGivenItsArgumentAndTheTimeAndKeepsTheLastError(String name) throws TargetUnavailableException {
        Trace trace = run(name, """
                {'threads': [{'name': 'main'}],
                 'routines': [{'name': 'R', 'kind': 'timer', 'body': ['GetLastError()', 'SetLastError(4660)']}],
                 'script': [
                  {'thread': 'main', 'call': 'T = CreateWaitableTimerW(NULL, FALSE, NULL)'},
                  {'thread': 'main', 'call': 'SetWaitableTimer(T, {at: 100}, 0, R, 0x123456789, FALSE)'},
                  {'thread': 'main', 'call': 'SetLastError(48879)'},
                  {'thread': 'main', 'call': 'SleepEx(INFINITE, TRUE)'},
                  {'thread': 'main', 'call': 'GetLastError()', 'afterReturn': true}]}""");

        assertThat(trace.status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(on("main", trace))
                .endsWith(
                        "begins R(0x123456789, on time)",
                        "calls GetLastError()",
                        "returns 48879",
                        "calls SetLastError(4660)",
                        "returns void",
                        "ends R",
                        "returns WAIT_IO_COMPLETION",
                        "calls GetLastError()",
                        "returns 4660");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wine", "wine-c"})
    void aTimerEndsTheWaitForACopyOfItsHandle(String name) throws TargetUnavailableException {
        Trace trace = run(name, """
                {'threads': [{'name': 'main'}, {'name': 'worker'}],
                 'script': [
                  {'thread': 'main', 'call': 'T = CreateWaitableTimerW(NULL, FALSE, NULL)'},
                  {'thread': 'main', 'call': 'SetWaitableTimer(T, {after: 400}, 0, NULL, 0, FALSE)'},
                  {'thread': 'main', 'call': 'self = GetCurrentProcess()'},
                  {'thread': 'main', 'call': 'DuplicateHandle(self, T, self, &U, 0, FALSE, DUPLICATE_SAME_ACCESS)'},
                  {'thread': 'main', 'call': 'CloseHandle(T)'},
                  {'thread': 'main', 'call': 'E = CreateEventW(NULL, TRUE, FALSE, NULL)'},
                  {'thread': 'worker', 'call': 'WaitForSingleObject(U, INFINITE)'},
                  {'thread': 'worker', 'call': 'Sleep(0)', 'afterReturn': true}]}""");

        assertThat(trace.status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(on("worker", trace)).containsSubsequence("returns WAIT_OBJECT_0", "returns void");
    }
}
