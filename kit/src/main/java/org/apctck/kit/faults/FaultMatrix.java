package org.apctck.kit.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apctck.kit.Case;
import org.apctck.kit.Judge;
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.Verdict;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.rules.Rule;

/**
 * What each scenario says of each fault.
 *
 * <p>A fault counts as caught by a scenario whose checks fail. A crash, a hang, a program that cannot go on or an outcome that
 * says nothing catch no fault: they would tell that something is wrong, not what.
 *
 * @param cases those that demand something: informative ones cannot fail
 * @param verdicts by fault and scenario, in the order in which they were given
 */
public record FaultMatrix(List<Case> cases, Map<String, Map<String, Verdict>> verdicts) {
    /**
     * Runs every case on a target with each of the faults, on as many threads as there are processors.
     *
     * @param targets makes the target that has the fault of an id
     */
    public static FaultMatrix run(
            Collection<String> faults, Function<String, Target> targets, Collection<Case> cases, Catalogue catalogue) {
        return run(faults, targets, cases, catalogue, fault -> {});
    }

    /**
     * Runs every case on a target with each of the faults, on as many threads as there are processors.
     *
     * @param targets makes the target that has the fault of an id
     * @param ended is told the id of each fault that was run, by several threads
     */
    public static FaultMatrix run(
            Collection<String> faults,
            Function<String, Target> targets,
            Collection<Case> cases,
            Catalogue catalogue,
            Consumer<String> ended) {
        List<Case> demanding = demanding(cases, catalogue);
        return new FaultMatrix(
                demanding, Rows.of(faults, fault -> row(targets.apply(fault), demanding, catalogue), ended));
    }

    /** Those that a target can fail by. */
    static List<Case> demanding(Collection<Case> cases, Catalogue catalogue) {
        return cases.stream()
                .filter(scenario -> isDemanding(scenario, catalogue))
                .toList();
    }

    private static boolean isDemanding(Case scenario, Catalogue catalogue) {
        return catalogue
                .rule(scenario.rule())
                .filter(rule -> rule.level() != Rule.Level.INFORMATIVE)
                .isPresent();
    }

    private static Map<String, Verdict> row(Target opened, List<Case> cases, Catalogue catalogue) {
        Map<String, Verdict> row = new LinkedHashMap<>();
        try (opened) {
            TargetDescription description = opened.describe();
            for (Case scenario : cases) {
                Rule rule = catalogue.rule(scenario.rule()).orElseThrow();
                row.put(scenario.id(), verdict(scenario, rule, opened, description));
            }
        }
        return row;
    }

    private static Verdict verdict(Case scenario, Rule rule, Target target, TargetDescription description) {
        return Judge.judge(scenario, rule, target.run(scenario.program()), description)
                .verdict();
    }

    /** Whether the checks of a scenario notice a fault. */
    public boolean catches(Case scenario, String fault) {
        return verdicts.getOrDefault(fault, Map.of()).get(scenario.id()) == Verdict.FAIL;
    }

    /** The scenarios that catch a fault. */
    public List<Case> catching(String fault) {
        return cases.stream().filter(scenario -> catches(scenario, fault)).toList();
    }

    /** The faults that a scenario catches. */
    public List<String> caughtBy(Case scenario) {
        return verdicts.keySet().stream()
                .filter(fault -> catches(scenario, fault))
                .toList();
    }

    /** How many faults are caught by some scenario. */
    public long caught() {
        return verdicts.keySet().stream()
                .filter(fault -> !catching(fault).isEmpty())
                .count();
    }

    /**
     * What keeps the matrix from showing that every rule can be seen broken, in one line each: a fault that no scenario of a
     * rule that names it catches, a scenario that catches no fault and does not say why it stands, and a scenario that a fault
     * puts in error: what an implementation does is no error of a program.
     */
    public List<String> findings(Catalogue catalogue) {
        List<String> findings = new ArrayList<>();
        for (Rule rule : catalogue.rules()) {
            for (String fault : rule.faults()) {
                boolean isCaught = cases.stream()
                        .anyMatch(scenario -> scenario.rule().equals(rule.id()) && catches(scenario, fault));
                if (verdicts.containsKey(fault) && !isCaught) {
                    findings.add(rule.id() + " names the fault " + fault + ", and no scenario of it fails by that");
                }
            }
        }
        for (Case scenario : cases) {
            boolean catchesNone = caughtBy(scenario).isEmpty();
            if (catchesNone && scenario.stands().isEmpty()) {
                findings.add(
                        scenario.id() + " (" + scenario.feature() + ":" + scenario.line()
                                + ") catches no fault; sharpen it, or say why it stands in a line `Stands because …` below its name");
            } else if (!catchesNone && !scenario.stands().isEmpty()) {
                findings.add(scenario.id() + " (" + scenario.feature() + ":" + scenario.line()
                        + ") says why it stands and catches a fault: drop the line");
            }
        }
        verdicts.forEach((fault, row) -> row.forEach((scenario, verdict) -> {
            if (verdict == Verdict.ERROR) {
                findings.add(scenario + " is in error by the fault " + fault);
            }
        }));
        return findings;
    }
}
