package org.apctck.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apctck.kit.Case;
import org.apctck.kit.Judge;
import org.apctck.kit.Judgement;
import org.apctck.reference.Reference;
import org.apctck.reference.fault.Faults;
import org.apctck.reference.fault.Suspects;
import org.apctck.reference.following.Oracle;
import org.apctck.reference.following.Suspect;
import org.apctck.spec.Run;
import org.apctck.spec.Target;
import org.apctck.spec.Verdict;
import org.apctck.spec.program.ProgramException;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A rule that is broken stays to blame when the model looks as well, whatever else is broken; a rule that is not says nothing
 * where the scenario needed what is broken.
 */
class BlameOfFaultsTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final List<Suspect> SUSPECTS = Suspects.of(CATALOGUE);
    private static final List<Case> CASES = FeatureCompiler.compile();

    private final List<String> excused = new ArrayList<>();
    private int blamed;

    @Test
    void aRuleThatNamesAFaultFailsByItWhateverTheModelObjectsTo() {
        for (Rule rule : CATALOGUE.rules()) {
            for (String fault : rule.faults()) {
                try (Target target = Reference.with(Faults.find(fault).orElseThrow())) {
                    CASES.stream()
                            .filter(scenario -> scenario.rule().equals(rule.id()))
                            .forEach(scenario -> judge(scenario, rule, fault, target));
                }
            }
        }

        assertThat(excused).isEmpty();
        assertThat(blamed).isGreaterThan(200);
    }

    @ParameterizedTest
    @CsvSource({
        "SIGNALWAIT-REFUSES-SEMAPHORES, SIGNALWAIT-SEMFULL-1, SIGNALWAIT-TYPES-1",
        "SIGNALWAIT-REFUSES-SEMAPHORES, SIGNALWAIT-SEMAPHORE-ONE-1, SIGNALWAIT-TYPES-1",
        "SIGNALWAIT-KNOWS-NO-MUTEX, SIGNALWAIT-MUTEX-OWNER-NOWAIT-1, SIGNALWAIT-TYPES-1",
        "WAIT-SEVERAL-REFUSES-MUTEXES, RETURN-WFMO-ABANDONED-1, RETURN-WFMO-OBJECT-1",
        "EXIT-THREAD-DOES-NOTHING, RETURN-WFSO-ABANDONED-1, THREAD-EXIT-LOST-1",
        "MUTEX-WAIT-OVER-AT-ONCE, KERNEL-WAITONE-1, RETURN-WFSO-TIMEOUT-1"
    })
    void aRuleThatDoesNotNameAFaultSaysNothingWhereTheFaultSpoilsItsScenario(String fault, String id, String broken) {
        Rule rule = CATALOGUE.rule(id).orElseThrow();
        List<Judgement> spoiled = new ArrayList<>();
        try (Target target = Reference.with(Faults.find(fault).orElseThrow())) {
            for (Case scenario : CASES) {
                if (scenario.rule().equals(id)) {
                    Run run = target.run(scenario.program());
                    if (Judge.judge(scenario, rule, run, target.describe()).verdict() == Verdict.FAIL) {
                        spoiled.add(Judge.judge(scenario, rule, run, target.describe(), List.of(new Oracle(SUSPECTS))));
                    }
                }
            }
        }

        assertThat(spoiled).isNotEmpty().allSatisfy(judgement -> {
            assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(judgement.reason()).startsWith(broken + " is broken: ");
        });
    }

    private void judge(Case scenario, Rule rule, String fault, Target target) {
        Run run;
        try {
            run = target.run(scenario.program());
        } catch (ProgramException e) {
            return; // no check looks at a program that cannot go on
        }
        boolean fails = Judge.judge(scenario, rule, run, target.describe()).verdict() == Verdict.FAIL;
        if (!fails || run.traces().size() > 1) {
            return; // of a race the traces that pass would be looked at as well, which takes long and says nothing here
        }
        Judgement judgement = Judge.judge(scenario, rule, run, target.describe(), List.of(new Oracle(SUSPECTS)));
        if (judgement.verdict() == Verdict.FAIL) {
            blamed++;
        } else {
            excused.add(fault + " in " + scenario.id() + ": " + judgement.verdict() + ", " + judgement.reason());
        }
    }
}
