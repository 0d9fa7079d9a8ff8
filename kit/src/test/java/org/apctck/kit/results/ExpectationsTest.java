package org.apctck.kit.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.apctck.kit.Case;
import org.apctck.kit.CaseJson;
import org.apctck.kit.Cases;
import org.apctck.kit.ExitStatus;
import org.apctck.spec.Document;
import org.apctck.spec.InputException;
import org.apctck.spec.Rule;
import org.apctck.spec.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExpectationsTest {
    @ParameterizedTest
    @EnumSource(names = {"PASS", "OBSERVED", "NOT_APPLICABLE"})
    void theseVerdictsNeedNoEntry(Verdict verdict) {
        Deviations deviations = compare("[]", SummaryTest.attempt("Q-A-1/x", verdict));

        assertThat(deviations.lines()).isEmpty();
        assertThat(deviations.status()).isEqualTo(ExitStatus.OK);
    }

    @ParameterizedTest
    @CsvSource({"INCONCLUSIVE, INCONCLUSIVE", "NOT_RUN, NOT_RUN", "ERROR, FAULT"})
    void theseHaveAnExitStatusOfTheirOwn(Verdict verdict, ExitStatus status) {
        Deviations deviations = compare("[]", SummaryTest.attempt("Q-A-1/x", verdict));

        assertThat(deviations.lines()).isEmpty();
        assertThat(deviations.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAIL", "CRASH", "TIMEOUT"})
    void aFailureWithoutAnEntryIsUnexpectedAndNamed(Verdict verdict) {
        Deviations deviations = compare("[]", SummaryTest.attempt("Q-A-1/x", verdict));

        assertThat(deviations.lines())
                .containsExactly("unexpected failure: Q-A-1/x is " + verdict + ": because of " + verdict);
        assertThat(deviations.status()).isEqualTo(ExitStatus.UNEXPECTED);
    }

    @Test
    void aDeviationAsExpectedIsNoneAndListedAsKnown() {
        Deviations deviations = compare(
                "[{rule: Q-A-1, verdict: FAIL, reason: known}]",
                SummaryTest.attempt("Q-A-1/x", Verdict.FAIL),
                SummaryTest.attempt("Q-A-1/y", Verdict.FAIL));

        assertThat(deviations.status()).isEqualTo(ExitStatus.OK);
        assertThat(deviations.known()).hasSize(2);
    }

    @Test
    void anUnexpectedPassIsNamedWithItsEntry() {
        Deviations deviations =
                compare("- {rule: Q-A-1, verdict: FAIL, reason: known}", SummaryTest.attempt("Q-A-1/x", Verdict.PASS));

        assertThat(deviations.lines()).containsExactly("t.yaml:1: unexpected pass: Q-A-1/x is PASS, expected FAIL");
        assertThat(deviations.status()).isEqualTo(ExitStatus.UNEXPECTED);
    }

    @Test
    void anotherFailureThanTheExpectedOneIsUnexpected() {
        Deviations deviations =
                compare("- {rule: Q-A-1, verdict: FAIL, reason: known}", SummaryTest.attempt("Q-A-1/x", Verdict.CRASH));

        assertThat(deviations.lines()).containsExactly("t.yaml:1: unexpected failure: Q-A-1/x is CRASH, expected FAIL");
    }

    @Test
    void anEntryForAScenarioIsMoreSpecificThanOneForItsRule() {
        Deviations deviations = compare(
                """
                - {scenario: Q-A-1/x, verdict: PASS, reason: this one works}
                - {rule: Q-A-1, verdict: FAIL, reason: known}
                """, SummaryTest.attempt("Q-A-1/x", Verdict.PASS), SummaryTest.attempt("Q-A-1/y", Verdict.FAIL));

        assertThat(deviations.lines()).isEmpty();
    }

    @Test
    void anExpectedInconclusiveIsExpected() {
        Deviations deviations = compare(
                "- {rule: Q-A-1, verdict: INCONCLUSIVE, reason: known}",
                SummaryTest.attempt("Q-A-1/x", Verdict.INCONCLUSIVE));

        assertThat(deviations.status()).isEqualTo(ExitStatus.OK);
    }

    @Test
    void anEntryThatMatchesNothingIsNamed() {
        Deviations deviations = compare(
                "- {scenario: Q-A-1/gone, verdict: FAIL, reason: known}", SummaryTest.attempt("Q-A-1/x", Verdict.PASS));

        assertThat(deviations.lines())
                .containsExactly("t.yaml:1: matches nothing: there is no scenario for Q-A-1/gone");
        assertThat(deviations.status()).isEqualTo(ExitStatus.UNEXPECTED);
    }

    @Test
    void anEntryForACaseThatWasNotAskedForIsLeftAlone() {
        Attempt asked = SummaryTest.attempt("Q-A-1/x", Verdict.PASS);
        Case known = SummaryTest.attempt("Q-A-1/y", Verdict.FAIL).scenario();

        Deviations deviations = expectations("- {scenario: Q-A-1/y, verdict: FAIL, reason: known}")
                .compare(scenarios(asked), List.of(asked.scenario(), known));

        assertThat(deviations.lines()).isEmpty();
    }

    @Test
    void anEntryForAnotherDigestIsStale() {
        Attempt attempt = SummaryTest.attempt("Q-A-1/x", Verdict.FAIL);
        String digest = CaseJson.digest(attempt.scenario());

        Deviations same = compare("- {rule: Q-A-1, verdict: FAIL, reason: r, digest: %s}".formatted(digest), attempt);
        Deviations other = compare("- {rule: Q-A-1, verdict: FAIL, reason: r, digest: abc}", attempt);

        assertThat(same.lines()).isEmpty();
        assertThat(other.lines())
                .containsExactly(
                        "t.yaml:1: stale: Q-A-1 has changed since; its digest is " + digest + ", the result FAIL");
        assertThat(other.status()).isEqualTo(ExitStatus.UNEXPECTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- {verdict: FAIL, reason: r} | t.yaml:1: [0]: needs either `rule` or `scenario`",
                "- {rule: A, scenario: A/b, verdict: FAIL, reason: r} | t.yaml:1: [0]: needs either `rule` or `scenario`",
                "- {rule: A/b, verdict: FAIL, reason: r} | t.yaml:1: [0].rule: is the id of a scenario; write `scenario:`",
                "- {scenario: A, verdict: FAIL, reason: r} | t.yaml:1: [0].scenario: is not the id of a scenario, which is"
                        + " RULE/name",
                "- {rule: A, verdict: ERROR, reason: r} | t.yaml:1: [0].verdict: ERROR cannot be expected",
                "- {rule: A, verdict: FAIL} | t.yaml:1: [0]: `reason` is missing",
                "- {rule: A, verdict: FAIL, reason: ' '} | t.yaml:1: [0].reason: must say why",
                "- {rule: A, verdict: FAIL, reason: r, bug: 5} | t.yaml:1: [0].bug: unknown field; known are digest, reason,"
                        + " rule, scenario, verdict",
                "[{rule: A, verdict: FAIL, reason: r}, {rule: A, verdict: PASS, reason: r}] | t.yaml:1: [1]: a second entry"
                        + " for A; the first is at t.yaml:1",
            })
    void aBadEntryIsNamedWithFileLineAndField(String yaml, String message) {
        assertThatThrownBy(() -> expectations(yaml))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }

    private static Deviations compare(String yaml, Attempt... attempts) {
        List<Case> known = Stream.of(attempts).map(Attempt::scenario).toList();
        return expectations(yaml).compare(scenarios(attempts), known);
    }

    private static List<ScenarioResult> scenarios(Attempt... attempts) {
        List<Rule> rules = List.copyOf(Cases.catalogue("Q-A-1").rules());
        return Summary.of(SummaryTest.results(1, attempts), rules).scenarios();
    }

    private static Expectations expectations(String yaml) {
        return Expectations.read("t.yaml", Document.yaml("t.yaml", yaml));
    }
}
