package org.apctck.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apctck.spec.Run;
import org.apctck.spec.Verdict;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.trace.Trace;
import org.junit.jupiter.api.Test;

class TookAtLeastTest {
    private static final Check CHECK = new Check.TookAtLeast("worker", ApiFunction.SLEEP_EX, 50, 12);

    @Test
    void aCallMayEndATickTooEarlyAndNoMore() {
        Trace early = Traces.of("100 worker calls SleepEx(50, TRUE)", "134 worker returns 0");
        Trace tooEarly = Traces.of("100 worker calls SleepEx(50, TRUE)", "133 worker returns 0");

        assertThat(judge(early).verdict()).isEqualTo(Verdict.PASS);
        assertThat(judge(tooEarly).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judge(tooEarly).reason())
                .isEqualTo("worker: expected SleepEx to take at least 50 ms, but it took 33 ms");
    }

    @Test
    void theReturnOfANestedCallIsNotTheEndOfTheOuterOne() {
        Trace trace = Traces.of(
                "0 worker calls SleepEx(50, TRUE)",
                "1 worker begins A",
                "2 worker calls SleepEx(0, TRUE)",
                "3 worker returns 0",
                "4 worker ends A",
                "60 worker returns WAIT_IO_COMPLETION");

        assertThat(judge(trace).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aCallThatDidNotReturnOrWasNotMadeFails() {
        assertThat(judge(Traces.of("worker calls SleepEx(50, TRUE)")).reason()).endsWith("it did not return");
        assertThat(judge(Traces.of("worker calls Sleep(50)", "99 worker returns void"))
                        .reason())
                .endsWith("it was never called");
    }

    private static Judgement judge(Trace trace) {
        return Judge.judge(
                Cases.of(List.of("worker: SleepEx(50, TRUE)"), CHECK),
                Cases.rule("required"),
                Run.of(trace),
                Cases.target());
    }
}
