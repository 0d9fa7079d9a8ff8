package org.apctck.kit;

import static org.apctck.kit.Cases.exactly;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apctck.spec.Run;
import org.apctck.spec.Verdict;
import org.apctck.spec.api.Call;
import org.apctck.spec.program.Entry;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.junit.jupiter.api.Test;

/** Calls in which a thread must be seen blocked before a scenario says anything. */
class NeedsTest {
    private static final List<String> SCRIPT =
            List.of("worker: SleepEx(0, TRUE)", "worker: !SleepEx(INFINITE, TRUE)", "main: QueueUserAPC(A, worker, 0)");

    private static final Check CHECK =
            exactly("calls SleepEx", "returns 0", "calls SleepEx", "begins A", "ends A", "returns WAIT_IO_COMPLETION");

    @Test
    void aThreadThatWasSeenBlockedMeetsTheNeed() {
        Trace trace = Traces.of(
                "worker calls SleepEx(0, TRUE)",
                "worker returns 0",
                "worker calls SleepEx(INFINITE, TRUE)",
                "worker blocked SleepEx",
                "quiescent",
                "worker begins A",
                "worker ends A",
                "worker returns WAIT_IO_COMPLETION");

        assertThat(judge(trace).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aThreadThatWasNotSeenBlockedIsInconclusiveWhateverComesAfter() {
        Trace trace = Traces.of(
                "worker calls SleepEx(0, TRUE)",
                "worker returns 0",
                "worker calls SleepEx(INFINITE, TRUE)",
                "worker returns 0");

        assertThat(judge(trace))
                .isEqualTo(Judgement.of(
                        Verdict.INCONCLUSIVE, "worker was not seen blocked in SleepEx(INFINITE, TRUE): it returned 0"));
    }

    @Test
    void aThreadMustStayBlockedUntilTheNextEntry() {
        List<String> script = List.of("worker: !SleepEx(20, TRUE)", "main: QueueUserAPC(A, worker, 0)");
        Check check = exactly("calls SleepEx", "returns 0");
        Trace early =
                Traces.of("worker calls SleepEx(20, TRUE)", "worker blocked SleepEx", "worker returns 0", "quiescent");

        assertThat(Judge.judge(Cases.of(script, check), Cases.rule("required"), Run.of(early), Cases.target()))
                .isEqualTo(Judgement.of(
                        Verdict.INCONCLUSIVE,
                        "worker did not stay blocked in SleepEx(20, TRUE) until the next entry: it returned 0"));
        assertThat(Judge.judge(
                                Cases.of(script.subList(0, 1), check),
                                Cases.rule("required"),
                                Run.of(early),
                                Cases.target())
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void aCallThatARoutineMadeIsNotTheOneThatMustBlock() {
        Trace trace = Traces.of(
                "worker calls SleepEx(0, TRUE)",
                "worker begins B",
                "worker calls SleepEx(1, TRUE)",
                "worker blocked SleepEx",
                "worker returns 0",
                "worker ends B",
                "worker returns 0",
                "worker calls SleepEx(INFINITE, TRUE)",
                "worker returns 0");
        Check check = exactly(
                "calls SleepEx",
                "begins B",
                "calls SleepEx",
                "returns 0",
                "ends B",
                "returns 0",
                "calls SleepEx",
                "returns 0");

        assertThat(Judge.judge(Cases.of(SCRIPT, check), Cases.rule("required"), Run.of(trace), Cases.target())
                        .verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aCallThatARoutineMadeBeforeAnyOtherIsNotOneOfTheScript() {
        Trace trace = Traces.of(
                "worker begins B",
                "worker calls SleepEx(0, TRUE)",
                "worker returns 0",
                "worker ends B",
                "worker calls SleepEx(0, TRUE)",
                "worker returns 0",
                "worker calls SleepEx(INFINITE, TRUE)",
                "worker blocked SleepEx");
        Check check = exactly(
                "begins B", "calls SleepEx", "returns 0", "ends B", "calls SleepEx", "returns 0", "calls SleepEx");

        assertThat(Judge.judge(Cases.of(SCRIPT, check), Cases.rule("required"), Run.of(trace), Cases.target())
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void theCallsOfARaceCountToo() {
        Call poll = Call.parse("SleepEx(0, TRUE)");
        Entry race = new Entry.Race(Map.of("worker", List.of(poll, poll), "main", List.of(poll)));
        Entry need = new Entry.CallOn("worker", Call.parse("SleepEx(INFINITE, TRUE)"), true, false);
        Program program = new Program(
                List.of(new Program.CastThread("main", false), new Program.CastThread("worker", false)),
                List.of(),
                List.of(),
                List.of(race, need));
        Trace trace = Traces.of(
                "worker calls SleepEx(0, TRUE)",
                "worker blocked SleepEx",
                "worker returns 0",
                "worker calls SleepEx(0, TRUE)",
                "worker returns 0",
                "worker calls SleepEx(INFINITE, TRUE)",
                "worker returns 0");

        assertThat(Needs.unmet(program, trace))
                .isEqualTo(new Needs(5, "worker was not seen blocked in SleepEx(INFINITE, TRUE): it returned 0"));
    }

    @Test
    void aCallThatWasNeverMadeIsInconclusiveIfTheTableHoldsAllTheSame() {
        Trace trace = Traces.of("worker calls SleepEx(0, TRUE)", "worker returns 0");
        Check check = exactly("calls SleepEx", "returns 0");

        assertThat(Judge.judge(Cases.of(SCRIPT, check), Cases.rule("required"), Run.of(trace), Cases.target()))
                .isEqualTo(Judgement.of(Verdict.INCONCLUSIVE, "worker never came to call SleepEx(INFINITE, TRUE)"));
    }

    @Test
    void aDifferenceBeforeTheNeedIsAFailure() {
        Trace trace = Traces.of(
                "worker calls SleepEx(0, TRUE)",
                "worker returns 7",
                "worker calls SleepEx(INFINITE, TRUE)",
                "worker returns 0");

        assertThat(judge(trace).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aCallThatWasNeverMadeFailsByTheTable() {
        Trace trace = Traces.ended(TraceStatus.STUCK, "worker has ended", "worker calls SleepEx(0, TRUE)");

        assertThat(judge(trace).verdict()).isEqualTo(Verdict.FAIL);
    }

    private static final Program LOOP = Cases.of(List.of(
                    "worker: !SleepEx(INFINITE, TRUE) while it returns WAIT_IO_COMPLETION, at most 3 times",
                    "main: QueueUserAPC(A, worker, 0)",
                    "worker: !SleepEx(9, FALSE)"))
            .program();

    @Test
    void inALoopAThreadMayBeSeenBlockedInAnyOfItsCalls() {
        assertThat(Needs.unmet(
                        LOOP,
                        Traces.of(
                                "worker calls SleepEx(INFINITE, TRUE)",
                                "worker returns WAIT_IO_COMPLETION",
                                "worker calls SleepEx(INFINITE, TRUE)",
                                "worker blocked SleepEx",
                                "quiescent",
                                "worker returns 0",
                                "quiescent",
                                "worker calls SleepEx(9, FALSE)",
                                "worker blocked SleepEx",
                                "worker returns 0",
                                "quiescent")))
                .isNull();
    }

    @Test
    void aLoopThatBlocksOnlyInALaterEntryDoesNotMeetTheNeed() {
        assertThat(Needs.unmet(
                        LOOP,
                        Traces.of(
                                "worker calls SleepEx(INFINITE, TRUE)",
                                "worker returns WAIT_IO_COMPLETION",
                                "quiescent",
                                "worker calls SleepEx(INFINITE, TRUE)",
                                "worker blocked SleepEx",
                                "worker returns 0",
                                "quiescent")))
                .isEqualTo(new Needs(
                        0, "worker was not seen blocked in SleepEx(INFINITE, TRUE): it returned WAIT_IO_COMPLETION"));
    }

    @Test
    void whatComesAfterALoopIsFoundBehindAllItsCalls() {
        assertThat(Needs.unmet(
                        LOOP,
                        Traces.of(
                                "worker calls SleepEx(INFINITE, TRUE)",
                                "worker blocked SleepEx",
                                "quiescent",
                                "worker returns WAIT_IO_COMPLETION",
                                "worker calls SleepEx(INFINITE, TRUE)",
                                "worker returns WAIT_IO_COMPLETION",
                                "worker calls SleepEx(INFINITE, TRUE)",
                                "worker returns WAIT_IO_COMPLETION",
                                "quiescent",
                                "worker calls SleepEx(9, FALSE)",
                                "worker returns 0",
                                "quiescent")))
                .isEqualTo(new Needs(9, "worker was not seen blocked in SleepEx(9, FALSE): it returned 0"));
    }

    private static Judgement judge(Trace trace) {
        return Judge.judge(Cases.of(SCRIPT, CHECK), Cases.rule("required"), Run.of(trace), Cases.target());
    }
}
