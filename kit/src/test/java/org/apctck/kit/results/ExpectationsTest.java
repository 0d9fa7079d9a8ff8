package org.apctck.kit.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apctck.kit.Case;
import org.apctck.kit.CaseJson;
import org.apctck.kit.Cases;
import org.apctck.kit.ExitStatus;
import org.apctck.kit.generate.GeneratedCases;
import org.apctck.spec.Verdict;
import org.apctck.spec.format.Document;
import org.apctck.spec.format.InputException;
import org.apctck.spec.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectationsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"PASS", "OBSERVED", "NOT_APPLICABLE"})
    void theseVerdictsNeedNoEntry(Verdict verdict) {
        Deviations deviations =
                compare("[]", SummaryTest.attempt("Q-A-1/x", verdict), SummaryTest.attempt("Q-A-1/y", Verdict.PASS));

        assertThat(deviations.lines()).isEmpty();
        assertThat(deviations.status()).isEqualTo(ExitStatus.OK);
    }

    @Test
    void whoHasNoneOfTheFunctionsHasNotBeenTested() {
        assertThat(compare("[]", SummaryTest.attempt("Q-A-1/x", Verdict.NOT_APPLICABLE))
                        .status())
                .isEqualTo(ExitStatus.NOT_RUN);
        assertThat(compare("[]").status()).isEqualTo(ExitStatus.NOT_RUN);
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
    void aSetOfVerdictsIsForWhatComesAndGoes() {
        String entry = "- {rule: Q-A-1, verdict: [PASS, FAIL], reason: a race that it sometimes loses}";

        assertThat(compare(entry, SummaryTest.attempt("Q-A-1/x", Verdict.PASS)).lines())
                .isEmpty();
        assertThat(compare(entry, SummaryTest.attempt("Q-A-1/x", Verdict.FAIL)).lines())
                .isEmpty();
        assertThat(compare(entry, SummaryTest.attempt("Q-A-1/x", Verdict.CRASH)).lines())
                .containsExactly("t.yaml:1: unexpected failure: Q-A-1/x is CRASH, expected FAIL or PASS");
    }

    @Test
    void failingForAnotherReasonIsUnexpected() {
        String entry = "- {scenario: Q-A-1/x, verdict: FAIL, shows: %s, reason: known}";
        Attempt failure = SummaryTest.attempt("Q-A-1/x", Verdict.FAIL);

        assertThat(compare(entry.formatted("because of FAIL"), failure).lines()).isEmpty();
        Deviations other = compare(entry.formatted("begins B(0)"), failure);
        assertThat(other.lines())
                .containsExactly("t.yaml:1: failing for another reason: Q-A-1/x is FAIL as expected, but does not show"
                        + " `begins B(0)`: because of FAIL");
        assertThat(other.status()).isEqualTo(ExitStatus.UNEXPECTED);
    }

    @Test
    void anEntryThatWasToBeLookedAtAgainExpiresAfterItsDay() {
        Attempt failure = SummaryTest.attempt("Q-A-1/x", Verdict.FAIL);
        Expectations entry = expectations("- {scenario: Q-A-1/x, verdict: FAIL, reason: known, review: 2026-11-23}");

        assertThat(compareOn(entry, LocalDate.of(2026, 11, 23), failure).lines())
                .isEmpty();
        Deviations later = compareOn(entry, LocalDate.of(2026, 11, 24), failure);
        assertThat(later.lines())
                .containsExactly("t.yaml:1: expired: Q-A-1/x was to be looked at again after 2026-11-23");
        assertThat(later.status()).isEqualTo(ExitStatus.UNEXPECTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version: '>= 1'          | true",
                "version: '>= 1, < 1.0.1' | true",
                "version: '= 1'           | true",
                "version: '> 1'           | false",
                "version: '< 1'           | false",
                "version: '<= 0.9.12'     | false",
                "platform: TEST           | true",
                "platform: Windows        | false",
                "version: '= 1', platform: Windows | false"
            })
    void aConditionSaysWhereAnEntryHolds(String condition, boolean holds) {
        Expectations entry = expectations("- {rule: Q-A-1, when: {" + condition + "}, verdict: FAIL, reason: known}");

        Deviations deviations =
                compareOn(entry, LocalDate.of(2026, 1, 1), SummaryTest.attempt("Q-A-1/x", Verdict.FAIL));

        assertThat(deviations.known()).hasSize(holds ? 1 : 0);
        assertThat(deviations.unexpected()).hasSize(holds ? 0 : 1);
    }

    @Test
    void twoEntriesForOneSubjectMustNotBothHold() {
        Expectations entries = expectations("""
                - {rule: Q-A-1, when: {version: '< 1'}, verdict: CRASH, reason: before}
                - {rule: Q-A-1, when: {version: '>= 1'}, verdict: FAIL, reason: since}
                - {rule: Q-A-1, when: {platform: test}, verdict: FAIL, reason: here}
                """);

        Deviations deviations =
                compareOn(entries, LocalDate.of(2026, 1, 1), SummaryTest.attempt("Q-A-1/x", Verdict.FAIL));

        assertThat(deviations.lines())
                .containsExactly("t.yaml:3: two entries for Q-A-1 hold on this target; the other is at t.yaml:2");
    }

    private static Deviations compareOn(Expectations expectations, LocalDate today, Attempt... attempts) {
        return expectations
                .on(Cases.target(), today)
                .compare(
                        scenarios(attempts),
                        Stream.of(attempts).map(Attempt::scenario).toList());
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
                "- {verdict: FAIL, reason: r} | t.yaml:1: [0]: needs one of `rule`, `scenario`, `objection` and `finding`",
                "- {rule: A, scenario: A/b, verdict: FAIL, reason: r} | t.yaml:1: [0]: needs one of `rule`, `scenario`, `objection` and `finding`",
                "- {rule: A/b, verdict: FAIL, reason: r} | t.yaml:1: [0].rule: is the id of a scenario; write `scenario:`",
                "- {scenario: A, verdict: FAIL, reason: r} | t.yaml:1: [0].scenario: is not the id of a scenario, which is"
                        + " RULE/name",
                "- {rule: A, verdict: ERROR, reason: r} | t.yaml:1: [0].verdict: ERROR cannot be expected",
                "- {rule: A, verdict: FAIL} | t.yaml:1: [0]: `reason` is missing",
                "- {rule: A, verdict: FAIL, reason: ' '} | t.yaml:1: [0].reason: must say why",
                "- {rule: A, verdict: FAIL, reason: r, cause: 5} | t.yaml:1: [0].cause: unknown field; known are bug,"
                        + " digest, finding, in, objection, reason, review, rule, scenario, shows, verdict, when",
                "- {rule: A, in: A/b, verdict: FAIL, reason: r} | t.yaml:1: [0].in: is for objections and findings alone",
                "- {objection: A, digest: d, verdict: FAIL, reason: r} | t.yaml:1: [0].digest: is for rules and scenarios alone",
                "- {finding: a, shows: b, verdict: FAIL, reason: r} | t.yaml:1: [0].shows: is what `finding` says already",
                "- {rule: A, verdict: FAIL, reason: r, bug: '#5'} | t.yaml:1: [0].bug: `#5` is not an address",
                "- {rule: A, verdict: FAIL, reason: r, review: soon} | t.yaml:1: [0].review: `soon` is not a day such as"
                        + " 2027-06-30",
                "- {rule: A, verdict: [], reason: r} | t.yaml:1: [0].verdict: needs a verdict",
                "- {rule: A, when: {}, verdict: FAIL, reason: r} | t.yaml:1: [0].when: needs `version` or `platform`",
                "- {rule: A, when: {version: '2 to 3'}, verdict: FAIL, reason: r} | t.yaml:1: [0].when.version: `2 to 3` is not"
                        + " a bound such as `>= 2.11`; join several by commas",
                "[{rule: A, verdict: FAIL, reason: r}, {rule: A, verdict: PASS, reason: r}] | t.yaml:1: [1]: a second entry"
                        + " for A; the first is at t.yaml:1",
            })
    void aBadEntryIsNamedWithFileLineAndField(String yaml, String message) {
        assertThatThrownBy(() -> expectations(yaml))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'- rule: A\n  verdict: [FAIL\n  reason: r'  | :3: malformed: while parsing a flow sequence, expected ',' or ']'",
                "'- rule: A\n\tverdict: FAIL'               | :2: malformed: while scanning for the next token, found character",
                "'- rule: A\n  reason: a: b'                | :2: malformed: mapping values are not allowed here",
                "'- rule: A\n  verdict: FAIL\n  verdict: FAIL' | :3: malformed: Duplicate",
            })
    void malformedYamlIsNamedWithTheLineOfTheProblem(String yaml, String message) {
        assertThatThrownBy(() -> expectations(yaml.replace("\\n", "\n").replace("\\t", "\t")))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("t.yaml" + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# Every entry was dropped.\n\n"})
    void aFileOfWhichEveryEntryWasDroppedExpectsNothing(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("t.yaml"), text);

        assertThat(Expectations.read(file).entries()).isEmpty();
    }

    private static Attempt objected(String rule, String reason) {
        return SummaryTest.objected("Q-A-1/x", Verdict.PASS, rule, reason);
    }

    @Test
    void anObjectionForAnotherRuleIsUnexpectedBesideAPassAndHeldAgainstThatRule() {
        Deviations deviations = compare("[]", objected("Q-B-1", "no B"));

        assertThat(deviations.lines())
                .containsExactly("unexpected objection: Q-A-1/x: rejected by the test for Q-B-1: no B");
        assertThat(deviations.unexpected().get(0).rule()).isEqualTo("Q-B-1");
        assertThat(deviations.status()).isEqualTo(ExitStatus.UNEXPECTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- {rule: Q-B-1, verdict: FAIL, reason: r}               | OK",
                "- {scenario: Q-B-1/z, verdict: FAIL, reason: r}         | OK",
                "- {rule: Q-A-1, verdict: FAIL, reason: r}               | UNEXPECTED",
                "[]                                                      | UNEXPECTED",
            })
    void aGeneratedProgramMayShowThatARuleIsBrokenIfThatIsKnown(String yaml, ExitStatus status) {
        Attempt[] attempts = {
            SummaryTest.objected("GENERATED/7/1", Verdict.PASS, "Q-B-1", "no B"),
            SummaryTest.attempt("Q-B-1/z", yaml.contains("Q-B-1") ? Verdict.FAIL : Verdict.PASS),
            SummaryTest.attempt("Q-A-1/z", yaml.contains("Q-A-1") ? Verdict.FAIL : Verdict.PASS)
        };
        List<Rule> rules = new ArrayList<>(Cases.catalogue("Q-A-1", "Q-B-1").rules());
        rules.add(GeneratedCases.RULE);

        Deviations deviations = expectations(yaml)
                .compare(
                        Summary.of(SummaryTest.results(1, attempts), rules).scenarios(),
                        Stream.of(attempts).map(Attempt::scenario).toList());

        assertThat(deviations.status()).isEqualTo(status);
    }

    @Test
    void soIsAFindingAndItIsHeldAgainstNoRule() {
        Deviations deviations = compare("[]", objected("", "no B"));

        assertThat(deviations.lines()).containsExactly("unexpected finding: Q-A-1/x: rejected by the test: no B");
        assertThat(deviations.unexpected().get(0).rule()).isEmpty();
        assertThat(deviations.status()).isEqualTo(ExitStatus.UNEXPECTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Q-B-1 | - {objection: Q-B-1, verdict: FAIL, reason: r}",
                "Q-B-1 | - {objection: Q-B-1, in: Q-A-1/x, shows: no B, verdict: [PASS, FAIL], reason: r}",
                "''    | - {finding: no B, verdict: FAIL, reason: r}",
                "''    | - {finding: B, in: Q-A-1/x, verdict: FAIL, reason: r}",
            })
    void anEntryAccountsForObjections(String rule, String yaml) {
        Deviations deviations = compare(yaml, objected(rule, "no B"));

        assertThat(deviations.status()).isEqualTo(ExitStatus.OK);
        assertThat(deviations.objections()).hasSize(1);
        assertThat(deviations.known()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Q-B-1 | - {objection: Q-C-1, verdict: [PASS, FAIL], reason: r}",
                "Q-B-1 | - {objection: Q-B-1, in: Q-A-1/y, verdict: [PASS, FAIL], reason: r}",
                "Q-B-1 | - {objection: Q-B-1, shows: no C, verdict: [PASS, FAIL], reason: r}",
                "Q-B-1 | - {rule: Q-B-1, verdict: FAIL, reason: r}",
                "Q-B-1 | - {finding: no B, verdict: [PASS, FAIL], reason: r}",
                "''    | - {objection: Q-B-1, verdict: [PASS, FAIL], reason: r}",
                "''    | - {finding: no C, verdict: [PASS, FAIL], reason: r}",
            })
    void anEntryForSomethingElseDoesNot(String rule, String yaml) {
        Deviations deviations = compare(
                yaml,
                objected(rule, "no B"),
                SummaryTest.attempt("Q-A-1/y", Verdict.PASS),
                SummaryTest.attempt("Q-B-1/z", Verdict.FAIL));

        assertThat(deviations.lines()).anyMatch(line -> line.startsWith("unexpected") && line.endsWith("no B"));
        assertThat(deviations.objections()).isEmpty();
    }

    @Test
    void anEntryForAnObjectionThatNobodyMakesAnyMoreIsAnUnexpectedPass() {
        Attempt plain = SummaryTest.attempt("Q-A-1/x", Verdict.PASS);
        String anywhere = "- {objection: Q-B-1, verdict: FAIL, reason: r}";

        assertThat(compare(anywhere, plain).lines())
                .containsExactly(
                        "t.yaml:1: unexpected pass: nobody objects for Q-B-1 in scenarios of other rules any more");
        assertThat(compare("- {finding: B, in: Q-A-1/x, verdict: FAIL, reason: r}", plain)
                        .lines())
                .containsExactly("t.yaml:1: unexpected pass: nobody objects for finding `B` in Q-A-1/x any more");
        assertThat(expectations(anywhere)
                        .compare(scenarios(plain), List.of(plain.scenario(), Cases.named("Q-A-1/y", List.of())))
                        .lines())
                .as("not everything was run")
                .isEmpty();
    }

    @Test
    void anObjectionForTheRuleOfTheScenarioIsPartOfItsVerdict() {
        Attempt own = SummaryTest.objected("Q-A-1/x", Verdict.FAIL, "Q-A-1", "no A");

        assertThat(compare("- {rule: Q-A-1, verdict: FAIL, reason: r}", own).status())
                .isEqualTo(ExitStatus.OK);
    }

    @Test
    void whereTheDocumentationIsSilentAFindingIsPartOfWhatIsObserved() {
        assertThat(compare("[]", SummaryTest.objected("Q-A-1/x", Verdict.OBSERVED, "", "no B"))
                        .status())
                .isEqualTo(ExitStatus.OK);
        assertThat(compare("[]", SummaryTest.objected("Q-A-1/x", Verdict.OBSERVED, "Q-B-1", "no B"))
                        .status())
                .isEqualTo(ExitStatus.UNEXPECTED);
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
