package org.apctck.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apctck.kit.Case;
import org.apctck.spec.format.InputException;
import org.junit.jupiter.api.Test;

class FeatureCompilerTest {
    @Test
    void everyShippedFeatureCompiles() {
        Compilation compilation = FeatureCompiler.compileAll(FeatureFiles.shipped());

        assertThat(compilation.findings()).isEmpty();
        assertThat(compilation.cases()).isNotEmpty();
    }

    @Test
    void aScenarioIsIdentifiedByItsRuleAndItsNameInKebabCase() {
        Case compiled = compile("""
                            Scenario: The APC's "turn", at last
                              When worker calls SleepEx(0, TRUE)
                              Then nothing happens on helper
                        """).get(0);

        assertThat(compiled.id()).isEqualTo("QUEUE-X-1/the-apc-s-turn-at-last");
        assertThat(compiled.rule()).isEqualTo("QUEUE-X-1");
        assertThat(compiled.name()).isEqualTo("The APC's \"turn\", at last");
        assertThat(compiled.feature()).isEqualTo("features/f.feature");
        assertThat(compiled.line()).isEqualTo(4);
    }

    @Test
    void aRowOfExamplesIsNumberedAcrossTheTables() {
        List<Case> cases = compile("""
                    Scenario Outline: Waits <ms>
                      When worker calls SleepEx(<ms>, TRUE)
                      Then SleepEx on worker took at least <ms> ms

                      Examples: Short
                        | ms |
                        | 20 |
                        | 50 |

                      Examples: Long
                        | ms  |
                        | 100 |
                """);

        assertThat(cases)
                .extracting(Case::id)
                .containsExactly("QUEUE-X-1/waits-ms#1", "QUEUE-X-1/waits-ms#2", "QUEUE-X-1/waits-ms#3");
        assertThat(cases).extracting(Case::line).containsOnly(4);
        assertThat(cases.get(2).name()).isEqualTo("Waits 100");
        assertThat(cases.get(2).gherkin()).contains("SleepEx(100, TRUE)");
    }

    @Test
    void theTextOfAScenarioHasItsBackgroundBodiesAndAlignedTables() {
        Case compiled = compile("""
                            Background:
                              Given a manual-reset event E, signaled

                            Scenario: It waits
                              Given APC routine A calls:
                                \"""
                                SetEvent(E)
                                \"""
                              When worker calls SleepEx(0, TRUE)
                              Then this happens on worker, in this order and nothing else:
                                | event | what |
                                | calls | SleepEx |
                                | returns | 0 |
                        """).get(0);

        assertThat(compiled.gherkin()).isEqualTo("""
                        Scenario: It waits
                          Given a manual-reset event E, signaled
                          Given APC routine A calls:
                            \"""
                            SetEvent(E)
                            \"""
                          When worker calls SleepEx(0, TRUE)
                          Then this happens on worker, in this order and nothing else:
                            | event   | what    |
                            | calls   | SleepEx |
                            | returns | 0       |
                        """);
    }

    @Test
    void twoCompilationsAreEqual() {
        FeatureFiles files = FeatureFiles.shipped();

        assertThat(FeatureCompiler.compile(files)).isEqualTo(FeatureCompiler.compile(files));
    }

    @Test
    void theFirstProblemIsReportedWithTheNumberOfTheOthers() {
        FeatureFiles files = ScenarioDraft.rule("""
                    Scenario: One
                      When worker naps

                    Scenario: Two
                      When worker naps
                """);

        assertThatThrownBy(() -> FeatureCompiler.compile(files))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("features/f.feature:5: unknown step `worker naps`")
                .hasMessageEndingWith("(and 1 more: run `apctck lint`)");
    }

    private static List<Case> compile(String scenarios) {
        return FeatureCompiler.compile(ScenarioDraft.rule(scenarios));
    }
}
