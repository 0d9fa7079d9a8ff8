package org.apctck.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apctck.kit.Case;
import org.apctck.kit.Judge;
import org.apctck.kit.Judgement;
import org.apctck.kit.Targets;
import org.apctck.spec.Target;
import org.apctck.spec.Verdict;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.rules.Rule;
import org.junit.jupiter.api.Test;

/** Every case on the model, in one plain test: the one that a mutation of the reference has to get past (-Ppit-cases). */
class CasesOnTheReferenceTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final List<Case> CASES = FeatureCompiler.compile();

    @Test
    void everyCaseHoldsOnEveryAllowedOutcome() throws Exception {
        try (Target reference = Targets.open("reference", Map.of())) {
            for (Case scenario : CASES) {
                Rule rule = CATALOGUE.rule(scenario.rule()).orElseThrow();
                Judgement judgement =
                        Judge.judge(scenario, rule, reference.run(scenario.program()), reference.describe());
                assertThat(judgement.verdict())
                        .as(scenario.id() + ": " + judgement.reason())
                        .isIn(Verdict.PASS, Verdict.OBSERVED);
            }
        }
    }
}
