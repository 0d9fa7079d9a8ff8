package org.apctck.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apctck.spec.rules.Catalogue;
import org.junit.jupiter.api.Test;

class LintTest {
    private static final String SOUND = """
            Scenario: S
              When worker calls SleepEx(0, TRUE)
              Then this happens on worker, in this order and nothing else:
                | event   | what    |
                | calls   | SleepEx |
                | returns | 0       |
            """;

    @Test
    void theShippedFeaturesAndTheCatalogueAreFlawless() {
        Compilation shipped = FeatureCompiler.compileAll(FeatureFiles.shipped());

        assertThat(Lint.check(Catalogue.load(), shipped)).isEmpty();
    }

    @Test
    void aSoundFeatureHasNoFindings() {
        assertThat(findings("required", SOUND)).isEmpty();
    }

    @Test
    void whatDoesNotCompileIsAFinding() {
        assertThat(findings("required", SOUND + "\nScenario: T\n  When worker naps\n"))
                .singleElement()
                .asString()
                .startsWith("features/f.feature:12: unknown step `worker naps`");
    }

    @Test
    void aRuleThatIsNotInTheCatalogueIsAFinding() {
        FeatureFiles files = FeatureFiles.of(Map.of(
                "features/g.feature",
                text(SOUND).replace("QUEUE-X-1", "QUEUE-TYPO-1"),
                "features/f.feature",
                text(SOUND)));

        assertThat(findings(catalogue("required", "'yes'"), files))
                .containsExactly("features/g.feature:4: there is no rule QUEUE-TYPO-1 in the catalogue");
    }

    @Test
    void aTestableRuleWithoutAScenarioIsAFinding() {
        FeatureFiles none = FeatureFiles.of(Map.of("features/f.feature", "Feature: F\n"));

        assertThat(findings(catalogue("required", "'yes'"), none))
                .containsExactly("spec/rules/queue.yaml: QUEUE-X-1 is testable and has no scenario;"
                        + " write one or say why it is not testable");
    }

    @Test
    void aScenarioOfARuleThatIsNotTestableIsAFinding() {
        assertThat(findings(catalogue("required", "later\n  why: needs files"), ScenarioDraft.rule(SOUND)))
                .containsExactly("features/f.feature:4: QUEUE-X-1 counts as not testable (later);"
                        + " drop the scenario or change the catalogue");
    }

    @Test
    void aRequiredScenarioThatDemandsNothingIsAFinding() {
        String call = "Scenario: S\n  When worker calls SleepEx(0, TRUE)\n";
        String demandsNothing = "features/f.feature:4: QUEUE-X-1 is recommended, but the scenario demands nothing";

        assertThat(findings("recommended", call)).containsExactly(demandsNothing);
        assertThat(findings("recommended", call + "  Then what happens on worker is recorded\n"))
                .containsExactly(demandsNothing);
    }

    @Test
    void aRecordedCheckOfARuleThatIsNotInformativeIsAFinding() {
        String recorded = SOUND + "  And what happens on worker is recorded\n";

        assertThat(findings("required", recorded))
                .containsExactly(
                        "features/f.feature:10: `is recorded` is for informative rules; QUEUE-X-1 is required");
        assertThat(findings("informative", recorded)).isEmpty();
    }

    @Test
    void anInformativeScenarioThatRecordsNothingIsAFinding() {
        assertThat(findings("informative", "Scenario: S\n  When worker calls SleepEx(0, TRUE)\n"))
                .containsExactly("features/f.feature:4: there is no Then, so nothing would be recorded");
    }

    @Test
    void aNameThatIsNeverUsedIsAFinding() {
        String unused = SOUND.replace("  When", """
                  Given a mutex M, free
                  And helper is created suspended
                  And APC routine A calls:
                    \"""
                    SleepEx(0, TRUE)
                    \"""
                  When""".indent(2).stripTrailing());

        assertThat(findings("required", unused))
                .containsExactly(
                        "features/f.feature:5: the object M is never used; leave it out",
                        "features/f.feature:6: the thread helper is never used; leave it out",
                        "features/f.feature:7: the routine A is never used; leave it out");
    }

    @Test
    void aNameThatOneRowOfExamplesUsesIsUsed() {
        String outline = """
                Scenario Outline: S
                  Given a mutex M, owned by helper
                  And a mutex N, free
                  When worker calls WaitForSingleObject(<object>, 0)
                  Then nothing happens on helper

                  Examples:
                    | object |
                    | M      |
                    | N      |
                """;

        assertThat(findings("required", outline)).isEmpty();
    }

    @Test
    void whatABackgroundDeclaresMayBeUnused() {
        assertThat(findings("required", "Background:\n  Given a mutex M, free\n\n" + SOUND))
                .isEmpty();
    }

    @Test
    void aRuleBeginsWithItsTagAndSaysItsTitle() {
        String text = text(SOUND);

        assertThat(findings(text.replace("Rule: QUEUE-X-1", "Rule: QUEUE-Y-1")))
                .containsExactly("features/f.feature:3: the text of the Rule begins with `QUEUE-Y-1`,"
                        + " its tag is @QUEUE-X-1; make them equal");
        assertThat(findings(text.replace("QUEUE-X-1 It holds", "QUEUE-X-1 It does not")))
                .containsExactly("features/f.feature:3: the Rule says what its title says: `QUEUE-X-1 It holds`");
        assertThat(findings(text.replace("  @QUEUE-X-1\n", "").replace("    Scenario", "    @QUEUE-X-1\n    Scenario")))
                .containsExactly("features/f.feature:2: a Rule is tagged with its id and nothing else, not nothing");
    }

    private static List<String> findings(String level, String scenarios) {
        return findings(catalogue(level, "'yes'"), ScenarioDraft.rule(scenarios));
    }

    private static List<String> findings(String text) {
        return findings(catalogue("required", "'yes'"), FeatureFiles.of(Map.of("features/f.feature", text)));
    }

    private static List<String> findings(Catalogue catalogue, FeatureFiles files) {
        return Lint.check(catalogue, FeatureCompiler.compileAll(files)).stream()
                .map(Finding::toString)
                .toList();
    }

    private static String text(String scenarios) {
        return String.valueOf(ScenarioDraft.rule(scenarios).texts().get(ScenarioDraft.FILE));
    }

    private static Catalogue catalogue(String level, String testable) {
        return Catalogue.read(
                Map.of("spec/rules/queue.yaml", """
                area: QUEUE
                title: Queueing
                rules:
                - id: QUEUE-X-1
                  title: It holds
                  level: LEVEL
                  levelWhy: the page says it
                  statement: It holds.
                  sources:
                  - page: A page
                  apis: [SleepEx]
                  testable: TESTABLE
                """.replace("LEVEL", level).replace("TESTABLE", testable)));
    }
}
