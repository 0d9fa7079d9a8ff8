package org.apctck.kit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apctck.kit.Case;
import org.apctck.kit.Cases;
import org.apctck.spec.Verdict;
import org.apctck.spec.rules.Catalogue;
import org.junit.jupiter.api.Test;

class FaultMatrixTest {
    private static final Case CASE = Cases.of(List.of("worker: SleepEx(0, TRUE)"));
    private static final Case STANDING = new Case(
            CASE.id(),
            CASE.rule(),
            CASE.name(),
            CASE.feature(),
            CASE.line(),
            CASE.gherkin(),
            CASE.program(),
            CASE.checks(),
            "it is needed");

    @Test
    void aFaultThatTheChecksOfItsRuleNoticeIsNoFinding() {
        assertThat(matrix(CASE, Verdict.FAIL).findings(naming("F-ONE"))).isEmpty();
        assertThat(matrix(CASE, Verdict.FAIL).caught()).isEqualTo(1);
    }

    @Test
    void nothingButAFailedCheckCatches() {
        for (Verdict verdict :
                List.of(Verdict.CRASH, Verdict.TIMEOUT, Verdict.INCONCLUSIVE, Verdict.NOT_RUN, Verdict.PASS)) {
            FaultMatrix matrix = matrix(CASE, verdict);

            assertThat(matrix.caught()).as(verdict.name()).isZero();
            assertThat(matrix.findings(naming("F-ONE")))
                    .as(verdict.name())
                    .containsExactly(
                            "Q-A-1 names the fault F-ONE, and no scenario of it fails by that",
                            "Q-A-1/case (q.feature:7) catches no fault; sharpen it, or say why it stands in a line "
                                    + "`Stands because …` below its name");
        }
    }

    @Test
    void aFaultPutsNoScenarioInError() {
        assertThat(matrix(STANDING, Verdict.ERROR).findings(Cases.catalogue("Q-A-1")))
                .containsExactly("Q-A-1/case is in error by the fault F-ONE");
    }

    @Test
    void aScenarioThatSaysWhyItStandsMayCatchNothingAndMustNotCatch() {
        assertThat(matrix(STANDING, Verdict.PASS).findings(Cases.catalogue("Q-A-1")))
                .isEmpty();
        assertThat(matrix(STANDING, Verdict.FAIL).findings(Cases.catalogue("Q-A-1")))
                .containsExactly("Q-A-1/case (q.feature:7) says why it stands and catches a fault: drop the line");
    }

    @Test
    void everyRuleThatATargetCanFailByNamesAFaultThatThereIs() {
        assertThat(FaultNames.check(naming("F-ONE"), List.of("F-ONE"))).isEmpty();
        assertThat(FaultNames.check(naming("F-ONE"), List.of("F-TWO")))
                .containsExactly("Q-A-1 names the fault F-ONE, which there is not", "no rule names the fault F-TWO");
        assertThat(FaultNames.check(Cases.catalogue("Q-A-1", "Q-B-1 informative", "Q-C-1 required no"), List.of()))
                .containsExactly("Q-A-1 is testable and names no fault that its scenarios catch");
    }

    private static FaultMatrix matrix(Case scenario, Verdict verdict) {
        return new FaultMatrix(List.of(scenario), Map.of("F-ONE", Map.of(scenario.id(), verdict)));
    }

    private static Catalogue naming(String fault) {
        return Catalogue.read(Map.of("q.yaml", """
                area: Q
                title: T
                rules:
                - id: Q-A-1
                  title: T
                  level: required
                  levelWhy: L
                  statement: S
                  sources: [{page: P}]
                  apis: [SleepEx]
                  testable: 'yes'
                  faults: [%s]
                """.formatted(fault)));
    }
}
