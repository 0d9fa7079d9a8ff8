package org.apctck.kit.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.apctck.kit.Case;
import org.apctck.spec.Verdict;
import org.apctck.spec.format.Document;
import org.apctck.spec.format.InputException;
import org.junit.jupiter.api.Test;

class ExpectationsUpdateTest {
    private static final String FILE = """
            # What it does otherwise.

            # A group, and why.

            - scenario: Q-A-1/x
              verdict: FAIL
              reason: >-
                A long
                reason.
            - rule: Q-B-1
              verdict: CRASH # it hurts
              reason: Two scenarios, one reason.

            # Another group.

            - {scenario: Q-C-1/z, verdict: TIMEOUT, reason: short}
            """;

    private static final Attempt X = SummaryTest.attempt("Q-A-1/x", Verdict.FAIL);
    private static final Attempt B1 = SummaryTest.attempt("Q-B-1/one", Verdict.CRASH);
    private static final Attempt B2 = SummaryTest.attempt("Q-B-1/two", Verdict.CRASH);
    private static final Attempt Z = SummaryTest.attempt("Q-C-1/z", Verdict.TIMEOUT);

    private static ExpectationsUpdate update(String text, Attempt... attempts) {
        List<ScenarioResult> results =
                Stream.of(attempts).map(ScenarioResult::of).toList();
        List<Case> known = Stream.of(attempts).map(Attempt::scenario).toList();
        Expectations expectations =
                text.isEmpty() ? Expectations.NONE : Expectations.read("t.yaml", Document.yaml("t.yaml", text));
        return new ExpectationsUpdate("t.yaml", text, expectations, results, known);
    }

    @Test
    void whatIsAsExpectedIsLeftAsItIs() {
        ExpectationsUpdate update = update(FILE, X, B1, B2, Z);

        assertThat(update.text()).isEqualTo(FILE);
        assertThat(update.changes()).isEmpty();
    }

    @Test
    void objectionsGetAnEntryForEachRuleAndEachFindingAndLoseItWhenNobodyMakesThem() {
        Attempt rule = SummaryTest.objected("Q-A-1/x", Verdict.PASS, "Q-B-1", "no B");
        Attempt again = SummaryTest.objected("Q-A-1/y", Verdict.PASS, "Q-B-1", "never B");
        Attempt finding = SummaryTest.objected("Q-A-1/z", Verdict.PASS, "", "it's odd");
        String entries = """
                - objection: Q-B-1
                  verdict: FAIL
                  reason: 'Not looked into yet. no B'
                - finding: 'it''s odd'
                  verdict: FAIL
                  reason: 'Not looked into yet. it''s odd'
                """;

        assertThat(update("", rule, again, finding).text()).isEqualTo(entries);
        assertThat(update(entries, rule, again, finding).text()).isEqualTo(entries);
        assertThat(update(entries, SummaryTest.attempt("Q-A-1/x", Verdict.PASS)).text())
                .isEmpty();
    }

    @Test
    void anEntryIsDroppedOnceItsScenarioPasses() {
        ExpectationsUpdate update = update(FILE, SummaryTest.attempt("Q-A-1/x", Verdict.PASS), B1, B2, Z);

        assertThat(update.text()).isEqualTo("""
                # What it does otherwise.

                # A group, and why.

                - rule: Q-B-1
                  verdict: CRASH # it hurts
                  reason: Two scenarios, one reason.

                # Another group.

                - {scenario: Q-C-1/z, verdict: TIMEOUT, reason: short}
                """);
        assertThat(update.changes()).containsExactly("dropped Q-A-1/x: it is PASS");
    }

    @Test
    void anEntryForARuleStaysAsLongAsOneOfItsScenariosNeedsIt() {
        assertThat(update(FILE, X, SummaryTest.attempt("Q-B-1/one", Verdict.PASS), B2, Z)
                        .text())
                .isEqualTo(FILE);
    }

    @Test
    void anEntryForNoScenarioIsDropped() {
        ExpectationsUpdate update = update(FILE, X, B1, B2);

        assertThat(update.text()).doesNotContain("Q-C-1").contains("# Another group.");
        assertThat(update.changes()).containsExactly("dropped Q-C-1/z: there is no such scenario");
    }

    @Test
    void aVerdictThatChangedIsChangedAndTheProseKept() {
        ExpectationsUpdate update = update(FILE, SummaryTest.attempt("Q-A-1/x", Verdict.CRASH), B1, B2, Z);

        assertThat(update.text())
                .isEqualTo(
                        FILE.replace("- scenario: Q-A-1/x\n  verdict: FAIL", "- scenario: Q-A-1/x\n  verdict: CRASH"));
        assertThat(update.changes())
                .containsExactly("changed Q-A-1/x: FAIL is now CRASH; see whether the reason still holds");
    }

    @Test
    void aDeviationWithoutAnEntryIsAddedAndReadsBack() {
        ExpectationsUpdate update = update(FILE, X, B1, SummaryTest.attempt("Q-B-1/two", Verdict.FAIL), Z);

        String text = update.text();

        assertThat(text).isEqualTo(FILE + """

                - scenario: Q-B-1/two
                  verdict: FAIL
                  reason: 'Not looked into yet. because of FAIL'
                """);
        assertThat(Expectations.read("t.yaml", Document.yaml("t.yaml", text)).entries())
                .hasSize(4);
    }

    @Test
    void aFileIsMadeWhereThereIsNone() {
        assertThat(update("", X).text()).isEqualTo("""
                - scenario: Q-A-1/x
                  verdict: FAIL
                  reason: 'Not looked into yet. because of FAIL'
                """);
    }

    @Test
    void whatIsInconclusiveOrNotRunChangesNothing() {
        assertThat(update(
                                FILE,
                                SummaryTest.attempt("Q-A-1/x", Verdict.INCONCLUSIVE),
                                B1,
                                B2,
                                SummaryTest.attempt("Q-C-1/z", Verdict.NOT_RUN))
                        .changes())
                .isEmpty();
    }

    @Test
    void aFileThatIsWrittenAsOneListIsRefused() {
        assertThatThrownBy(() -> update("[{scenario: Q-A-1/x, verdict: FAIL, reason: r}]", X))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("t.yaml")
                .hasMessageContaining("must begin a line with `- `");
    }
}
