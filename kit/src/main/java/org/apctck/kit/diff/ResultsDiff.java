package org.apctck.kit.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apctck.kit.race.RaceSeries;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.kit.results.Seen;
import org.apctck.spec.Verdict;
import org.apctck.spec.trace.Outcome;
import org.apctck.spec.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * How the results of two targets, or of one at two times, differ.
 *
 * @param compared how many scenarios both sides have
 * @param rules those that differ: in their verdict first, then in outcomes, then what does not count
 * @param onlyLeft the scenarios that the other side does not have
 * @param changed the scenarios that both have, but whose program or checks are not the same
 */
public record ResultsDiff(
        int compared, List<RuleDifference> rules, List<String> onlyLeft, List<String> onlyRight, List<String> changed) {
    public ResultsDiff {
        rules = List.copyOf(rules);
        onlyLeft = List.copyOf(onlyLeft);
        onlyRight = List.copyOf(onlyRight);
        changed = List.copyOf(changed);
    }

    /** Compares two implementations, scenario by scenario. */
    public static ResultsDiff of(List<ScenarioResult> left, List<ScenarioResult> right) {
        return of(left, right, false);
    }

    /**
     * Compares two sides, scenario by scenario.
     *
     * @param isBesideModel whether one of them is the model
     */
    public static ResultsDiff of(List<ScenarioResult> left, List<ScenarioResult> right, boolean isBesideModel) {
        Map<String, ScenarioResult> others = new LinkedHashMap<>();
        right.forEach(scenario -> others.put(scenario.scenario(), scenario));
        Map<String, List<ScenarioDifference>> differences = new LinkedHashMap<>();
        Map<String, List<Verdict>> lefts = new HashMap<>();
        Map<String, List<Verdict>> rights = new HashMap<>();
        List<String> onlyLeft = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        int compared = 0;
        for (ScenarioResult one : left) {
            ScenarioResult other = others.remove(one.scenario());
            if (other == null) {
                onlyLeft.add(one.scenario());
                continue;
            }
            compared++;
            boolean isSame = one.digest().equals(other.digest());
            if (!isSame && !one.digest().isEmpty() && !other.digest().isEmpty()) {
                changed.add(one.scenario());
            } else {
                lefts.computeIfAbsent(one.rule(), rule -> new ArrayList<>()).add(one.verdict());
                rights.computeIfAbsent(one.rule(), rule -> new ArrayList<>()).add(other.verdict());
                difference(one, other, isBesideModel)
                        .ifPresent(difference -> differences
                                .computeIfAbsent(one.rule(), rule -> new ArrayList<>())
                                .add(difference));
            }
        }
        List<RuleDifference> rules = new ArrayList<>();
        differences.forEach((rule, scenarios) -> {
            scenarios.sort(Comparator.comparing(difference -> !difference.isOfVerdict()));
            scenarios.stream().collect(Collectors.partitioningBy(ScenarioDifference::counts)).values().stream()
                    .filter(some -> !some.isEmpty())
                    .forEach(some -> rules.add(new RuleDifference(
                            rule,
                            Verdict.rollUp(lefts.getOrDefault(rule, List.of())),
                            Verdict.rollUp(rights.getOrDefault(rule, List.of())),
                            some)));
        });
        rules.sort(Comparator.comparing(RuleDifference::kind));
        return new ResultsDiff(compared, rules, onlyLeft, List.copyOf(others.keySet()), changed);
    }

    /** Every scenario that differs, in the order of the rules. */
    public List<ScenarioDifference> all() {
        return rules.stream().flatMap(rule -> rule.scenarios().stream()).toList();
    }

    /** Those that say that the two sides are not the same. */
    public List<ScenarioDifference> differences() {
        return all().stream().filter(ScenarioDifference::counts).toList();
    }

    /** Those that may be chance, or that no side can be right or wrong in. */
    public List<ScenarioDifference> apart() {
        return all().stream().filter(difference -> !difference.counts()).toList();
    }

    /** How many differ in their verdicts. */
    public long ofVerdict() {
        return differences().stream().filter(ScenarioDifference::isOfVerdict).count();
    }

    /** The differences that an earlier comparison of the same two sides does not have. */
    public List<ScenarioDifference> since(ResultsDiff earlier) {
        List<ScenarioDifference> before = earlier.all();
        return differences().stream()
                .filter(difference -> before.stream().noneMatch(difference::isSameAs))
                .toList();
    }

    private static Optional<ScenarioDifference> difference(
            ScenarioResult left, ScenarioResult right, boolean isBesideModel) {
        boolean isOfVerdict = left.verdict() != right.verdict();
        if (!isOfVerdict && (agree(left, right) || isOpenRace(left))) {
            return Optional.empty();
        }
        return Optional.of(new ScenarioDifference(left, right, parting(traces(left), traces(right)), isBesideModel))
                .filter(difference -> !difference.isIdle());
    }

    /** Where the two traces part that agree longest; null if there are no two that differ. */
    private static @Nullable Parting parting(List<Trace> lefts, List<Trace> rights) {
        Parting nearest = null;
        for (Trace left : lefts) {
            for (Trace right : rights) {
                Divergence divergence = Divergence.of(left, right).orElse(null);
                if (divergence != null
                        && (nearest == null
                                || divergence.event() > nearest.divergence().event())) {
                    nearest = new Parting(divergence, left, right);
                }
            }
        }
        return nearest;
    }

    /**
     * Whether what one side showed is among what the other one did: the model shows everything that is allowed. On which side of
     * a quiescent point a wait ended by its time is up to the machine.
     */
    private static boolean agree(ScenarioResult left, ScenarioResult right) {
        Set<Outcome> one = outcomes(left);
        Set<Outcome> other = outcomes(right);
        // Where not all outcomes were kept, one that is missing says nothing.
        return one.containsAll(other) || other.containsAll(one) || left.isCut() || right.isCut();
    }

    /** Two implementations may pass a race with different outcomes: its order is open, and both are allowed. */
    private static boolean isOpenRace(ScenarioResult result) {
        Attempt attempt = result.worst();
        return result.verdict() == Verdict.PASS && attempt != null && RaceSeries.isRace(attempt.scenario());
    }

    /** The outcomes that a side has shown, as far as they can be compared. */
    public static Set<Outcome> outcomes(ScenarioResult result) {
        Attempt attempt = result.worst();
        return result.outcomes().stream()
                .map(Seen::outcome)
                .map(outcome -> attempt == null
                        ? outcome
                        : outcome.comparable(attempt.scenario().program()))
                .collect(Collectors.toSet());
    }

    /** The trace that shows the failure if there is one, else those that were kept. */
    private static List<Trace> traces(ScenarioResult result) {
        Attempt attempt = result.worst();
        if (attempt == null) {
            return List.of();
        }
        List<Trace> failing = attempt.judgement().evidence();
        return failing.isEmpty() ? attempt.sample().traces() : failing.subList(0, 1);
    }
}
