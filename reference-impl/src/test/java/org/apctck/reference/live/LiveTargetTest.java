package org.apctck.reference.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.apctck.reference.search.Explorer;
import org.apctck.reference.search.Simulation;
import org.apctck.spec.Target;
import org.apctck.spec.TargetProvider;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Call;
import org.apctck.spec.program.Entry;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.Program.CastThread;
import org.apctck.spec.program.ProgramCheck;
import org.apctck.spec.program.ProgramObject;
import org.apctck.spec.program.ProgramReader;
import org.apctck.spec.program.Routine;
import org.apctck.spec.trace.Outcome;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
class LiveTargetTest {
    private static final Path EXAMPLES = Path.of("..", "docs", "examples");

    private final Target target = new LiveTarget(5_000);

    @AfterEach
    void close() {
        target.close();
    }

    /** Every example but the one that goes on for ever and the one with tens of thousands of outcomes. */
    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.endsWith("self-queue-loop.json") && !file.endsWith("race-3x4.json"))
                    .sorted()
                    .toList();
        }
    }

    private Trace run(Program program) {
        return target.run(program).traces().get(0);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleComesToAnOutcomeThatTheModelAllows(Path file) {
        Program program = ProgramReader.read(file);
        List<Outcome> allowed =
                Explorer.explore(program).traces().stream().map(Trace::outcome).toList();

        Trace trace = run(program);

        assertThat(trace.status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(trace.outcome()).isIn(allowed);
    }

    /** The model allows every interleaving of the three and nothing else; that they are so many is a test of the explorer. */
    @Test
    void aRaceComesToAnInterleavingOfItsThreads() {
        Program program = ProgramReader.read(EXAMPLES.resolve("race-3x4.json"));
        Map<String, List<String>> allowed = Simulation.run(program).outcome().texts();

        Map<String, List<String>> happened = run(program).outcome().texts();

        assertThat(happened.keySet()).isEqualTo(allowed.keySet());
        allowed.forEach((thread, events) -> assertThat(happened.get(thread)).hasSameSizeAs(events));
        for (String routine : List.of("A", "B", "C")) {
            assertThat(ofRoutine(routine, happened)).isEqualTo(ofRoutine(routine, allowed));
        }
        for (String thread : List.of("main", "helper", "helper2")) {
            assertThat(happened.get(thread)).isEqualTo(allowed.get(thread));
        }
    }

    private static List<String> ofRoutine(String routine, Map<String, List<String>> threads) {
        return threads.get("worker").stream()
                .filter(event -> event.contains("s " + routine))
                .toList();
    }

    @Test
    void aProgramThatGoesOnForEverIsStopped() {
        Trace trace = run(ProgramReader.read(EXAMPLES.resolve("self-queue-loop.json")));

        assertThat(trace.status()).isEqualTo(TraceStatus.UNSETTLED);
    }

    /** One call after the other, with what the model says of it. */
    @Test
    void everyFunctionAnswersAsOnTheModel() {
        Program program = program(
                "t = CreateThread(NULL, 0, Start, 5, CREATE_SUSPENDED, &tid)",
                "o = OpenThread(THREAD_ALL_ACCESS, FALSE, tid)",
                "SuspendThread(o)",
                "ResumeThread(t)",
                "QueueUserAPC(A, o, 0xFFFFFFFFFF)",
                "ResumeThread(t)",
                "WaitForSingleObject(t, INFINITE)",
                "GetExitCodeThread(t, &code)",
                "TerminateThread(t, 1)",
                "self = GetCurrentThread()",
                "process = GetCurrentProcess()",
                "DuplicateHandle(process, self, process, &copy, 0, FALSE, DUPLICATE_SAME_ACCESS)",
                "QueueUserAPC(A, copy, 1)",
                "id = GetCurrentThreadId()",
                "SwitchToThread()",
                "SleepEx(0, TRUE)",
                "Sleep(0)",
                "e = CreateEventW(NULL, TRUE, FALSE, NULL)",
                "SetEvent(e)",
                "WaitForSingleObjectEx(e, 0, TRUE)",
                "ResetEvent(e)",
                "PulseEvent(e)",
                "m = CreateMutexW(NULL, TRUE, NULL)",
                "WaitForMultipleObjects(2, [e, m], FALSE, 0)",
                "WaitForMultipleObjectsEx(2, [e], FALSE, 0, TRUE)",
                "GetLastError()",
                "WaitForMultipleObjectsEx(65, [e], FALSE, 0, TRUE)",
                "ReleaseMutex(m)",
                "s = CreateSemaphoreW(NULL, 1, 2, NULL)",
                "ReleaseSemaphore(s, 1, &previous)",
                "ReleaseSemaphore(s, 1, &previous)",
                "SignalObjectAndWait(m, s, 0, FALSE)",
                "w = CreateWaitableTimerW(NULL, FALSE, NULL)",
                "SetWaitableTimer(w, {at: -20}, 0, R, 7, FALSE)",
                "WaitForSingleObject(w, INFINITE)",
                "SleepEx(INFINITE, TRUE)",
                "x = CreateWaitableTimerExW(NULL, NULL, CREATE_WAITABLE_TIMER_MANUAL_RESET, TIMER_ALL_ACCESS)",
                "SetWaitableTimerEx(x, {after: 60000}, 0, R, 8, NULL, 0)",
                "CancelWaitableTimer(x)",
                "WaitForSingleObject(x, 0)",
                "server = CreateNamedPipeW(\"p\", PIPE_ACCESS_DUPLEX | FILE_FLAG_OVERLAPPED, PIPE_TYPE_BYTE, 1, 64, 64, 0, NULL)",
                "client = CreateFileW(\"p\", GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, 0, NULL)",
                "CreateFileW(\"q\", GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL)",
                "ReadFileEx(server, buf, 8, &over, Read)",
                "WriteFile(client, \"hello\", 5, &n, NULL)",
                "SleepEx(INFINITE, TRUE)",
                "ReadFileEx(server, buf, 8, &over, Read)",
                "CancelIo(server)",
                "SleepEx(INFINITE, TRUE)",
                "WriteFileEx(server, \"hello\", 5, &over, Written)",
                "SleepEx(INFINITE, TRUE)",
                "SetLastError(7)",
                "GetLastError()",
                "CloseHandle(copy)",
                "CloseHandle(invalid)",
                "ExitThread(3)");
        assertThat(program.functions()).isEqualTo(EnumSet.allOf(ApiFunction.class));
        List<Outcome> allowed =
                Explorer.explore(program).traces().stream().map(Trace::outcome).toList();

        Trace trace = run(program);

        assertThat(allowed).hasSize(2); // SwitchToThread says either
        assertThat(trace.outcome()).isIn(allowed);
    }

    @Test
    void aThreadThatIsTerminatedWhileItIdlesIsSeenToEnd() {
        Program program = script(
                List.of(), List.of(new Entry.CallOn("main", Call.parse("TerminateThread(worker, 9)"), false, false)));

        Trace trace = run(program);

        assertThat(trace.status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(trace.on("worker")).singleElement().hasToString("worker exits");
    }

    @Test
    void nothingOfAProgramIsLeftBehind() throws InterruptedException {
        Program program = script(
                List.of(),
                List.of(
                        new Entry.CallOn("worker", Call.parse("WaitForSingleObject(E, INFINITE)"), true, false),
                        new Entry.CallOn("main", Call.parse("TerminateThread(main, 9)"), false, false)));

        Set<Thread> before = Thread.getAllStackTraces().keySet();

        run(program);

        Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        threads.removeAll(before);
        for (Thread thread : threads) {
            if (thread.getName().startsWith("win32-")) {
                thread.join();
            }
        }
    }

    @Test
    void theTargetIsFoundByItsName() throws TargetUnavailableException {
        TargetProvider provider = ServiceLoader.load(TargetProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(candidate -> candidate.names().contains("reference-live"))
                .findFirst()
                .orElseThrow();

        assertThat(provider.missing("reference-live", Map.of())).isEmpty();
        try (Target found = provider.open("reference-live", Map.of("limitMillis", "100"))) {
            assertThat(found.describe().name()).isEqualTo("reference-live");
            assertThat(ApiFunction.values())
                    .allSatisfy(function ->
                            assertThat(found.describe().has(function)).isTrue());
        }
    }

    private static Program program(String... calls) {
        return script(
                List.of(
                        new Routine("Start", Routine.Kind.THREAD, List.of(), 300),
                        new Routine("A", Routine.Kind.APC, List.of(), 0),
                        new Routine("T", Routine.Kind.TIMER, List.of(), 0)),
                Stream.of(calls)
                        .<Entry>map(call -> new Entry.CallOn("main", Call.parse(call), false, false))
                        .toList());
    }

    private static Program script(List<Routine> routines, List<Entry> script) {
        return ProgramCheck.check(new Program(
                List.of(new CastThread("main", false), new CastThread("worker", false)),
                List.of(new ProgramObject("E", Call.parse("CreateEventW(NULL, TRUE, FALSE, NULL)"))),
                routines,
                script));
    }
}
