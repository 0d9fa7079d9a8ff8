package org.apctck.kit.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apctck.kit.Cases;
import org.apctck.kit.Judgement;
import org.apctck.kit.Rejection;
import org.apctck.kit.Traces;
import org.apctck.kit.generate.GeneratedCases;
import org.apctck.spec.Objection;
import org.apctck.spec.Verdict;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.rules.Rule;
import org.apctck.spec.trace.Trace;
import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void aScenarioTakesTheWorstOfItsAttemptsAndKeepsAHistogram() {
        Results results = results(
                3,
                attempt("Q-A-1/x", Verdict.PASS),
                attempt("Q-A-1/x", Verdict.FAIL),
                attempt("Q-A-1/x", Verdict.PASS));

        ScenarioResult scenario =
                Summary.of(results, rules("Q-A-1")).scenarios().get(0);

        assertThat(scenario.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(scenario.histogram()).isEqualTo(Map.of(Verdict.PASS, 2, Verdict.FAIL, 1));
        assertThat(scenario.reason()).isEqualTo("because of FAIL");
    }

    @Test
    void attemptsThatWereAskedForAndNotMadeAreNotRun() {
        Results results = results(2, attempt("Q-A-1/x", Verdict.PASS));

        ScenarioResult scenario =
                Summary.of(results, rules("Q-A-1")).scenarios().get(0);

        assertThat(scenario.verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(scenario.histogram()).isEqualTo(Map.of(Verdict.PASS, 1, Verdict.NOT_RUN, 1));
    }

    @Test
    void aRuleTakesTheFirstPresentVerdictInTheirOrder() {
        assertThat(rollUp(Verdict.PASS, Verdict.INCONCLUSIVE)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(rollUp(Verdict.INCONCLUSIVE, Verdict.NOT_RUN)).isEqualTo(Verdict.NOT_RUN);
        assertThat(rollUp(Verdict.NOT_RUN, Verdict.FAIL)).isEqualTo(Verdict.FAIL);
        assertThat(rollUp(Verdict.FAIL, Verdict.TIMEOUT, Verdict.CRASH)).isEqualTo(Verdict.CRASH);
        assertThat(rollUp(Verdict.CRASH, Verdict.ERROR)).isEqualTo(Verdict.ERROR);
        assertThat(rollUp(Verdict.NOT_APPLICABLE, Verdict.OBSERVED)).isEqualTo(Verdict.OBSERVED);
    }

    @Test
    void aPassThatCoversScenariosWithoutAVerdictCarriesTheirCount() {
        Results results = results(
                1,
                attempt("Q-A-1/w", Verdict.PASS),
                attempt("Q-A-1/x", Verdict.PASS),
                attempt("Q-A-1/y", Verdict.NOT_APPLICABLE));

        RuleResult rule = Summary.of(results, rules("Q-A-1")).rules().get(0);

        assertThat(rule.verdict()).isEqualTo(Verdict.PASS);
        assertThat(rule.label()).isEqualTo("PASS (1 without a verdict)");
    }

    @Test
    void rulesWithoutAScenarioAreShownForWhatTheyAre() {
        Summary summary = Summary.of(results(1), rules("Q-A-1", "Q-B-1 required no", "Q-C-1 required later"));

        assertThat(summary.rules()).extracting(RuleResult::label).containsExactly("NOT_RUN", "UNTESTABLE", "LATER");
        assertThat(summary.ruleCounts()).isEqualTo(Map.of(Verdict.NOT_RUN, 1, Verdict.UNTESTABLE, 2));
    }

    @Test
    void rulesOfOneFamilyCountOnce() {
        Results results = results(
                1,
                attempt("Q-A-1/x", Verdict.FAIL),
                attempt("Q-B-1/x", Verdict.PASS),
                attempt("Q-C-1/x", Verdict.PASS));

        Summary summary =
                Summary.of(results, rules("Q-A-1 required yes GAP", "Q-B-1 required yes GAP", "Q-C-1 required yes"));

        assertThat(summary.familyCounts()).isEqualTo(Map.of(Verdict.FAIL, 1, Verdict.PASS, 1));
        assertThat(summary.ruleCounts()).isEqualTo(Map.of(Verdict.FAIL, 1, Verdict.PASS, 2));
        assertThat(summary.scenarioCounts()).isEqualTo(summary.ruleCounts());
    }

    @Test
    void aRuleFailsByAnObjectionInAScenarioOfAnotherOne() {
        Results results = results(
                1,
                attempt("Q-A-1/x", Verdict.PASS),
                objected("Q-B-1/y", Verdict.PASS, "Q-A-1", "no A"),
                objected("Q-B-1/z", Verdict.OBSERVED, "", "no rule"));

        Summary summary = Summary.of(results, rules("Q-A-1", "Q-B-1"));

        assertThat(summary.rules()).extracting(RuleResult::verdict).containsExactly(Verdict.FAIL, Verdict.PASS);
        assertThat(summary.rules().get(0).elsewhere())
                .extracting(ScenarioResult::scenario)
                .containsExactly("Q-B-1/y");
        assertThat(summary.findings()).isEmpty();
    }

    @Test
    void whatAGeneratedProgramShowsToBeBrokenIsAccountedForAndOtherRulesAreNot() {
        Results results = results(1, objected("GENERATED/7/1", Verdict.PASS, "Q-B-1", "no B"));

        Summary summary = Summary.of(results, List.of(GeneratedCases.RULE), rules("Q-A-1", "Q-B-1"));

        assertThat(summary.rules()).extracting(rule -> rule.rule().id()).containsExactly("GENERATED", "Q-B-1");
        assertThat(summary.rules()).extracting(RuleResult::verdict).containsExactly(Verdict.PASS, Verdict.FAIL);
    }

    @Test
    void findingsAreCountedApart() {
        Results results =
                results(1, attempt("Q-A-1/x", Verdict.PASS), objected("Q-A-1/y", Verdict.PASS, "", "no rule"));

        Summary summary = Summary.of(results, rules("Q-A-1"));

        assertThat(summary.rules().get(0).verdict()).isEqualTo(Verdict.PASS);
        assertThat(summary.findings()).hasSize(1);
    }

    /** An attempt to which an examiner objects for a rule, or for none. */
    static Attempt objected(String id, Verdict verdict, String rule, String reason) {
        Attempt plain = attempt(id, verdict);
        Trace trace = Traces.of("worker calls SleepEx(0, TRUE)");
        Rejection rejection = new Rejection(Objection.of(rule, "the test", 0, reason, List.of()), trace);
        return new Attempt(
                plain.scenario(),
                plain.level(),
                plain.number(),
                new Judgement(verdict, plain.judgement().reason(), null, List.of(rejection)),
                plain.sample(),
                plain.millis(),
                plain.stderr());
    }

    private static Verdict rollUp(Verdict... verdicts) {
        List<Attempt> attempts = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            attempts.add(attempt("Q-A-1/" + verdict, verdict));
        }
        return Summary.of(results(1, attempts.toArray(Attempt[]::new)), rules("Q-A-1"))
                .rules()
                .get(0)
                .verdict();
    }

    private static List<Rule> rules(String... rules) {
        Catalogue catalogue = Cases.catalogue(rules);
        return List.copyOf(catalogue.rules());
    }

    static Attempt attempt(String id, Verdict verdict) {
        return new Attempt(
                Cases.named(id, List.of("worker: SleepEx(0, TRUE)"), Cases.exactly("calls SleepEx")),
                Rule.Level.REQUIRED,
                1,
                Judgement.of(verdict, "because of " + verdict),
                Sample.NONE,
                1,
                "");
    }

    static Results results(int repeats, Attempt... attempts) {
        List<Header.Asked> asked = List.of(attempts).stream()
                .map(attempt -> new Header.Asked(
                        attempt.scenario().id(), attempt.scenario().rule()))
                .distinct()
                .toList();
        return new Results(ResultsFileTest.header(repeats, asked), List.of(attempts), null);
    }
}
