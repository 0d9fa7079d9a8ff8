package org.apctck.kit.results;

import java.util.List;
import java.util.stream.Stream;
import org.apctck.spec.Verdict;
import org.apctck.spec.rules.Rule;

/**
 * What the scenarios of a rule come to.
 *
 * @param elsewhere scenarios of other rules in which an examiner has seen this one broken; it fails by any of them
 */
public record RuleResult(Rule rule, Verdict verdict, List<ScenarioResult> scenarios, List<ScenarioResult> elsewhere) {
    public RuleResult {
        scenarios = List.copyOf(scenarios);
        elsewhere = List.copyOf(elsewhere);
    }

    static RuleResult of(Rule rule, List<ScenarioResult> scenarios, List<ScenarioResult> elsewhere) {
        Stream<Verdict> own = scenarios.stream().map(ScenarioResult::verdict);
        Verdict verdict = rule.isTestable()
                ? Verdict.rollUp(Stream.concat(own, elsewhere.stream().map(result -> Verdict.FAIL))
                        .toList())
                : Verdict.UNTESTABLE;
        return new RuleResult(rule, verdict, scenarios, elsewhere);
    }

    /** How many scenarios a PASS covers that say nothing about the rule, because the target lacks what they need. */
    public int withoutVerdict() {
        return verdict != Verdict.PASS
                ? 0
                : (int) scenarios.stream()
                        .filter(scenario -> scenario.verdict() != Verdict.PASS)
                        .count();
    }

    /** The verdict as shown: {@code PASS (2 without a verdict)}, {@code LATER} for a rule that programs cannot test yet. */
    public String label() {
        if (rule.testable() == Rule.Testable.LATER) {
            return "LATER";
        }
        return withoutVerdict() == 0 ? verdict.name() : verdict + " (" + withoutVerdict() + " without a verdict)";
    }
}
