package org.apctck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apctck.kit.Case;
import org.apctck.kit.Judgement;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.Sample;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.spec.Rule;
import org.apctck.spec.Run;
import org.apctck.spec.Verdict;
import org.junit.jupiter.api.Test;

class ResultsDiffTest {
    private static List<ScenarioResult> passed(Case scenario, String trace) {
        Sample sample = Sample.of(Run.of(Traces.of(trace)), List.of());
        return List.of(ScenarioResult.of(
                new Attempt(scenario, Rule.Level.REQUIRED, 1, Judgement.of(Verdict.PASS, ""), sample, 1, "")));
    }

    private static ResultsDiff diff(String sleep) {
        Case scenario = SampleCases.named(
                "DELIVER-WAKE-1/a-timed-sleep",
                "A timed sleep",
                60,
                List.of("worker: " + sleep, "main: QueueUserAPC(A, worker, 0)"),
                SampleCases.exactly("worker", "calls SleepEx", "returns 0"));
        List<ScenarioResult> early = passed(scenario, """
                worker calls %s
                worker returns 0
                quiescent
                main calls QueueUserAPC(A, worker, 0)
                main returns nonzero
                quiescent
                """.formatted(sleep));
        List<ScenarioResult> late = passed(scenario, """
                worker calls %s
                quiescent
                main calls QueueUserAPC(A, worker, 0)
                main returns nonzero
                worker returns 0
                quiescent
                """.formatted(sleep));
        return ResultsDiff.of(early, late);
    }

    @Test
    void onWhichSideOfAQuiescentPointAWaitIsOverIsUpToTheMachine() {
        assertThat(diff("SleepEx(20, FALSE)").differences()).isEmpty();
    }

    @Test
    void whatOnlyAnotherThreadCanHaveEndedIsADifference() {
        assertThat(diff("SleepEx(INFINITE, TRUE)").differences()).hasSize(1);
    }
}
