package org.apctck.features.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.qameta.allure.model.Label;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.TestResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apctck.features.FeatureCompiler;
import org.apctck.kit.Case;
import org.apctck.kit.Judgement;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.Header;
import org.apctck.kit.results.Sample;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.reports.allure.AllureEntry;
import org.apctck.reports.allure.Standing;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.Verdict;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.rules.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureVerdictsTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final List<Case> CASES = FeatureCompiler.compile();

    @TempDir
    private Path folder;

    private AllureVerdicts verdicts;

    @BeforeEach
    void begin() throws Exception {
        Files.writeString(folder.resolve("of-an-earlier-build-result.json"), "{}");
        verdicts = new AllureVerdicts(folder);
    }

    @Test
    void whatAnEarlierBuildHasLeftIsRemoved() {
        assertThat(folder).isDirectoryContaining(path -> path.endsWith("categories.json"));
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith("-result.json"));
    }

    @Test
    void aSuiteInWhichAllIsInconclusiveIsNeitherGreenNorSkipped() {
        Set<Status> statuses = CASES.stream()
                .map(scenario -> described(scenario, Verdict.INCONCLUSIVE, Status.PASSED, "windows"))
                .map(TestResult::getStatus)
                .collect(Collectors.toSet());

        assertThat(statuses).containsExactly(Status.BROKEN);
    }

    @Test
    void theSuitesOfTwoTargetsAreNoRepeatsOfEachOther() {
        TestResult one = described(CASES.get(0), Verdict.PASS, Status.PASSED, "windows");
        TestResult other = described(CASES.get(0), Verdict.PASS, Status.PASSED, "wine");

        assertThat(one.getHistoryId()).isNotEqualTo(other.getHistoryId());
        assertThat(one.getTestCaseId()).isEqualTo(other.getTestCaseId());
        assertThat(one.getLabels()).contains(new Label().setName("parentSuite").setValue("windows"));
    }

    @Test
    void whatTheSuiteFailsByIsNotGreenBecauseTheVerdictIs() {
        assertThat(described(CASES.get(0), Verdict.PASS, Status.FAILED, "wine-c")
                        .getStatus())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void areaAndRuleAreItsLabels() {
        Rule rule = CATALOGUE.rule(CASES.get(0).rule()).orElseThrow();

        assertThat(described(CASES.get(0), Verdict.PASS, Status.PASSED, "wine").getLabels())
                .contains(
                        new Label().setName("epic").setValue(CATALOGUE.areas().get(rule.area())),
                        new Label().setName("story").setValue(rule.id() + " " + rule.title()));
    }

    private TestResult described(Case scenario, Verdict verdict, Status ended, String target) {
        Rule rule = CATALOGUE.rule(scenario.rule()).orElseThrow();
        Attempt attempt = new Attempt(scenario, rule.level(), 1, Judgement.of(verdict, "because"), Sample.NONE, 1, "");
        Header header = new Header(
                "0",
                "2026-11-23T05:00:00Z",
                CATALOGUE.digest(),
                "host",
                new TargetDescription(target, "", "", "", "", Set.of()),
                Map.of(),
                1,
                List.of());
        TestResult result = new TestResult().setStatus(ended);
        verdicts.describe(
                result,
                new AllureEntry(
                        rule, CATALOGUE.areas().get(rule.area()), header, ScenarioResult.of(attempt), Standing.PLAIN));
        return result;
    }
}
