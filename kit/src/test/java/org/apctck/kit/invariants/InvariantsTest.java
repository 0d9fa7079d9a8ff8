package org.apctck.kit.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apctck.kit.Case;
import org.apctck.kit.Cases;
import org.apctck.kit.Traces;
import org.apctck.spec.Objection;
import org.apctck.spec.api.Call;
import org.apctck.spec.program.Entry;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.Program.CastThread;
import org.apctck.spec.trace.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvariantsTest {
    private static final String[] GOOD = {
        "main calls QueueUserAPC(A, worker, 1)",
        "main returns nonzero",
        "main calls QueueUserAPC(B, worker, 2)",
        "main returns nonzero",
        "quiescent",
        "worker calls SleepEx(INFINITE, TRUE)",
        "worker begins A(1)",
        "worker calls QueueUserAPC(C, worker, 0)",
        "worker returns nonzero",
        "worker ends A",
        "worker begins B(2)",
        "worker ends B",
        "worker begins C(0)",
        "worker ends C",
        "worker returns WAIT_IO_COMPLETION",
        "quiescent",
        "helper begins A(3)",
        "helper ends A",
        "helper starts",
        "helper exits",
    };

    /** Three threads, the last one suspended; what is bound is what {@code bindings} say, calls of main. */
    private static Program program(String... bindings) {
        return new Program(
                List.of(new CastThread("main", false), new CastThread("worker", false), new CastThread("helper", true)),
                List.of(),
                List.of(),
                Stream.of(bindings)
                        .map(call -> (Entry) new Entry.CallOn("main", Call.parse(call), false, false))
                        .toList());
    }

    private static List<String> breaches(Program program, String... lines) {
        return Invariants.breaches(program, Traces.of(lines)).stream()
                .map(breach -> breach.event() + " " + breach)
                .toList();
    }

    private static List<String> breaches(String... lines) {
        return breaches(program(), lines);
    }

    /** A trace of main, which queues to worker what {@code queued} says, and what follows. */
    private static String[] after(List<String> queued, String... lines) {
        return Stream.concat(
                        queued.stream().flatMap(call -> Stream.of("main calls " + call, "main returns nonzero")),
                        Stream.of(lines))
                .toArray(String[]::new);
    }

    @Test
    void aGoodTraceBreaksNone() {
        String[] whole = Stream.concat(
                        Stream.of("main calls QueueUserAPC(A, helper, 3)", "main returns nonzero"), Stream.of(GOOD))
                .toArray(String[]::new);

        assertThat(breaches(whole)).isEmpty();
    }

    @Test
    void anApcRunsOnce() {
        assertThat(breaches(after(
                        List.of("QueueUserAPC(A, worker, 1)"),
                        "worker calls SleepEx(0, TRUE)",
                        "worker begins A(1)",
                        "worker ends A",
                        "worker begins A(1)")))
                .containsExactly("5 apc-once: A(1) begins on worker once more than it was queued (1)");
    }

    @Test
    void anApcRunsAsOftenAsItWasQueued() {
        assertThat(breaches(after(
                        List.of("QueueUserAPC(A, worker, 1)", "QueueUserAPC(A, worker, 1)"),
                        "worker calls SleepEx(0, TRUE)",
                        "worker begins A(1)",
                        "worker ends A",
                        "worker begins A(1)",
                        "worker ends A")))
                .isEmpty();
    }

    @Test
    void onlyWhatWasQueuedRunsAndWithItsArgument() {
        String[] lines =
                after(List.of("QueueUserAPC(A, worker, 1)"), "worker calls SleepEx(0, TRUE)", "worker begins A(2)");

        assertThat(breaches(lines)).containsExactly("3 apc-once: A(2) begins on worker but no call has queued it");
    }

    @Test
    void aCallThatFailedHasQueuedNothing() {
        assertThat(breaches(
                        "main calls QueueUserAPC(A, worker, 1)",
                        "worker calls SleepEx(0, TRUE)",
                        "worker begins A(1)",
                        "main returns 0, last error ERROR_GEN_FAILURE"))
                .containsExactly("2 apc-once: A(1) begins on worker but no call has queued it");
    }

    @Test
    void aCallThatHasNotReturnedMayHaveQueuedButOneThatHasNotBegunHasNot() {
        assertThat(breaches(
                        "worker calls SleepEx(0, TRUE)",
                        "main calls QueueUserAPC(A, worker, 1)",
                        "worker begins A(1)",
                        "worker ends A"))
                .isEmpty();
        assertThat(breaches(
                        "worker calls SleepEx(0, TRUE)",
                        "worker begins A(1)",
                        "main calls QueueUserAPC(A, worker, 1)",
                        "main returns nonzero"))
                .hasSize(1);
    }

    @Test
    void anApcRunsOnTheThreadThatItWasQueuedTo() {
        assertThat(breaches(after(
                        List.of("QueueUserAPC(A, worker, 1)"), "main calls SleepEx(0, TRUE)", "main begins A(1)")))
                .containsExactly("3 apc-own-thread: A(1) begins on main but was queued to worker");
    }

    @Test
    void anApcThatRanOnTheWrongThreadIsUsedUp() {
        assertThat(breaches(after(
                        List.of("QueueUserAPC(A, worker, 1)"),
                        "main calls SleepEx(0, TRUE)",
                        "worker calls SleepEx(0, TRUE)",
                        "main begins A(1)",
                        "worker begins A(1)")))
                .containsExactly(
                        "4 apc-own-thread: A(1) begins on main but was queued to worker",
                        "5 apc-once: A(1) begins on worker once more than it was queued (1)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "worker calls SleepEx(0, FALSE)",
                "worker calls WaitForSingleObject(main, 5)",
                "worker calls WaitForSingleObjectEx(main, 5, FALSE)",
                "worker calls SetLastError(5)"
            })
    void anApcRunsOnlyInAnAlertableWait(String call) {
        assertThat(breaches(after(List.of("QueueUserAPC(A, worker, 1)"), call, "worker begins A(1)")))
                .containsExactly(
                        "3 apc-alertable: A(1) begins while worker is in " + call.substring("worker calls ".length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "worker calls SleepEx(0, TRUE)",
                "worker calls WaitForSingleObjectEx(main, 5, TRUE)",
                "worker calls WaitForMultipleObjectsEx(1, [main], FALSE, 5, TRUE)",
                "worker calls SignalObjectAndWait(main, main, 5, TRUE)"
            })
    void everyAlertableWaitRunsApcs(String call) {
        assertThat(breaches(after(List.of("QueueUserAPC(A, worker, 1)"), call, "worker begins A(1)")))
                .isEmpty();
    }

    @Test
    void anApcDoesNotRunInOrdinaryCode() {
        assertThat(breaches(after(List.of("QueueUserAPC(A, worker, 1)"), "worker begins A(1)")))
                .containsExactly("2 apc-alertable: A(1) begins while worker is in no call");
    }

    @Test
    void anApcDoesNotRunInTheMidstOfAnotherUnlessThatWaits() {
        String[] nested = after(
                List.of("QueueUserAPC(A, worker, 1)", "QueueUserAPC(B, worker, 2)"),
                "worker calls SleepEx(0, TRUE)",
                "worker begins A(1)",
                "worker begins B(2)");

        assertThat(breaches(nested)).containsExactly("6 apc-alertable: B(2) begins while worker is in A");
        nested[6] = "worker calls SleepEx(1, TRUE)";
        assertThat(breaches(nested)).isEmpty();
    }

    @Test
    void aThreadRunsApcsBeforeItsStartRoutineAndNotRightAfterIt() {
        String[] lines = after(
                List.of("QueueUserAPC(A, helper, 0)", "QueueUserAPC(B, helper, 0)"),
                "helper begins A(0)",
                "helper ends A",
                "helper starts",
                "helper begins B(0)");

        assertThat(breaches(lines)).containsExactly("7 apc-alertable: B(0) begins while helper is in no call");
    }

    @Test
    void theOldestApcRunsFirst() {
        assertThat(breaches(after(
                        List.of("QueueUserAPC(A, worker, 1)", "QueueUserAPC(B, worker, 2)"),
                        "worker calls SleepEx(0, TRUE)",
                        "worker begins B(2)",
                        "worker ends B",
                        "worker begins A(1)")))
                .containsExactly("5 apc-oldest-first: B(2) begins on worker before A(1), which was queued earlier");
    }

    @Test
    void noOrderIsClaimedOfCallsThatOverlap() {
        assertThat(breaches(
                        "main calls QueueUserAPC(A, worker, 1)",
                        "helper calls QueueUserAPC(B, worker, 2)",
                        "main returns nonzero",
                        "helper returns nonzero",
                        "worker calls SleepEx(0, TRUE)",
                        "worker begins B(2)",
                        "worker ends B",
                        "worker begins A(1)"))
                .isEmpty();
    }

    @Test
    void orderBetweenTwoQueuersIsClaimedWhereOneReturnedBeforeTheOtherBegan() {
        assertThat(breaches(
                        "main calls QueueUserAPC(A, worker, 1)",
                        "main returns nonzero",
                        "helper calls QueueUserAPC(B, worker, 2)",
                        "helper returns nonzero",
                        "worker calls SleepEx(0, TRUE)",
                        "worker begins B(2)"))
                .containsExactly("5 apc-oldest-first: B(2) begins on worker before A(1), which was queued earlier");
    }

    @Test
    void equalApcsAreTakenForWhicheverFits() {
        List<String> queued =
                List.of("QueueUserAPC(A, worker, 0)", "QueueUserAPC(B, worker, 0)", "QueueUserAPC(A, worker, 0)");

        assertThat(breaches(after(
                        queued,
                        "worker calls SleepEx(0, TRUE)",
                        "worker begins A(0)",
                        "worker ends A",
                        "worker begins B(0)",
                        "worker ends B",
                        "worker begins A(0)")))
                .isEmpty();
        assertThat(breaches(after(
                        queued,
                        "worker calls SleepEx(0, TRUE)",
                        "worker begins A(0)",
                        "worker ends A",
                        "worker begins A(0)")))
                .containsExactly("9 apc-oldest-first: A(0) begins on worker before B(0), which was queued earlier");
    }

    @Test
    void ofEqualApcsTheOneThatReturnedFirstIsTaken() {
        assertThat(breaches(
                        "main calls QueueUserAPC(A, worker, 0)",
                        "helper calls QueueUserAPC(A, worker, 0)",
                        "helper returns nonzero",
                        "helper calls QueueUserAPC(B, worker, 0)",
                        "helper returns nonzero",
                        "main returns nonzero",
                        "worker calls SleepEx(0, TRUE)",
                        "worker begins A(0)",
                        "worker ends A",
                        "worker begins B(0)",
                        "worker ends B",
                        "worker begins A(0)"))
                .isEmpty();
    }

    @Test
    void theQueueOfAnotherThreadDoesNotMatter() {
        assertThat(breaches(after(
                        List.of("QueueUserAPC(A, helper, 0)", "QueueUserAPC(B, worker, 0)"),
                        "worker calls SleepEx(0, TRUE)",
                        "worker begins B(0)")))
                .isEmpty();
    }

    @Test
    void whatBeganLastEndsFirst() {
        String[] inA =
                after(List.of("QueueUserAPC(A, worker, 1)"), "worker calls SleepEx(0, TRUE)", "worker begins A(1)", "");

        inA[4] = "worker ends B";
        assertThat(breaches(inA)).containsExactly("4 nesting: B ends while worker is in A");
        inA[4] = "worker returns 0";
        assertThat(breaches(inA)).containsExactly("4 nesting: a call returns on worker before A has ended");
        assertThat(breaches("worker calls SleepEx(0, TRUE)", "worker ends A"))
                .containsExactly("1 nesting: A ends while worker is in SleepEx(0, TRUE)");
        assertThat(breaches("worker ends A")).containsExactly("0 nesting: A ends while worker is in no routine");
        assertThat(breaches("worker calls SleepEx(0, TRUE)", "worker calls Sleep(0)"))
                .containsExactly("1 nesting: worker makes a call while it is in SleepEx(0, TRUE)");
    }

    @Test
    void aThreadStartsOnceAndFirst() {
        assertThat(breaches("worker starts"))
                .containsExactly("0 nesting: worker starts although it has started before");
        assertThat(breaches(after(List.of("QueueUserAPC(A, helper, 1)"), "helper begins A(1)", "helper starts")))
                .containsExactly("3 nesting: helper starts although it is in A");
    }

    @Test
    void aThreadWhoseNestingIsBrokenIsLeftAloneButItsApcsAreCounted() {
        assertThat(breaches("worker ends A", "worker returns 0", "worker starts", "worker begins A(0)"))
                .containsExactly(
                        "0 nesting: A ends while worker is in no routine",
                        "3 apc-once: A(0) begins on worker but no call has queued it");
    }

    @Test
    void aCallReturnsAfterItWasMadeAndOnce() {
        assertThat(breaches("worker returns 0")).containsExactly("0 answered-call: worker is in no call");
        assertThat(breaches("worker calls Sleep(0)", "worker returns void", "worker returns void"))
                .containsExactly("2 answered-call: worker is in no call");
        assertThat(breaches(after(List.of("QueueUserAPC(A, helper, 1)"), "helper begins A(1)", "helper returns 0")))
                .containsExactly("3 answered-call: helper is in no call");
    }

    @ParameterizedTest
    @ValueSource(strings = {"calls Sleep(0)", "returns 0", "begins A(0)", "ends A", "starts", "exits", "blocked Sleep"})
    void nothingHappensOnAThreadThatHasEnded(String event) {
        assertThat(breaches(after(List.of("QueueUserAPC(A, worker, 0)"), "worker exits", "worker " + event)))
                .contains("3 after-exit: worker has ended before");
    }

    @Test
    void aThreadThatHasEndedMayBeResumedWhichIsTheActOfAnother() {
        assertThat(breaches("worker exits", "worker suspended", "worker resumed"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "h = OpenThread(THREAD_SET_CONTEXT, FALSE, id of helper); handle",
                "h = CreateThread(NULL, 0, R, NULL, 0, NULL); handle",
                "DuplicateHandle(p, helper, p, &h, 0, FALSE, DUPLICATE_SAME_ACCESS); TRUE",
                "h = GetCurrentThread(); handle"
            })
    void aBoundHandleStandsForItsThread(String binding) {
        String[] parts = binding.split("; ");
        Program program = program(parts[0]);
        String[] lines = {
            "main calls " + parts[0].replace("h = ", ""),
            "main returns " + parts[1],
            "main calls QueueUserAPC(A, h, 0)",
            "main returns nonzero",
            "worker calls SleepEx(0, TRUE)",
            "worker begins A(0)"
        };

        assertThat(breaches(program, lines)).singleElement().asString().contains("apc-own-thread");
    }

    @Test
    void aThreadMayBeOpenedByAnIdentifierThatWasBound() {
        Program program = program(
                "x = GetCurrentThreadId()",
                "t = CreateThread(NULL, 0, R, NULL, 0, &y)",
                "h = OpenThread(THREAD_SET_CONTEXT, FALSE, x)",
                "g = OpenThread(THREAD_SET_CONTEXT, FALSE, y)");
        String[] lines = {
            "main calls GetCurrentThreadId()",
            "main returns id of main",
            "main calls CreateThread(NULL, 0, R, NULL, 0, &y)",
            "main returns handle, y = id of t",
            "main calls OpenThread(THREAD_SET_CONTEXT, FALSE, x)",
            "main returns handle",
            "main calls OpenThread(THREAD_SET_CONTEXT, FALSE, y)",
            "main returns handle",
            "main calls QueueUserAPC(A, h, 0)",
            "main returns nonzero",
            "main calls QueueUserAPC(B, g, 0)",
            "main returns nonzero",
            "worker calls SleepEx(0, TRUE)",
            "worker begins A(0)",
            "worker ends A",
            "worker begins B(0)"
        };

        assertThat(breaches(program, lines))
                .containsExactly(
                        "13 apc-own-thread: A(0) begins on worker but was queued to main",
                        "15 apc-own-thread: B(0) begins on worker but was queued to t");
    }

    @Test
    void aDuplicateOfThePseudoHandleStandsForTheThreadThatMadeIt() {
        Program program = program("self = GetCurrentThread()");
        String duplicate = "DuplicateHandle(p, self, p, &h, 0, FALSE, DUPLICATE_SAME_ACCESS)";
        String[] lines = {
            "main calls GetCurrentThread()",
            "main returns handle",
            "main calls " + duplicate,
            "main returns TRUE, h = handle",
            "worker calls QueueUserAPC(A, h, 0)",
            "worker returns nonzero",
            "worker calls QueueUserAPC(B, self, 0)",
            "worker returns nonzero",
            "worker calls SleepEx(0, TRUE)",
            "worker begins A(0)",
            "worker ends A",
            "worker begins B(0)"
        };

        assertThat(breaches(program, lines))
                .containsExactly("9 apc-own-thread: A(0) begins on worker but was queued to main");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // bound twice
                "h = OpenThread(THREAD_SET_CONTEXT, FALSE, id of worker)",
                "h = CreateEventW(NULL, FALSE, FALSE, NULL)",
                "DuplicateHandle(p, worker, p, &h, 0, FALSE, DUPLICATE_SAME_ACCESS)",
                // closed, so that the value may have been issued again
                "CloseHandle(h)",
                "DuplicateHandle(p, h, p, &g, 0, FALSE, DUPLICATE_CLOSE_SOURCE)",
            })
    void nothingIsClaimedOfAHandleThatMayStandForAnother(String between) {
        String open = "h = OpenThread(THREAD_SET_CONTEXT, FALSE, id of main)";
        Program program = program(open, between);
        String[] lines = {
            "main calls " + open.replace("h = ", ""),
            "main returns handle",
            "main calls " + between.replace("h = ", ""),
            "main returns handle",
            "main calls QueueUserAPC(A, h, 0)",
            "main returns nonzero",
            "worker calls SleepEx(0, TRUE)",
            "worker begins A(0)",
            "worker ends A",
            "worker begins A(0)",
        };

        assertThat(breaches(program, lines))
                .containsExactly("9 apc-once: A(0) begins on worker once more than it was queued (1)");
    }

    @Test
    void aHandleThatWasDuplicatedAndNotClosedIsStillKnown() {
        String[] lines = {
            "main calls DuplicateHandle(p, main, p, &g, 0, FALSE, DUPLICATE_SAME_ACCESS)",
            "main returns TRUE, g = handle",
            "main calls QueueUserAPC(A, main, 0)",
            "main returns nonzero",
            "worker calls SleepEx(0, TRUE)",
            "worker begins A(0)"
        };

        assertThat(breaches(lines)).singleElement().asString().contains("apc-own-thread");
    }

    @Test
    void whatWasQueuedBeforeItsHandleWasClosedIsStillKnown() {
        String open = "h = OpenThread(THREAD_SET_CONTEXT, FALSE, id of main)";
        String[] lines = {
            "main calls " + open.replace("h = ", ""),
            "main returns handle",
            "main calls QueueUserAPC(A, h, 0)",
            "main returns nonzero",
            "main calls CloseHandle(h)",
            "main returns TRUE",
            "worker calls SleepEx(0, TRUE)",
            "worker begins A(0)"
        };

        assertThat(breaches(program(open), lines)).singleElement().asString().contains("apc-own-thread");
    }

    @Test
    void nothingIsClaimedOfWhatIsNoCallOfTheApi() {
        assertThat(breaches(after(
                        List.of("QueueUserAPC(A, worker, 1)"), "worker calls NtTestAlert()", "worker begins A(1)")))
                .isEmpty();
    }

    @Test
    void theFirstBreachIsTheObjection() {
        Case scenario = Cases.of(List.of("worker: SleepEx(0, TRUE)"));
        Trace trace = Traces.of("worker returns 0", "worker begins A(0)");

        assertThat(new Invariants().examine(scenario.id(), scenario.rule(), scenario.program(), trace))
                .containsExactly(new Objection(
                        "the invariants",
                        0,
                        "answered-call: worker is in no call",
                        List.of("a call returns only after it was made, and once")));
        assertThat(new Invariants().examine(scenario.id(), scenario.rule(), scenario.program(), Traces.of()))
                .isEmpty();
    }
}
