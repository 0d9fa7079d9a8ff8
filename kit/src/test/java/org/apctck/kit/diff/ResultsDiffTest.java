package org.apctck.kit.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apctck.kit.Case;
import org.apctck.kit.Cases;
import org.apctck.kit.Check;
import org.apctck.kit.Difference;
import org.apctck.kit.Histogram;
import org.apctck.kit.Judgement;
import org.apctck.kit.Traces;
import org.apctck.kit.race.RaceSeries;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.Sample;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.spec.Racing;
import org.apctck.spec.Run;
import org.apctck.spec.Verdict;
import org.apctck.spec.rules.Rule;
import org.apctck.spec.trace.Trace;
import org.junit.jupiter.api.Test;

class ResultsDiffTest {
    private static List<ScenarioResult> passed(Case scenario, String trace) {
        Sample sample = Sample.of(Run.of(Traces.of(trace.strip().split("\n"))), List.of());
        return List.of(ScenarioResult.of(
                new Attempt(scenario, Rule.Level.REQUIRED, 1, Judgement.of(Verdict.PASS, ""), sample, 1, "")));
    }

    private static ResultsDiff diff(String sleep) {
        Case scenario = Cases.named(
                "DELIVER-WAKE-1/a-timed-sleep",
                List.of("worker: " + sleep, "main: QueueUserAPC(A, worker, 0)"),
                new Check.Exactly("worker", Cases.expected("calls SleepEx", "returns 0"), 10));
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

    private static ScenarioResult attempts(Case scenario, Object... verdictsAndTraces) {
        List<Attempt> attempts = new ArrayList<>();
        for (int i = 0; i < verdictsAndTraces.length; i += 2) {
            Verdict verdict = (Verdict) verdictsAndTraces[i];
            String text = (String) verdictsAndTraces[i + 1];
            Trace trace = Traces.of(text.strip().split("\n"));
            boolean isRace = RaceSeries.isRace(scenario);
            attempts.add(new Attempt(
                    scenario,
                    Rule.Level.REQUIRED,
                    i / 2 + 1,
                    new Judgement(
                            verdict,
                            "why",
                            verdict == Verdict.FAIL
                                    ? new Difference(scenario.checks().get(0), 1, trace, 0, "this", "that")
                                    : null),
                    Sample.of(Run.of(trace), List.of(trace)),
                    1,
                    "",
                    isRace ? new Histogram(1, 1, 1, Racing.STEERED, 1, List.of()) : null,
                    List.of()));
        }
        return ScenarioResult.of(attempts);
    }

    private static final String ZERO = "main calls Sleep(0)\nmain returns 0";
    private static final String ONE = "main calls Sleep(0)\nmain returns 1";
    private static final Case PLAIN = plain(new Check.Exactly("main", Cases.expected("calls Sleep"), 10));
    private static final Case OPEN = plain(
            new Check.OneOf(List.of(new Check.Row(Map.of(), "one", 1), new Check.Row(Map.of(), "another", 2)), 1));

    private static Case plain(Check check) {
        return Cases.named("DELIVER-WAKE-1/a-sleep", List.of("main: Sleep(0)"), check);
    }

    private static ResultsDiff diff(ScenarioResult left, ScenarioResult right) {
        return ResultsDiff.of(List.of(left), List.of(right));
    }

    @Test
    void whatOneSideShowsAsWellWhenItIsRunAgainDoesNotCount() {
        ResultsDiff once = diff(attempts(PLAIN, Verdict.PASS, ZERO), attempts(PLAIN, Verdict.FAIL, ONE));
        ResultsDiff again = diff(
                attempts(PLAIN, Verdict.PASS, ZERO),
                attempts(PLAIN, Verdict.FAIL, ONE, Verdict.FAIL, ONE, Verdict.PASS, ZERO));
        ResultsDiff always = diff(
                attempts(PLAIN, Verdict.PASS, ZERO, Verdict.PASS, ZERO),
                attempts(PLAIN, Verdict.FAIL, ONE, Verdict.FAIL, ONE));

        assertThat(once.differences()).hasSize(1);
        assertThat(again.differences()).isEmpty();
        assertThat(again.apart())
                .extracting(ScenarioDifference::apart)
                .containsExactly("one side shows both when it is run again");
        assertThat(again.rules()).extracting(RuleDifference::kind).containsExactly(RuleDifference.Kind.CHANCE);
        assertThat(always.differences()).hasSize(1);
    }

    @Test
    void besideTheModelNothingIsChance() {
        ScenarioResult model = attempts(PLAIN, Verdict.PASS, ZERO);
        ScenarioResult other = attempts(PLAIN, Verdict.FAIL, ONE, Verdict.PASS, ZERO);

        assertThat(ResultsDiff.of(List.of(model), List.of(other), true).differences())
                .hasSize(1);
        assertThat(diff(model, other).differences()).isEmpty();
    }

    @Test
    void anotherOutcomeOfARuleThatAllowsSeveralDoesNotCount() {
        assertThat(diff(attempts(OPEN, Verdict.PASS, ZERO), attempts(OPEN, Verdict.PASS, ONE))
                        .apart())
                .extracting(ScenarioDifference::apart)
                .containsExactly("its rule allows several outcomes");
        assertThat(diff(attempts(PLAIN, Verdict.PASS, ZERO), attempts(PLAIN, Verdict.PASS, ONE))
                        .differences())
                .hasSize(1);
        assertThat(diff(attempts(OPEN, Verdict.PASS, ZERO), attempts(OPEN, Verdict.FAIL, ONE))
                        .differences())
                .hasSize(1);
    }

    @Test
    void whatCallsWhatIsNotThereSaysNothing() {
        assertThat(diff(attempts(PLAIN, Verdict.NOT_APPLICABLE, ZERO), attempts(PLAIN, Verdict.NOT_APPLICABLE, ONE))
                        .all())
                .isEmpty();
    }

    @Test
    void whatWasNotMeasuredDoesNotCountAndWhatIsOnlyRecordedDoesNot() {
        assertThat(diff(attempts(PLAIN, Verdict.INCONCLUSIVE, ZERO), attempts(PLAIN, Verdict.PASS, ONE))
                        .apart())
                .extracting(ScenarioDifference::apart)
                .containsExactly("not measured on one side");
        assertThat(diff(attempts(PLAIN, Verdict.OBSERVED, ZERO), attempts(PLAIN, Verdict.OBSERVED, ONE))
                        .apart())
                .extracting(ScenarioDifference::apart)
                .containsExactly("the documentation is silent");
    }
}
