package org.apctck.jna;

import static org.apctck.jna.Winpr.on;
import static org.apctck.jna.Winpr.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.apctck.kit.StderrSource;
import org.apctck.spec.Target;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole way to a real library and back; what is asserted of WinPR was seen in 2.11.7 and is not what Windows does. */
class WinprTargetTest {
    private static final String QUEUE_TO_SELF = """
            {'threads': [{'name': 'worker'}], 'script': [
              {'thread': 'worker', 'call': 'self = GetCurrentThread()'},
              {'thread': 'worker', 'call': 'QueueUserAPC(A, self, 0x80000000)'},
              {'thread': 'worker', 'call': 'SleepEx(INFINITE, TRUE)'}]}""";

    private static final String CRASH = """
            {'threads': [{'name': 'worker'}], 'script': [{'thread': 'worker', 'call': 'WaitForSingleObject(invalid, 0)'}]}""";

    private static Target winpr;

    @BeforeAll
    static void open() throws TargetUnavailableException {
        winpr = Winpr.open();
    }

    @AfterAll
    static void close() {
        if (winpr != null) {
            winpr.close();
        }
    }

    @Test
    void itIsDescribedByItsVersionItsDigestAndItsExports() {
        assertThat(winpr.describe().implementation()).isEqualTo("WinPR");
        assertThat(winpr.describe().version()).matches("\\d+(\\.\\d+)+");
        assertThat(winpr.describe().digest()).matches("[0-9a-f]{64}");
        assertThat(winpr.describe().has(ApiFunction.QUEUE_USER_APC)).isTrue();
        assertThat(winpr.describe().has(ApiFunction.GET_CURRENT_THREAD)).isTrue();
        assertThat(winpr.describe().has(ApiFunction.OPEN_THREAD)).isFalse();
    }

