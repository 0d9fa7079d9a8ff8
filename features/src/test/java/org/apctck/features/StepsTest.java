package org.apctck.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apctck.kit.Case;
import org.apctck.kit.Check;
import org.apctck.kit.Expected;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Call;
import org.apctck.spec.program.Entry;
import org.apctck.spec.program.Program.CastThread;
import org.apctck.spec.program.ProgramObject;
import org.apctck.spec.program.Routine;
import org.apctck.spec.trace.EventKind;
import org.junit.jupiter.api.Test;

class StepsTest {
    private static final String CALL = "When worker calls SleepEx(0, TRUE)\n";

    @Test
    void objectsAreDeclaredInTheirOrder() {
        Case compiled = ScenarioDraft.compile("""
                Given a manual-reset event E, not signaled
                And an auto-reset event F, signaled
                And a mutex M, free
                And a mutex N, owned by helper
                And a semaphore S with count 1 of at most 2
                """ + CALL);

        assertThat(compiled.program().objects())
                .containsExactly(
                        new ProgramObject("E", Call.parse("CreateEventW(NULL, TRUE, FALSE, NULL)")),
                        new ProgramObject("F", Call.parse("CreateEventW(NULL, FALSE, TRUE, NULL)")),
                        new ProgramObject("M", Call.parse("CreateMutexW(NULL, FALSE, NULL)")),
                        new ProgramObject("N", Call.parse("CreateMutexW(NULL, TRUE, NULL)"), "helper"),
                        new ProgramObject("S", Call.parse("CreateSemaphoreW(NULL, 1, 2, NULL)")));
        assertThat(compiled.program().threads())
                .containsExactly(new CastThread("worker", false), new CastThread("helper", false));
    }

    @Test
    void anyObjectIsDeclaredByTheCallThatMakesIt() {
        Case compiled = ScenarioDraft.compile("""
                Given these objects:
                  | name | made by                                |
                  | E    | CreateEventW(NULL, TRUE, FALSE, NULL)  |
                  | N    | CreateMutexW(NULL, TRUE, NULL) on main |
                """ + CALL);

        assertThat(compiled.program().objects())
                .containsExactly(
                        new ProgramObject("E", Call.parse("CreateEventW(NULL, TRUE, FALSE, NULL)")),
                        new ProgramObject("N", Call.parse("CreateMutexW(NULL, TRUE, NULL)"), "main"));
        assertThat(compiled.program().threads())
                .containsExactly(new CastThread("main", false), new CastThread("worker", false));
    }

    @Test
    void theCastIsWhoeverIsMentionedInTheUsualOrder() {
        Case compiled = ScenarioDraft.compile("""
                Given helper10 is created suspended
                And APC routine A calls:
                  \"""
                  ResumeThread(helper2)
                  \"""
                When worker calls h = OpenThread(SYNCHRONIZE, FALSE, id of main)
                And worker calls WaitForMultipleObjects(2, [h, helper], FALSE, 0)
                Then nothing happens on worker3
                """);

        assertThat(compiled.program().threads())
                .containsExactly(
                        new CastThread("main", false),
                        new CastThread("worker", false),
                        new CastThread("worker3", false),
                        new CastThread("helper", false),
                        new CastThread("helper2", false),
                        new CastThread("helper10", true));
    }

    @Test
    void aCallCanBeALoopWhereverItStands() {
        String loop = "SleepEx(0, TRUE) while it returns WAIT_IO_COMPLETION, at most 3 times";
        Case compiled = ScenarioDraft.compile("""
                Given APC routine A calls:
                  \"""
                  LOOP
                  \"""
                And worker is blocked in LOOP
                And main queues APC A to worker
                When worker calls LOOP
                And after it returns, worker calls LOOP
                And these calls are made at the same time:
                  | worker | main     |
                  | LOOP   | Sleep(0) |
                """.replace("LOOP", loop));

        assertThat(compiled.program().calls())
                .filteredOn(call -> Call.parse(loop).equals(call))
                .hasSize(5);
    }

