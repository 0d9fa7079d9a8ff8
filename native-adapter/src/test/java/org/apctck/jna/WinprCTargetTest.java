package org.apctck.jna;

import static org.apctck.jna.Winpr.on;
import static org.apctck.jna.Winpr.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apctck.spec.Steering;
import org.apctck.spec.Target;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.api.Constants;
import org.apctck.spec.api.ReturnType;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The agent in C on a real library: it knows what the kit knows, and outlives what ends its threads. */
class WinprCTargetTest {
    private static final WinprCProvider PROVIDER = new WinprCProvider();

    private static Target winpr;

    @BeforeAll
    static void open() throws TargetUnavailableException {
        String missing = PROVIDER.missing("winpr-c", Map.of());
        assumeTrue(missing.isEmpty(), missing);
        winpr = PROVIDER.open("winpr-c", Winpr.PATIENT);
    }

    @AfterAll
    static void close() {
        if (winpr != null) {
            winpr.close();
        }
    }

    @Test
    void itDescribesTheLibraryAsTheOtherAgentDoes() throws TargetUnavailableException {
        try (Target other = Winpr.open()) {
            assertThat(winpr.describe().implementation())
                    .isEqualTo(other.describe().implementation());
            assertThat(winpr.describe().version()).isEqualTo(other.describe().version());
            assertThat(winpr.describe().digest()).isEqualTo(other.describe().digest());
            assertThat(winpr.describe().apis()).isEqualTo(other.describe().apis());
        }
    }

    @Test
    void itKnowsEveryConstant() {
        Map<String, String> known = new TreeMap<>();
        Map<String, String> expected = new TreeMap<>();
        Constants.all().forEach((name, value) -> {
            Trace trace = run(winpr, """
                    {'threads': [{'name': 'main'}], 'script': [
                      {'thread': 'main', 'call': 'SetLastError(%s)'},
                      {'thread': 'main', 'call': 'GetLastError()'}]}""".formatted(name));
            known.put(name, trace.events().get(trace.events().size() - 2).what());
            expected.put(name, ReturnType.ERROR_CODE.write(value));
        });

        assertThat(known).isEqualTo(expected);
    }

    @Test
    void aFunctionThatTheLibraryLacksIsNotImplemented() {
        Trace trace = run(winpr, """
                {'threads': [{'name': 'main'}], 'script': [
                  {'thread': 'main', 'call': 'h = OpenThread(SYNCHRONIZE, FALSE, id of main)'}]}""");

        assertThat(trace.status()).isEqualTo(TraceStatus.NOT_IMPLEMENTED);
        assertThat(trace.evidence()).endsWith("does not export OpenThread");
    }

    @Test
    void aThreadThatIsTerminatedLeavesTheProcessFitForMore() {
        String program = """
                {'threads': [{'name': 'main'}, {'name': 'worker'}], 'script': [
                  {'thread': 'worker', 'call': 'SleepEx(INFINITE, TRUE)'},
                  {'thread': 'main', 'call': 'TerminateThread(worker, 4)'},
                  {'thread': 'main', 'call': 'GetExitCodeThread(worker, &code)'}]}""";
        for (int i = 0; i < 50; i++) {
            Trace trace = run(winpr, program);

            assertThat(trace.status()).isEqualTo(TraceStatus.COMPLETED);
            assertThat(on("worker", trace))
                    .containsExactly("calls SleepEx(INFINITE, TRUE)", "blocked SleepEx", "exits");
            assertThat(on("main", trace)).endsWith("returns TRUE, code = 4");
        }
    }

    @Test
    void threadsAwaitEachOtherInTheCallsInWhichTheyAreToMeet() {
        Program race = Winpr.program("""
                {'threads': [{'name': 'main'}, {'name': 'worker'}], 'script': [
                  {'thread': 'main', 'call': 'SetLastError(0)'},
                  {'race': {'main': ['SetLastError(1)', 'SetLastError(2)', 'SetLastError(3)'], 'worker': ['SetLastError(4)']}}]}""");
        Steering steering = new Steering(Map.of(), Map.of("main", 2, "worker", 0));
        int meetings = 0;
        for (int i = 0; i < 20; i++) {
            List<Event> events = winpr.run(race, steering).traces().get(0).events();
            meetings += returned(events, "main", "SetLastError(2)") > index(events, "worker", "SetLastError(4)")
                            && returned(events, "worker", "SetLastError(4)") > index(events, "main", "SetLastError(2)")
                    ? 1
                    : 0;
        }

        // Each may be late on a busy machine, and the other one waits for so long only.
        assertThat(meetings).isGreaterThan(10);
    }

    private static int index(List<Event> events, String thread, String call) {
        return IntStream.range(0, events.size())
                .filter(i -> events.get(i).thread().equals(thread)
                        && events.get(i).what().equals(call))
                .findFirst()
                .orElseThrow();
    }

    private static int returned(List<Event> events, String thread, String call) {
        return IntStream.range(index(events, thread, call) + 1, events.size())
                .filter(i -> events.get(i).thread().equals(thread))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCrashLeavesTheEventsBeforeIt() {
        Trace trace = run(winpr, """
                {'threads': [{'name': 'worker'}], 'script': [
                  {'thread': 'worker', 'call': 'SetLastError(5)'},
                  {'thread': 'worker', 'call': 'WaitForSingleObject(invalid, 0)'}]}""");

        assertThat(trace.status()).isEqualTo(TraceStatus.CRASHED);
        assertThat(trace.evidence()).contains("SIGSEGV").contains("WaitForSingleObject");
        assertThat(on("worker", trace))
                .containsExactly("calls SetLastError(5)", "returns void", "calls WaitForSingleObject(invalid, 0)");
    }

    @Test
    void theLastErrorOfAThreadIsNotDisturbedByItsApcs() {
        Trace trace = run(winpr, """
                {'threads': [{'name': 'worker'}], 'routines': [{'name': 'A', 'kind': 'apc', 'body': ['GetLastError()']}],
                 'script': [
                  {'thread': 'worker', 'call': 'self = GetCurrentThread()'},
                  {'thread': 'worker', 'call': 'QueueUserAPC(A, self, 0)'},
                  {'thread': 'worker', 'call': 'SetLastError(1234)'},
                  {'thread': 'worker', 'call': 'SleepEx(0, TRUE)'},
                  {'thread': 'worker', 'call': 'GetLastError()'}]}""");

        assertThat(on("worker", trace))
                .endsWith(
                        "begins A(0)",
                        "calls GetLastError()",
                        "returns 1234",
                        "ends A",
                        "returns WAIT_IO_COMPLETION",
                        "calls GetLastError()",
                        "returns 1234");
    }
}