    @Test
    void anApcThatAThreadQueuesToItselfRunsInItsSleep() {
        Trace trace = run(winpr, QUEUE_TO_SELF);

        assertThat(trace.status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(on("worker", trace))
                .containsExactly(
                        "calls GetCurrentThread()",
                        "returns handle",
                        "calls QueueUserAPC(A, self, 0x80000000)",
                        "returns nonzero",
                        "calls SleepEx(INFINITE, TRUE)",
                        "begins A(0x80000000)",
                        "ends A",
                        "returns WAIT_IO_COMPLETION");
    }

    @Test
    void fiftyRunsHaveOneOutcome() {
        Set<String> outcomes = new TreeSet<>();
        for (int i = 0; i < 50; i++) {
            outcomes.add(run(winpr, QUEUE_TO_SELF).outcome().toString());
        }

        assertThat(outcomes).hasSize(1);
    }

    @Test
    void aThreadThatIsBlockedForEverDoesNotHoldUpTheNextProgram() {
        Trace blocked = run(winpr, """
                {'threads': [{'name': 'main'}, {'name': 'worker'}], 'script': [
                  {'thread': 'worker', 'call': 'SleepEx(INFINITE, FALSE)'},
                  {'thread': 'main', 'call': 'QueueUserAPC(A, worker, 0)'}]}""");

        assertThat(blocked.status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(on("worker", blocked)).containsExactly("calls SleepEx(INFINITE, FALSE)", "blocked SleepEx");
        assertThat(run(winpr, QUEUE_TO_SELF).status()).isEqualTo(TraceStatus.COMPLETED);
    }

    @Test
    void aDeadlockInsideTheLibraryIsATimeout() {
        Trace trace = run(winpr, """
                {'threads': [{'name': 'main'}, {'name': 'worker'}],
                 'routines': [{'name': 'Outer', 'kind': 'apc', 'body': ['SleepEx(INFINITE, TRUE)']}], 'script': [
                  {'thread': 'main', 'call': 'QueueUserAPC(Outer, worker, 0)'},
                  {'thread': 'worker', 'call': 'SleepEx(INFINITE, TRUE)'},
                  {'thread': 'main', 'call': 'QueueUserAPC(Inner, worker, 0)'}]}""");

        assertThat(trace.status()).isEqualTo(TraceStatus.TIMEOUT);
        assertThat(trace.evidence()).contains("main is blocked in QueueUserAPC(Inner, worker, 0), which cannot block");
        assertThat(run(winpr, QUEUE_TO_SELF).status()).isEqualTo(TraceStatus.COMPLETED);
    }

    @Test
    void aCrashLeavesTheEventsBeforeItAndTheNextProgramUnharmed() {
        Trace trace = run(winpr, CRASH);

        assertThat(trace.status()).isEqualTo(TraceStatus.CRASHED);
        assertThat(trace.evidence()).contains("SIGABRT");
        assertThat(on("worker", trace)).containsExactly("calls WaitForSingleObject(invalid, 0)");
        assertThat(((StderrSource) winpr).takeStderr()).contains("libwinpr");
        assertThat(run(winpr, QUEUE_TO_SELF).status()).isEqualTo(TraceStatus.COMPLETED);
    }

    @Test
    void aThreadCanBeTerminatedWhileItIsBlocked() {
        Trace trace = run(winpr, """
                {'threads': [{'name': 'main'}, {'name': 'worker'}], 'script': [
                  {'thread': 'worker', 'call': 'SleepEx(INFINITE, TRUE)'},
                  {'thread': 'main', 'call': 'TerminateThread(worker, 4)'},
                  {'thread': 'main', 'call': 'WaitForSingleObject(worker, 1000)'},
                  {'thread': 'main', 'call': 'GetExitCodeThread(worker, &code)'}]}""");

        assertThat(trace.status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(on("worker", trace)).containsExactly("calls SleepEx(INFINITE, TRUE)", "blocked SleepEx", "exits");
        assertThat(on("main", trace)).endsWith("returns TRUE, code = 4");
    }

    @Test
    void aThreadCanBeTerminatedWhileItIsIdle() {
        Trace trace = run(winpr, """
                {'threads': [{'name': 'main'}, {'name': 'worker'}], 'script': [
                  {'thread': 'main', 'call': 'TerminateThread(worker, 4)'},
                  {'thread': 'main', 'call': 'QueueUserAPC(A, worker, 0)'}]}""");

        assertThat(trace.status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(on("worker", trace)).containsExactly("exits");
    }

    @Test
    void aFunctionThatIsNotExportedIsNotImplemented() {
        Trace trace = run(winpr, """
                {'threads': [{'name': 'main'}], 'script': [
                  {'thread': 'main', 'call': 'h = OpenThread(SYNCHRONIZE, FALSE, id of main)'}]}""");

        assertThat(trace.status()).isEqualTo(TraceStatus.NOT_IMPLEMENTED);
        assertThat(trace.evidence()).endsWith("does not export OpenThread");
    }

    @Test
    void aFunctionThatSaysSoItselfIsNotImplemented() {
        Trace trace = run(winpr, """
                {'threads': [{'name': 'main'}, {'name': 'worker'}], 'script': [
                  {'thread': 'main', 'call': 'SuspendThread(worker)'}]}""");

        assertThat(trace.status()).isEqualTo(TraceStatus.NOT_IMPLEMENTED);
        assertThat(trace.evidence()).contains("SuspendThread").endsWith("ERROR_CALL_NOT_IMPLEMENTED");
    }

    @Test
    void whatTheLibraryPrintsDoesNotDisturbTheProtocol() {
        Trace trace = run(winpr, """
                {'threads': [{'name': 'main'}],
                 'objects': [{'name': 'E', 'call': 'CreateEventW(NULL, FALSE, TRUE, NULL)'}], 'script': [
                  {'thread': 'main', 'call': 'WaitForSingleObject(E, 0)'}]}""");

        assertThat(trace.status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(((StderrSource) winpr).takeStderr()).contains("auto-reset events not yet implemented");
    }
}
