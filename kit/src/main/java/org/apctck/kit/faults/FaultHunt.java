package org.apctck.kit.faults;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apctck.kit.Case;
import org.apctck.kit.Judge;
import org.apctck.kit.race.RaceSeries;
import org.apctck.spec.Target;
import org.apctck.spec.Verdict;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.rules.Rule;

/**
 * Which scenario catches each of many faults: the first whose checks fail; a fault that is caught is run no further.
 *
 * @param caught by fault, in the order in which they were given: the id of the scenario, if there is one
 */
public record FaultHunt(Map<String, Optional<String>> caught) {
    /**
     * Runs faults against scenarios, on as many threads as there are processors, those without a race first.
     *
     * @param targets makes the target that has the fault of an id
     * @param shows whether a fault can show in a scenario; where it cannot it is not run
     * @param ended is told the id of each fault that is done, by several threads
     */
    public static FaultHunt run(
            Collection<String> faults,
            Function<String, Target> targets,
            Collection<Case> cases,
            Catalogue catalogue,
            BiPredicate<String, Case> shows,
            Consumer<String> ended) {
        List<Case> demanding = FaultMatrix.demanding(cases, catalogue).stream()
                .sorted(Comparator.comparing(RaceSeries::isRace))
                .toList();
        return new FaultHunt(
                Rows.of(faults, fault -> hunt(fault, targets.apply(fault), demanding, catalogue, shows), ended));
    }

    private static Optional<String> hunt(
            String fault, Target opened, List<Case> cases, Catalogue catalogue, BiPredicate<String, Case> shows) {
        try (opened) {
            return cases.stream()
                    .filter(scenario -> shows.test(fault, scenario) && catches(scenario, opened, catalogue))
                    .map(Case::id)
                    .findFirst();
        }
    }

    private static boolean catches(Case scenario, Target target, Catalogue catalogue) {
        Rule rule = catalogue.rule(scenario.rule()).orElseThrow();
        return Judge.judge(scenario, rule, target.run(scenario.program()), target.describe())
                        .verdict()
                == Verdict.FAIL;
    }

    /** The scenario that catches a fault, if there is one. */
    public Optional<String> catching(String fault) {
        return caught.getOrDefault(fault, Optional.empty());
    }

    /** The faults that no scenario catches. */
    public List<String> uncaught() {
        return caught.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }
}
