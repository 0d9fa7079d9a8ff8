package org.apctck.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadStepsTest {
    private static final String CALL = "When worker calls SleepEx(0, TRUE)\n";
    private static final String TABLE = CALL + "Then this happens on worker, in this order and nothing else:\n";
    private static final String OBJECTS = "Given these objects:\n";
    private static final String OUTCOMES = CALL + "Then every outcome is one of:\n";

    @ParameterizedTest
    @MethodSource("steps")
    void aBadStepIsOneFindingWithItsLineAndARemedy(String steps, String finding) {
        Compilation compilation = FeatureCompiler.compileAll(ScenarioDraft.steps(steps));

        assertThat(compilation.cases()).isEmpty();
        assertThat(compilation.findings())
                .singleElement()
                .asString()
                .isEqualTo(ScenarioDraft.FILE + ":" + finding)
                .doesNotContain("\n");
    }

    static Stream<Arguments> steps() {
        return Stream.of(
                arguments(
                        "When worker is stuck in SleepEx(0, TRUE)",
                        "5: unknown step `worker is stuck in SleepEx(0, TRUE)`;"
                                + " did you mean `{thread} is blocked in {call}`?"),
                arguments("When worker calls SleepEx", "5: expected `(` at column 8 of `SleepEx`"),
                arguments(
                        "When worker calls SleepEx(0)",
                        "5: SleepEx takes 2 arguments (dwMilliseconds, bAlertable) at column 10 of `SleepEx(0)`"),
                arguments(
                        "When worker calls SleepEx(0, TRUE) while it returns 0",
                        "5: a loop needs a bound: write `, at most N times` after the value at column 36 of"
                                + " `SleepEx(0, TRUE) while it returns 0`"),
                arguments(
                        TABLE
                                + "  | event | what |\n  | calls | SleepEx(0, TRUE) while it returns 0, at most 2 times |",
                        "8: calls takes one call: a loop has a row for each time it is made, not"
                                + " `SleepEx(0, TRUE) while it returns 0, at most 2 times`"),
                arguments("When worker calls Nap(0)", "5: unknown function Nap at column 1 of `Nap(0)`"),
                arguments(
                        "When waiter calls SleepEx(0, TRUE)",
                        "5: `waiter` is not of the cast; write main, worker, helper, helper2 and so on"),
                arguments(
                        "Given worker is blocked in SetEvent(E)",
                        "5: SetEvent cannot block; write `worker calls SetEvent(E)`"),
                arguments(
                        CALL + "And worker calls SetEvent(E)\n" + CALL,
                        "6: SetEvent(E): `E` is neither a thread nor an object nor bound by an earlier call"),
                arguments(
                        "Given a manual-reset event E, signaled\nAnd a mutex E, free\n" + CALL,
                        "6: `E` names an object and an object"),
                arguments(
                        "Given a semaphore S with count 3 of at most 2\n" + CALL,
                        "5: a semaphore counts from 0 to its maximum, which is at least 1"),
                arguments(OBJECTS + "  | name | type |", "6: the columns of this table are `name` and `made by`"),
                arguments(OBJECTS + "  | name | made by |", "6: the table declares no object; add a row"),
                arguments(
                        OBJECTS + "  | name | made by |\n  | E | an event |",
                        "7: `made by` takes a call, and `on THREAD` after it where it matters who makes it"),
                arguments(
                        OBJECTS + "  | name | made by |\n  | E | CreateEventW(NULL) |",
                        "7: CreateEventW takes 4 arguments (lpEventAttributes, bManualReset, bInitialState, lpName) at column 18"
                                + " of `CreateEventW(NULL)`"),
                arguments(
                        OBJECTS
                                + "  | name | made by |\n  | M | CreateMutexW(NULL, FALSE, NULL) |\n  | E | SetEvent(M) |\n"
                                + CALL,
                        "8: SetEvent makes no object; declare `E` by a call of CreateEventW, CreateMutexW, CreateSemaphoreW,"
                                + " CreateWaitableTimerW, CreateWaitableTimerExW, CreateNamedPipeW, CreateFileW,"
                                + " and make every other call in the script"),
                arguments(
                        OBJECTS + "  | name | made by |\n  | M | CreateMutexW(NULL, TRUE, NULL) on nobody |\n" + CALL,
                        "7: `nobody` is not a declared thread; declared are worker"),
                arguments("When 0 ms pass", "5: from 1 to 60000 ms can pass, not 0"),
                arguments(
                        "Given APC routine A calls:\n  \"\"\"\n  SetEvent(NULL)\n  SetEvent(\n  \"\"\"\n" + CALL,
                        "8: expected an argument at column 10 of `SetEvent(`"),
                arguments(
                        "When these calls are made at the same time:\n  | main | worker |\n  | Sleep(1) | Sleep() |",
                        "7: Sleep takes 1 argument (dwMilliseconds) at column 7 of `Sleep()`"),
                arguments(
                        "When these calls are made at the same time:\n  | main | worker |\n  | Sleep(1) | |",
                        "6: `worker` makes no call; leave its column out"),
                arguments(
                        "When these calls are made at the same time:\n  | main |\n  | Sleep(1) |",
                        "6: a race needs the columns of at least two threads"),
                arguments(
                        "When these calls are made at the same time:\n  | main | main |\n  | Sleep(1) | Sleep(1) |",
                        "6: there are two columns `main`"),
                arguments("Then nothing happens on worker", "5: nothing has been done yet that could be checked"),
                arguments(
                        CALL + "Then nothing happens on main\nAnd worker calls SleepEx(0, TRUE)",
                        "7: a Then stands before this step; all Then steps come last"),
                arguments(
                        CALL + "Then nothing happens on t",
                        "6: `t` is neither of the cast (main, worker, helper …) nor made by CreateThread"),
                arguments(CALL + "Then Sleep on worker took at least 5 ms", "6: the scenario never calls Sleep"),
                arguments(TABLE + "  | what | event |", "7: the columns of this table are `event` and `what`"),
                arguments(TABLE + "  | event | what |", "7: the table is empty; write `nothing happens on worker`"),
                arguments(TABLE + "  | event | what |\n  | call | SleepEx |", "8: unknown event `call`"),
                arguments(TABLE + "  | event | what |\n  | calls | Sleep |", "8: the scenario never calls Sleep"),
                arguments(
                        TABLE + "  | event | what |\n  | calls | SleepEx |\n  | begins | A |",
                        "9: the scenario has no APC routine `A`"),
                arguments(
                        TABLE + "  | event | what |\n  | returns | WAIT_COMPLETION |",
                        "8: returns takes a value such as WAIT_OBJECT_0, TRUE, nonzero or 7, not `WAIT_COMPLETION`"),
                arguments(
                        TABLE + "  | event | what |\n  | returns | FALSE, error 5 |",
                        "8: returns takes `last error NAME` or `slot = value` after the comma, not `FALSE, error 5`"),
                arguments(TABLE + "  | event | what |\n  | exits | 0 |", "8: exits takes nothing, not `0`"),
                arguments(
                        "When main queues APCs A(5..4) to worker",
                        "5: a range of APCs such as A(1..65) is needed, not `A(5..4)`"),
                arguments(
                        TABLE + "  | event | what |\n  | runs | A |",
                        "8: a range of APCs such as A(1..65) is needed, not `A`"),
                arguments(
                        "When main queues APCs A(1..3) to worker\n"
                                + "Then this happens on worker, in this order and nothing else:\n"
                                + "  | event | what |\n  | runs | A(1..3) |\n  | begins | B |",
                        "9: the scenario has no APC routine `B`"),
                arguments(
                        TABLE + "  | event | what |\n  | blocked | SetEvent |",
                        "8: blocked takes the name of a function that can block, not `SetEvent`"),
                arguments(TABLE + "  | event | what |\n  | quiescent | |", "8: `quiescent` belongs to no thread"),
                arguments(
                        OUTCOMES + "  | worker | reason |\n  | returns 0 | x |",
                        "7: the columns of this table are threads, and `why` at the end"),
                arguments(OUTCOMES + "  | worker | why |", "7: the table allows no outcome; add a row"),
                arguments(
                        OUTCOMES + "  | worker | why |\n  | returns 0 | |",
                        "8: say in the column `why` why this outcome is allowed"),
                arguments(
                        OUTCOMES + "  | worker | why |\n  | returns 0; | it may |",
                        "8: a cell that ends with `;` goes on in the row below, and there is none"),
                arguments(
                        OUTCOMES + "  | worker | why |\n  | begins A; | it may |\n  | ends A | as well |",
                        "9: the row above goes on here, for a cell of it ends with `;`; this one has no `why`"),
                arguments(
                        OUTCOMES + "  | worker | why |\n  | calls SleepEx; returns 0 | it does |",
                        "8: an outcome has no `calls`; write what the call returns"),
                arguments(
                        OUTCOMES + "  | worker | worker | why |\n  | returns 0 | | x |",
                        "7: there are two columns `worker`"),
                arguments(
                        OUTCOMES + "  | t | why |\n  | returns 0 | x |",
                        "7: `t` is neither of the cast (main, worker, helper …) nor made by CreateThread"),
                arguments(
                        "Given APC routine A calls:\n" + CALL,
                        "5: this step takes a table or a text below it; it has none"),
                arguments(CALL + "  | a |", "5: this step takes no table and no text below it; it has one"));
    }
}
