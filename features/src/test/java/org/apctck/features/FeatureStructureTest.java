package org.apctck.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apctck.spec.format.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureStructureTest {
    private static final String SCENARIO = """
            Scenario: S
              When worker calls SleepEx(0, TRUE)
            """;

    @Test
    void aScenarioWithoutARuleIsAFinding() {
        FeatureFiles files = FeatureFiles.of(Map.of("features/f.feature", "Feature: F\n" + SCENARIO.indent(2)));

        assertThat(FeatureCompiler.compileAll(files).findings())
                .extracting(Finding::toString)
                .containsExactly("features/f.feature:2: a scenario is tagged with the id of one rule, not none");
    }

    @Test
    void aScenarioOfTwoRulesIsAFinding() {
        FeatureFiles files = ScenarioDraft.rule("@QUEUE-Y-1\n" + SCENARIO);

        assertThat(FeatureCompiler.compileAll(files).findings())
                .extracting(Finding::toString)
                .containsExactly("features/f.feature:5: a scenario is tagged with the id of one rule,"
                        + " not [@QUEUE-X-1, @QUEUE-Y-1]");
    }

    @Test
    void whatIsWrongInEachRowOfExamplesIsOneFinding() {
        FeatureFiles files = ScenarioDraft.rule("""
                Scenario Outline: S
                  When worker naps for <ms> ms

                  Examples:
                    | ms |
                    | 5  |
                    | 5  |
                """);

        assertThat(FeatureCompiler.compileAll(files).findings()).hasSize(1);
    }

    @Test
    void aSecondScenarioOfTheSameNameIsAFinding() {
        FeatureFiles files = ScenarioDraft.rule(SCENARIO + SCENARIO.replace("S\n", "s!\n"));

        assertThat(FeatureCompiler.compileAll(files).findings())
                .extracting(Finding::toString)
                .containsExactly("features/f.feature:6: a second scenario QUEUE-X-1/s;"
                        + " the first is at features/f.feature:4");
    }

    @Test
    void whatIsNotGherkinIsAFindingAndTheOtherFilesCompile() {
        String sound = ScenarioDraft.rule(SCENARIO).texts().get(ScenarioDraft.FILE);
        FeatureFiles files = FeatureFiles.of(
                Map.of("a.feature", "Feature: A\n  Scenario: S\n    When x\n  Nonsense\n", "b.feature", sound));

        Compilation compilation = FeatureCompiler.compileAll(files);

        assertThat(compilation.findings())
                .singleElement()
                .asString()
                .startsWith("a.feature:4: not Gherkin: ")
                .doesNotContain("\n");
        assertThat(compilation.cases()).hasSize(1);
    }

    @Test
    void theFeaturesOfAFolderAreNamedByTheirPath(@TempDir Path folder) throws IOException {
        Path area = Files.createDirectories(folder.resolve("area"));
        String text = ScenarioDraft.rule(SCENARIO).texts().get(ScenarioDraft.FILE);
        Files.writeString(area.resolve("x.feature"), String.valueOf(text));

        assertThat(FeatureCompiler.compile(FeatureFiles.in(folder)))
                .singleElement()
                .satisfies(compiled -> assertThat(compiled.feature()).isEqualTo(folder + "/area/x.feature"));
    }

    @Test
    void aFolderWithoutFeaturesIsAnError(@TempDir Path folder) {
        assertThatThrownBy(() -> FeatureFiles.in(folder))
                .isInstanceOf(InputException.class)
                .hasMessage(folder + ": holds no .feature file");
        assertThatThrownBy(() -> FeatureFiles.in(folder.resolve("none")))
                .isInstanceOf(InputException.class)
                .hasMessage(folder.resolve("none") + ": no such folder");
    }
}