    @Test
    void aRoutineHasACallOnEachLineAndAThreadRoutineMayReturnItsExitCode() {
        Case compiled = ScenarioDraft.compile("""
                Given APC routine A calls:
                  \"""
                  SetEvent(NULL)

                  SleepEx(0, TRUE)
                  \"""
                And thread routine R calls:
                  \"""
                  SleepEx(0, TRUE)
                  return 7
                  \"""
                And thread routine S calls:
                  \"""
                  return 0xC0000005
                  \"""
                When main queues APC A to worker
                """);

        assertThat(compiled.program().routines())
                .containsExactly(
                        new Routine(
                                "A",
                                Routine.Kind.APC,
                                List.of(Call.parse("SetEvent(NULL)"), Call.parse("SleepEx(0, TRUE)")),
                                0),
                        new Routine("R", Routine.Kind.THREAD, List.of(Call.parse("SleepEx(0, TRUE)")), 7),
                        new Routine("S", Routine.Kind.THREAD, List.of(), 0xC0000005L));
    }

    @Test
    void aRangeStandsForApcsWhoseDataCountsUp() {
        Case compiled = ScenarioDraft.compile("""
                When main queues APCs A(9..11) to worker
                Then this happens on worker, in this order and nothing else:
                  | event | what      |
                  | runs  | A(9..11)  |
                And every outcome is one of:
                  | worker       | why        |
                  | runs A(9..9) | one ran    |
                """);

        assertThat(compiled.program().script())
                .extracting(entry -> ((Entry.CallOn) entry).call().text())
                .containsExactly(
                        "QueueUserAPC(A, worker, 9)", "QueueUserAPC(A, worker, 10)", "QueueUserAPC(A, worker, 11)");
        assertThat(((Check.Exactly) compiled.checks().get(0)).events())
                .extracting(Expected::toString)
                .containsExactly("begins A(9)", "ends A", "begins A(10)", "ends A", "begins A(11)", "ends A");
        Check.Row row = ((Check.OneOf) compiled.checks().get(1)).rows().get(0);
        assertThat(row.threads().get("worker")).extracting(Expected::toString).containsExactly("begins A(9)", "ends A");
    }

    @Test
    void theScriptFollowsTheSteps() {
        Case compiled = ScenarioDraft.compile("""
                Given worker is blocked in SleepEx(INFINITE, TRUE)
                When main queues APCs A, B to worker
                And 20 ms pass
                And after it returns, worker calls SleepEx(0, TRUE)
                And these calls are made at the same time:
                  | main     | worker           |
                  | Sleep(1) | SleepEx(5, TRUE) |
                  | Sleep(2) |                  |
                """);

        assertThat(compiled.program().script())
                .containsExactly(
                        new Entry.CallOn("worker", Call.parse("SleepEx(INFINITE, TRUE)"), true, false),
                        new Entry.CallOn("main", Call.parse("QueueUserAPC(A, worker, 0)"), false, false),
                        new Entry.CallOn("main", Call.parse("QueueUserAPC(B, worker, 0)"), false, false),
                        new Entry.Elapse(20),
                        new Entry.CallOn("worker", Call.parse("SleepEx(0, TRUE)"), false, true),
                        new Entry.Race(Map.of(
                                "main", List.of(Call.parse("Sleep(1)"), Call.parse("Sleep(2)")),
                                "worker", List.of(Call.parse("SleepEx(5, TRUE)")))));
        assertThat(compiled.program().routine("B")).isPresent();
    }

