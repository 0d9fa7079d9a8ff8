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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole way to Wine and back, where it has been set up. */
class WineTargetTest {
    private static Target wine;

    @BeforeAll
    static void open() throws TargetUnavailableException {
        WineProvider provider = new WineProvider();
        String missing = provider.missing("wine", Map.of());
        assumeTrue(missing.isEmpty(), missing);
        wine = provider.open("wine", Map.of("limitMillis", "60000"));
    }

    @AfterAll
    static void close() {
        if (wine != null) {
            wine.close();
        }
    }

    private static Trace run(String json) {
        return wine.run(ProgramReader.read(Document.json("test", json.replace('\'', '"'))))
                .traces()
                .get(0);
    }

    private static List<String> on(String thread, Trace trace) {
        return trace.on(thread).stream().map(event -> event.happening().text()).toList();
    }

    @Test
    void itSaysWhichWineItIs() {
        assertThat(wine.describe().implementation()).isEqualTo("Wine");
        assertThat(wine.describe().version()).matches("\\d+\\.\\d+.*");
        assertThat(wine.describe().apis()).contains("QueueUserAPC", "GetCurrentThread", "SignalObjectAndWait");
    }

    @Test
    void aThreadIsSeenBlockedAndAnApcEndsItsWait() {
        Trace trace = run("""
                {'threads': [{'name': 'main'}, {'name': 'worker'}], 'script': [
                  {'thread': 'worker', 'call': 'SleepEx(INFINITE, TRUE)', 'mustBlock': true},
                  {'thread': 'main', 'call': 'QueueUserAPC(A, worker, 0x80000000)'}]}""");

        assertThat(trace.status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(on("worker", trace))
                .containsExactly(
                        "calls SleepEx(INFINITE, TRUE)",
                        "blocked SleepEx",
                        "begins A(0x80000000)",
                        "ends A",
                        "returns WAIT_IO_COMPLETION");
    }

    @Test
    void theLastErrorOutlastsWhatJavaDoesBetweenTwoCalls() {
        Trace trace = run("""
                {'threads': [{'name': 'main'}], 'script': [
                  {'thread': 'main', 'call': 'SetLastError(1234)'},
                  {'thread': 'main', 'call': 'SleepEx(0, TRUE)'},
                  {'thread': 'main', 'call': 'GetLastError()'},
                  {'thread': 'main', 'call': 'SuspendThread(invalid)'},
                  {'thread': 'main', 'call': 'GetLastError()'}]}""");

        assertThat(on("main", trace))
                .contains("returns 1234", "returns 0xFFFFFFFF, last error ERROR_INVALID_HANDLE")
                .endsWith("returns ERROR_INVALID_HANDLE");
    }

    @Test
    void theLastErrorOutlastsTheWayIntoARoutineAndBack() {
        Trace trace = run("""
                {'threads': [{'name': 'main'}, {'name': 'late', 'suspended': true}],
                 'routines': [
                  {'name': 'A', 'kind': 'apc', 'body': ['GetLastError()', 'SleepEx(0, TRUE)', 'GetLastError()']},
                  {'name': 'B', 'kind': 'apc', 'body': ['SetLastError(4660)']}],
                 'script': [
                  {'thread': 'main', 'call': 'QueueUserAPC(A, main, 0)'},
                  {'thread': 'main', 'call': 'QueueUserAPC(B, main, 0)'},
                  {'thread': 'main', 'call': 'QueueUserAPC(B, late, 0)'},
                  {'thread': 'main', 'call': 'QueueUserAPC(C, late, 0)'},
                  {'thread': 'main', 'call': 'SetLastError(48879)'},
                  {'thread': 'main', 'call': 'SleepEx(0, TRUE)'},
                  {'thread': 'main', 'call': 'GetLastError()'},
                  {'thread': 'main', 'call': 'ResumeThread(late)'},
                  {'thread': 'late', 'call': 'GetLastError()'}]}""");

        assertThat(on("main", trace))
                .containsSubsequence(
                        "begins A(0)",
                        "calls GetLastError()",
                        "returns 48879",
                        "begins B(0)",
                        "ends B",
                        "calls GetLastError()",
                        "returns 4660",
                        "ends A",
                        "returns WAIT_IO_COMPLETION",
                        "calls GetLastError()",
                        "returns 4660");
        assertThat(on("late", trace))
                .containsSubsequence("begins B(0)", "begins C(0)", "starts")
                .endsWith("returns 4660");
    }

    @Test
    void aThreadThatEndsTakesNothingWithIt() {
        for (int i = 0; i < 3; i++) {
            Trace trace = run("""
                    {'threads': [{'name': 'main'}, {'name': 'worker'}], 'script': [
                      {'thread': 'worker', 'call': 'WaitForSingleObject(main, INFINITE)'},
                      {'thread': 'main', 'call': 'TerminateThread(worker, 7)'},
                      {'thread': 'main', 'call': 'GetExitCodeThread(worker, &code)'}]}""");

            assertThat(trace.status()).isEqualTo(TraceStatus.COMPLETED);
            assertThat(on("main", trace)).endsWith("returns TRUE, code = 7");
        }
    }
}
