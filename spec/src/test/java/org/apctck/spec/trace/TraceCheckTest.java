package org.apctck.spec.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apctck.spec.api.Call;
import org.apctck.spec.program.Entry;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramCheck;
import org.apctck.spec.program.ProgramObject;
import org.apctck.spec.program.Routine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TraceCheckTest {
    private static final Program PROGRAM = ProgramCheck.check(new Program(
            List.of(
                    new Program.CastThread("main", false),
                    new Program.CastThread("worker", false),
                    new Program.CastThread("helper", true)),
            List.of(),
            List.of(
                    new Routine("A", Routine.Kind.APC, List.of(Call.parse("SetLastError(5)")), 0),
                    new Routine("R", Routine.Kind.THREAD, List.of(Call.parse("Sleep(INFINITE)")), 0)),
            List.of(
                    on("worker", "SleepEx(INFINITE, TRUE)"),
                    on("main", "QueueUserAPC(A, worker, 1)"),
                    on("main", "t = CreateThread(NULL, 0, R, NULL, 0, &id)"),
                    new Entry.Race(Map.of(
                            "main", List.of(Call.parse("GetLastError()")),
                            "helper", List.of(Call.parse("GetCurrentThreadId()")))),
                    on("main", "ResumeThread(helper)"))));

    private static final List<String> GOOD = List.of(
            "worker calls SleepEx(INFINITE, TRUE)",
            "worker blocked SleepEx",
            "quiescent",
            "main calls QueueUserAPC(A, worker, 1)",
            "worker begins A(1)",
            "main returns nonzero",
            "worker calls SetLastError(5)",
            "worker returns void",
            "worker ends A",
            "worker returns WAIT_IO_COMPLETION",
            "quiescent",
            "main calls CreateThread(NULL, 0, R, NULL, 0, &id)",
            "main returns handle, id = id of t",
            "t starts R(0)",
            "t calls Sleep(INFINITE)",
            "t blocked Sleep",
            "quiescent",
            "main calls GetLastError()",
            "main returns 0",
            "quiescent",
            "main calls ResumeThread(helper)",
            "helper resumed",
            "helper starts",
            "main returns 1",
            "helper calls GetCurrentThreadId()",
            "helper returns id of helper",
            "quiescent");

    private static Entry on(String thread, String call) {
        return new Entry.CallOn(thread, Call.parse(call), false, false);
    }

    private static Optional<String> problem(Program program, TraceStatus status, List<String> lines) {
        List<Event> events = new ArrayList<>();
        lines.forEach(line -> events.add(event(events.size(), line)));
        return TraceCheck.problem(program, Trace.of(events, status, ""));
    }

    private static Event event(int seq, String line) {
        if (line.equals("quiescent")) {
            return Event.of(seq, seq, "", EventKind.QUIESCENT, "");
        }
        String[] words = line.split(" ", 3);
        String what = words.length == 3 ? words[2] : "";
        EventKind kind = EventKind.of(words[1]);
        if (kind != EventKind.RETURNS) {
            return Event.of(seq, seq, words[0], kind, what);
        }
        String[] parts = what.split(", ", 2);
        boolean failed = parts.length == 2 && parts[1].startsWith("last error ");
        boolean wrote = parts.length == 2 && !failed;
        return new Event(
                seq,
                seq,
                words[0],
                new Happening.Returns(
                        parts[0],
                        failed ? parts[1].substring("last error ".length()) : null,
                        wrote ? Map.of(parts[1].split(" = ")[0], parts[1].split(" = ")[1]) : Map.of()));
    }

    private static Optional<String> problem(List<String> lines) {
        return problem(PROGRAM, TraceStatus.COMPLETED, lines);
    }

    private static List<String> without(int... indices) {
        List<String> lines = new ArrayList<>(GOOD);
        Arrays.stream(indices).boxed().sorted((a, b) -> b - a).forEach(index -> lines.remove((int) index));
        return lines;
    }

    private static List<String> with(int index, String line) {
        List<String> lines = new ArrayList<>(GOOD);
        lines.set(index, line);
        return lines;
    }

    private static List<String> inserted(int index, String line) {
        List<String> lines = new ArrayList<>(GOOD);
        lines.add(index, line);
        return lines;
    }

    @Test
    void aTraceOfTheProgramIsAccepted() {
        assertThat(problem(GOOD)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = TraceStatus.class,
            names = {"COMPLETED", "STUCK"},
            mode = EnumSource.Mode.EXCLUDE)
    void aTraceThatWasCutShortMayEndAnywhere(TraceStatus status) {
        assertThat(problem(PROGRAM, status, GOOD.subList(0, 1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | worker calls SleepEx(INFINITE, FALSE) | the program calls SleepEx(INFINITE, TRUE) here",
                "0 | main calls SleepEx(INFINITE, TRUE) | the script has entry 0 here, not 1",
                "0 | stage calls SleepEx(INFINITE, TRUE) | the program has no thread stage",
                "1 | worker blocked Sleep | worker is in no call of that function",
                "4 | worker begins B(1) | the program has no APC routine B",
                "4 | worker begins R(1) | the program has no APC routine R",
                "5 | main returns TRUE | QueueUserAPC cannot return that",
                "5 | main returns nonzero, last error ERROR_GEN_FAILURE | it has a last error, but is no failure",
                "5 | main returns 0 | it is a failure, but has no last error",
                "6 | worker calls SetLastError(6) | the program calls SetLastError(5) here",
                "12 | main returns handle, code = 5 | the call has no out-parameter &code",
                "13 | t starts Q(0) | t has another start routine",
            })
    void whatTheProgramDoesNotHaveIsNoticed(int index, String line, String problem) {
        assertThat(problem(with(index, line)))
                .hasValueSatisfying(
                        text -> assertThat(text).isEqualTo("event " + index + ", `" + line + "`: " + problem));
    }

    @Test
    void aRoutineMakesItsCallsAndNoOthers() {
        assertThat(problem(without(6, 7)))
                .hasValueSatisfying(text -> assertThat(text).endsWith("A ends before it calls SetLastError(5)"));
        assertThat(problem(inserted(8, "worker calls SetLastError(5)")))
                .hasValueSatisfying(text -> assertThat(text).endsWith("A makes no further call"));
    }

    @Test
    void theScriptIsFollowedToItsEndAndNotBeyond() {
        assertThat(problem(GOOD.subList(0, 20)))
                .contains("it is complete after 4 quiescent points, but the program has 5 entries");
        assertThat(problem(inserted(27, "quiescent")))
                .hasValueSatisfying(text -> assertThat(text).endsWith("the program has no more than 5 entries"));
        assertThat(problem(inserted(26, "main calls GetLastError()")))
                .hasValueSatisfying(text -> assertThat(text).endsWith("the script has no further call for main"));
    }

    @Test
    void anEntryThatIsStuckHasNotEnded() {
        assertThat(problem(PROGRAM, TraceStatus.STUCK, GOOD.subList(0, 20))).isEmpty();
        assertThat(problem(PROGRAM, TraceStatus.STUCK, GOOD))
                .contains("every entry has started, so that none is stuck");
    }

    @Test
    void aThreadIsSeenBlockedWhereTheProgramIsQuiescent() {
        assertThat(problem(without(1)))
                .hasValueSatisfying(text -> assertThat(text)
                        .endsWith("worker is still in SleepEx(INFINITE, TRUE) and was not seen blocked"));
        assertThat(problem(inserted(2, "worker returns 0")))
                .hasValueSatisfying(
                        text -> assertThat(text)
                                .endsWith(
                                        "it comes between `worker blocked SleepEx` and the quiescent point at which that was seen"));
    }

    @Test
    void aSuspendedThreadMayBeAnywhere() {
        assertThat(problem(with(1, "worker suspended"))).isEmpty();
        assertThat(problem(Stream.of(
                                GOOD.subList(0, 1), List.of("worker suspended", "worker resumed"), GOOD.subList(2, 27))
                        .flatMap(List::stream)
                        .toList()))
                .isPresent();
    }

    @Test
    void aWaitThatEndsByItselfMayDoSoAtAnyTime() {
        Program program = ProgramCheck.check(new Program(
                List.of(new Program.CastThread("main", false), new Program.CastThread("worker", false)),
                List.of(),
                List.of(),
                List.of(on("worker", "SleepEx(20, TRUE)"), on("main", "Sleep(0)"))));

        assertThat(problem(
                        program,
                        TraceStatus.COMPLETED,
                        List.of(
                                "worker calls SleepEx(20, TRUE)",
                                "worker blocked SleepEx",
                                "worker returns 0",
                                "quiescent",
                                "main calls Sleep(0)",
                                "main returns void",
                                "quiescent")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, main returns void",
        "0, worker ends A",
        "0, worker starts",
        "1, worker calls Sleep(5)",
        "27, t exits"
    })
    void whatTheImplementationMayHaveGotWrongIsNoFaultOfTheAgent(int index, String line) {
        assertThat(problem(PROGRAM, TraceStatus.STUCK, inserted(index, line).subList(0, index + 1)))
                .as("the line alone")
                .isEqualTo(
                        index == 27 ? Optional.of("every entry has started, so that none is stuck") : Optional.empty());
    }

    @Test
    void aSuspendedThreadMakesNoCallBeforeItHasBegun() {
        assertThat(problem(without(23 - 1)))
                .hasValueSatisfying(text -> assertThat(text).endsWith("helper has not begun its start routine"));
    }

    @Test
    void aThreadThatEndedInAFiniteWaitHasNothingMoreToDo() {
        Program program = ProgramCheck.check(new Program(
                List.of(new Program.CastThread("main", false), new Program.CastThread("worker", false)),
                List.of(),
                List.of(),
                List.of(
                        on("worker", "SleepEx(20, TRUE)"),
                        on("main", "TerminateThread(worker, 0)"),
                        on("main", "Sleep(0)"))));

        assertThat(problem(
                        program,
                        TraceStatus.COMPLETED,
                        List.of(
                                "worker calls SleepEx(20, TRUE)",
                                "worker blocked SleepEx",
                                "quiescent",
                                "main calls TerminateThread(worker, 0)",
                                "main returns TRUE",
                                "worker exits",
                                "quiescent",
                                "quiescent")))
                .hasValueSatisfying(text -> assertThat(text).endsWith("main has not come to call Sleep(0)"));
    }

    @Test
    void whereNestingIsBrokenTheInvariantsHaveTheWord() {
        assertThat(problem(List.of(
                        "worker ends A",
                        "worker calls Sleep(5)",
                        "quiescent",
                        "quiescent",
                        "quiescent",
                        "quiescent",
                        "quiescent")))
                .hasValueSatisfying(text -> assertThat(text).contains("main has not come to call"));
        assertThat(problem(inserted(27, "stranger begins A(1)"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TraceStatus.class)
    void whatIsMalformedIsRefusedHoweverTheTraceEnds(TraceStatus status) {
        assertThat(problem(PROGRAM, status, List.of("worker begins A")))
                .contains(
                        "event 0, `worker begins A`: begins takes an APC routine with its arguments, as in `A(0)`, not `A`");
    }

    private static final Program LOOPS = ProgramCheck.check(new Program(
            List.of(new Program.CastThread("main", false), new Program.CastThread("worker", false)),
            List.of(),
            List.of(new Routine(
                    "A",
                    Routine.Kind.APC,
                    List.of(Call.parse("SwitchToThread() while it returns TRUE, at most 2 times")),
                    0)),
            List.of(
                    on("worker", "SleepEx(INFINITE, TRUE) while it returns WAIT_IO_COMPLETION, at most 3 times"),
                    on("main", "QueueUserAPC(A, worker, 1)"),
                    on("main", "Sleep(0)"))));

    private static final List<String> LOOPING = List.of(
            "worker calls SleepEx(INFINITE, TRUE)",
            "worker blocked SleepEx",
            "quiescent",
            "main calls QueueUserAPC(A, worker, 1)",
            "main returns nonzero",
            "worker begins A(1)",
            "worker calls SwitchToThread()",
            "worker returns TRUE",
            "worker calls SwitchToThread()",
            "worker returns TRUE",
            "worker ends A",
            "worker returns WAIT_IO_COMPLETION",
            "worker calls SleepEx(INFINITE, TRUE)",
            "worker blocked SleepEx",
            "quiescent",
            "main calls Sleep(0)",
            "main returns void",
            "quiescent");

    private static Optional<String> looping(int from, int to, String... instead) {
        List<String> lines = new ArrayList<>(LOOPING.subList(0, from));
        lines.addAll(List.of(instead));
        lines.addAll(LOOPING.subList(to, LOOPING.size()));
        return problem(LOOPS, TraceStatus.COMPLETED, lines);
    }

    @Test
    void aLoopIsMadeAgainInScriptAndRoutine() {
        assertThat(looping(0, 0)).isEmpty();
        assertThat(looping(7, 10, "worker returns FALSE")).isEmpty();
    }

    @Test
    void aLoopOfTheScriptThatStopsTooEarlyIsNoticed() {
        assertThat(looping(12, 14))
                .hasValueSatisfying(
                        text -> assertThat(text).endsWith("worker has not come to call SleepEx(INFINITE, TRUE) again"));
    }

    @Test
    void aLoopOfTheScriptThatGoesOnTooLongIsNoticed() {
        assertThat(looping(11, 12, "worker returns 0"))
                .hasValueSatisfying(text -> assertThat(text).endsWith("the script has no further call for worker"));
        String[] pair = {"worker calls SleepEx(INFINITE, TRUE)", "worker returns WAIT_IO_COMPLETION"};
        assertThat(looping(12, 14, pair[0], pair[1], pair[0], pair[1])).isEmpty();
        assertThat(looping(12, 14, pair[0], pair[1], pair[0], pair[1], pair[0], pair[1]))
                .hasValueSatisfying(text -> assertThat(text).endsWith("the script has no further call for worker"));
    }

    @Test
    void aLoopOfARoutineIsHeldToItsTimesToo() {
        assertThat(looping(8, 10))
                .hasValueSatisfying(text -> assertThat(text).endsWith("A ends before it calls SwitchToThread() again"));
        assertThat(looping(10, 10, "worker calls SwitchToThread()", "worker returns TRUE"))
                .hasValueSatisfying(text -> assertThat(text).endsWith("A makes no further call"));
        assertThat(looping(7, 8, "worker returns FALSE"))
                .hasValueSatisfying(text -> assertThat(text).endsWith("A makes no further call"));
        assertThat(looping(8, 9, "worker calls SleepEx(0, TRUE)"))
                .hasValueSatisfying(text -> assertThat(text).endsWith("the program calls SwitchToThread() here"));
    }

    private static final Program TIMER = ProgramCheck.check(new Program(
            List.of(new Program.CastThread("main", false), new Program.CastThread("worker", false)),
            List.of(new ProgramObject("T", Call.parse("CreateWaitableTimerW(NULL, FALSE, NULL)"))),
            List.of(),
            List.of(
                    new Entry.Race(Map.of(
                            "main", List.of(Call.parse("CancelWaitableTimer(T)")),
                            "worker", List.of(Call.parse("SetWaitableTimer(T, {after: 50}, 0, R, 7, FALSE)")))),
                    on("worker", "SleepEx(INFINITE, TRUE)"))));

    /** A trace in which the thread is seen blocked, and the timer expires before the program is seen at rest. */
    private static Optional<String> withTimer(String... calls) {
        List<String> lines = new ArrayList<>(List.of(calls));
        lines.addAll(List.of(
                "quiescent",
                "worker calls SleepEx(INFINITE, TRUE)",
                "worker blocked SleepEx",
                "worker begins R(7, on time)",
                "worker ends R",
                "worker returns WAIT_IO_COMPLETION",
                "quiescent"));
        return problem(TIMER, TraceStatus.COMPLETED, lines);
    }

    @Test
    void anArmedTimerMayEndAWaitBetweenTwoLooks() {
        assertThat(withTimer(
                        "main calls CancelWaitableTimer(T)",
                        "main returns TRUE",
                        "worker calls SetWaitableTimer(T, {after: 50}, 0, R, 7, FALSE)",
                        "worker returns TRUE"))
                .isEmpty();
    }

    @Test
    void aTimerThatWasCancelledEndsNoWait() {
        assertThat(withTimer(
                        "worker calls SetWaitableTimer(T, {after: 50}, 0, R, 7, FALSE)",
                        "worker returns TRUE",
                        "main calls CancelWaitableTimer(T)",
                        "main returns TRUE"))
                .hasValueSatisfying(problem -> assertThat(problem).contains("worker blocked SleepEx"));
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void ofTwoCallsThatOverlapTheOneThatSetsTheTimerMayComeLast(boolean cancelBegins) {
        String cancel = "main calls CancelWaitableTimer(T)";
        String set = "worker calls SetWaitableTimer(T, {after: 50}, 0, R, 7, FALSE)";

        assertThat(withTimer(
                        cancelBegins ? cancel : set,
                        cancelBegins ? set : cancel,
                        "worker returns TRUE",
                        "main returns TRUE"))
                .isEmpty();
    }
}