    @Test
    void aThreadThatTheScenarioMakesCanBeCheckedAndQueuedTo() {
        Case compiled = ScenarioDraft.compile("""
                Given thread routine R calls:
                  \"""
                  SleepEx(0, TRUE)
                  \"""
                When main calls t = CreateThread(NULL, 0, R, 5, CREATE_SUSPENDED, NULL)
                And main queues APC A to t
                Then this happens on t, in this order and nothing else:
                  | event  | what |
                  | starts | R(5) |
                  | exits  |      |
                """);

        assertThat(compiled.program().threads()).containsExactly(new CastThread("main", false));
        assertThat(compiled.checks())
                .containsExactly(new Check.Exactly(
                        "t", List.of(new Expected(EventKind.STARTS, "R(5)"), new Expected(EventKind.EXITS, "")), 11));
    }

    @Test
    void checksAreDataWithTheirLines() {
        Case compiled = ScenarioDraft.compile(CALL + """
                        Then this happens on worker, in this order and nothing else:
                          | event   | what                                 |
                          | calls   | SleepEx(0, TRUE)                     |
                          | blocked | SleepEx                              |
                          | returns | FALSE, last error ERROR_A, x = 1 or 0 |
                        And nothing happens on main
                        And SleepEx on worker took at least 50 ms
                        And what happens on worker is recorded
                        """.replace("ERROR_A", "ERROR_NOT_OWNER"));

        assertThat(compiled.checks())
                .containsExactly(
                        new Check.Exactly(
                                "worker",
                                List.of(
                                        new Expected(EventKind.CALLS, "SleepEx(0, TRUE)"),
                                        new Expected(EventKind.BLOCKED, "SleepEx"),
                                        new Expected(
                                                EventKind.RETURNS, "FALSE, last error ERROR_NOT_OWNER, x = 1 or 0")),
                                6),
                        new Check.Exactly("main", List.of(), 11),
                        new Check.TookAtLeast("worker", ApiFunction.SLEEP_EX, 50, 12),
                        new Check.Recorded("worker", 13));
    }

    @Test
    void anOutcomeMayTakeSeveralRows() {
        String outcomes = "When main queues APC A to worker\nThen every outcome is one of:\n";
        Case compiled = ScenarioDraft.compile(outcomes + """
                  | worker             | main      | why              |
                  | begins A;          | returns 0 | it came before   |
                  | ends A; returns 1; |           |                  |
                  | returns 2          |           |                  |
                  | returns 3          |           | it came too late |
                """);
        Case inOneRow = ScenarioDraft.compile(outcomes + """
                  | worker                                 | main      | why              |
                  | begins A; ends A; returns 1; returns 2 | returns 0 | it came before   |
                  | returns 3                              |           | it came too late |
                """);

        List<Check.Row> rows = ((Check.OneOf) compiled.checks().get(0)).rows();
        List<Check.Row> expected = ((Check.OneOf) inOneRow.checks().get(0)).rows();
        assertThat(rows)
                .extracting(Check.Row::threads)
                .isEqualTo(expected.stream().map(Check.Row::threads).toList());
        assertThat(rows).extracting(Check.Row::why).containsExactly("it came before", "it came too late");
        assertThat(rows.get(1).line()).isEqualTo(rows.get(0).line() + 3);
    }

    @Test
    void anOutcomeHasTheEventsOfEachThreadAndAReason() {
        Case compiled = ScenarioDraft.compile("""
                When main queues APC A to worker
                Then every outcome is one of:
                  | worker                                       | main | why             |
                  | begins A; ends A; returns WAIT_OBJECT_0 + 1  |      | it came before  |
                  |                                              |      | it came too late |
                """);

        Expected[] events = {
            new Expected(EventKind.BEGINS, "A"),
            new Expected(EventKind.ENDS, "A"),
            new Expected(EventKind.RETURNS, "WAIT_OBJECT_0 + 1")
        };
        assertThat(compiled.checks())
                .containsExactly(new Check.OneOf(
                        List.of(
                                new Check.Row(
                                        Map.of("worker", List.of(events), "main", List.of()), "it came before", 8),
                                new Check.Row(Map.of("worker", List.of(), "main", List.of()), "it came too late", 9)),
                        6));
    }
}
