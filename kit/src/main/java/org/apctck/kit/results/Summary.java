package org.apctck.kit.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apctck.kit.Rejection;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.Verdict;
import org.apctck.spec.rules.Rule;

/**
 * The results of a run on one target, rolled up from attempts to scenarios to rules.
 *
 * @param rules in the order of the catalogue, those without any result among them
 */
public record Summary(TargetDescription target, List<RuleResult> rules) {
    public Summary {
        rules = List.copyOf(rules);
    }

    /**
     * Rolls up {@code results}.
     *
     * @param asked the rules to account for; a testable one without a scenario among the results is NOT_RUN
     */
    public static Summary of(Results results, Collection<Rule> asked) {
        return of(ScenarioResults.of(results), asked);
    }

    /**
     * Rolls up {@code results}.
     *
     * @param asked the rules to account for; a testable one without a scenario among the results is NOT_RUN
     */
    public static Summary of(ScenarioResults results, Collection<Rule> asked) {
        Map<String, List<ScenarioResult>> scenarios = new LinkedHashMap<>();
        Map<String, List<ScenarioResult>> elsewhere = new LinkedHashMap<>();
        for (ScenarioResult scenario : results.scenarios()) {
            scenarios
                    .computeIfAbsent(scenario.rule(), rule -> new ArrayList<>())
                    .add(scenario);
            scenario.rulesSeenBroken()
                    .forEach(rule -> elsewhere
                            .computeIfAbsent(rule, any -> new ArrayList<>())
                            .add(scenario));
        }
        return new Summary(
                results.header().target(),
                asked.stream()
                        .map(rule -> RuleResult.of(
                                rule,
                                scenarios.getOrDefault(rule.id(), List.of()),
                                elsewhere.getOrDefault(rule.id(), List.of())))
                        .toList());
    }

    /**
     * Rolls up results of programs that are about no rule of the catalogue.
     *
     * @param asked what they are about
     * @param others rules that are accounted for where an examiner has seen them broken, and left out where not
     */
    public static Summary of(Results results, Collection<Rule> asked, Collection<Rule> others) {
        ScenarioResults scenarios = ScenarioResults.of(results);
        Set<String> broken = scenarios.scenarios().stream()
                .flatMap(scenario -> scenario.rulesSeenBroken().stream())
                .collect(Collectors.toSet());
        List<Rule> rules = new ArrayList<>(asked);
        others.stream()
                .filter(rule -> !asked.contains(rule))
                .filter(rule -> broken.contains(rule.id()))
                .forEach(rules::add);
        return of(scenarios, rules);
    }

    /** Every scenario, in the order of the rules. */
    public List<ScenarioResult> scenarios() {
        return rules.stream().flatMap(rule -> rule.scenarios().stream()).toList();
    }

    /** Everything that examiners have against the target that rests on no rule. */
    public List<Rejection> findings() {
        return scenarios().stream()
                .flatMap(scenario -> scenario.besides().stream())
                .filter(rejection -> rejection.objection().isFinding())
                .toList();
    }

    /** How often each scenario was measured again, as nothing had been measured; without those that were not. */
    public Map<String, Integer> measuredAgain() {
        Map<String, Integer> again = new LinkedHashMap<>();
        scenarios().stream()
                .filter(scenario -> scenario.again() > 0)
                .forEach(scenario -> again.put(scenario.scenario(), scenario.again()));
        return again;
    }

    /** How many scenarios ended in each verdict. */
    public Map<Verdict, Integer> scenarioCounts() {
        return count(scenarios().stream().map(ScenarioResult::verdict).toList());
    }

    /** How many rules ended in each verdict. */
    public Map<Verdict, Integer> ruleCounts() {
        return count(rules.stream().map(RuleResult::verdict).toList());
    }

    /** How many families of rules ended in each verdict: rules that state one property count once. */
    public Map<Verdict, Integer> familyCounts() {
        Map<String, List<Verdict>> families = new LinkedHashMap<>();
        rules.forEach(rule -> families.computeIfAbsent(rule.rule().family(), family -> new ArrayList<>())
                .add(rule.verdict()));
        return count(families.values().stream().map(Verdict::rollUp).toList());
    }

    private static Map<Verdict, Integer> count(List<Verdict> verdicts) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        verdicts.forEach(verdict -> counts.merge(verdict, 1, Integer::sum));
        return counts;
    }
}
