package org.apctck.kit.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apctck.kit.Case;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.RunFolder;
import org.apctck.spec.format.Count;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Outcome;
import org.apctck.spec.trace.TraceStatus;

/**
 * Whether the drivers of the reference agree: each of them may only show outcomes that the model allows. One that does not
 * is a fault of the kit, whatever the checks say.
 *
 * @param drivers the names of the targets that are drivers of the reference
 * @param compared how many scenarios two or more of them have shown an outcome of
 */
public record Agreement(List<String> drivers, int compared, List<Disagreement> disagreements) {
    /** There were not two of them. */
    private static final Agreement UNASKED = new Agreement(List.of(), 0, List.of());

    private static final Set<TraceStatus> WITHOUT_OUTCOME =
            Set.of(TraceStatus.FAULT, TraceStatus.UNSETTLED, TraceStatus.NOT_IMPLEMENTED);

    public Agreement {
        drivers = List.copyOf(drivers);
        disagreements = List.copyOf(disagreements);
    }

    /**
     * A driver of the reference.
     *
     * @param given as it was asked for
     */
    public record Driver(String given, String name) {}

    /**
     * An outcome that the model does not allow.
     *
     * @param divergence from the allowed outcome that agrees with it longest
     */
    public record Disagreement(String scenario, Driver driver, Divergence divergence) {
        /** In one line, without the scenario. */
        public String line() {
            String where = divergence.thread().isEmpty() ? "" : divergence.thread() + ": ";
            return driver.name() + " shows " + where + "`" + divergence.leftEvent() + "`, the model allows `"
                    + divergence.rightEvent() + "`";
        }
    }

    /**
     * Compares what drivers have shown with what the model allows.
     *
     * @param attempts of each driver
     * @param model what it allows of a program; empty where not all of it is known
     */
    public static Agreement of(Map<Driver, List<Attempt>> attempts, Function<Program, Optional<Allowed>> model) {
        if (attempts.size() < 2) {
            return UNASKED;
        }
        int compared = 0;
        List<Disagreement> disagreements = new ArrayList<>();
        for (Map.Entry<Case, Map<Driver, Set<Outcome>>> shown : shown(attempts).entrySet()) {
            if (shown.getValue().size() < 2) {
                continue;
            }
            Optional<Allowed> allowed = model.apply(shown.getKey().program());
            if (allowed.isPresent()) {
                compared++;
                disagreements.addAll(disagreements(shown.getKey(), shown.getValue(), allowed.get()));
            }
        }
        List<String> drivers = attempts.keySet().stream().map(Driver::name).toList();
        return new Agreement(drivers, compared, disagreements);
    }

    /** Keeps the disagreements with the results, so that reports show them. */
    public void keep(RunFolder folder) {
        disagreements.stream()
                .distinct()
                .collect(Collectors.groupingBy(
                        disagreement -> disagreement.driver().given(),
                        Collectors.mapping(
                                disagreement -> "the drivers of the reference disagree in " + disagreement.scenario()
                                        + ": " + disagreement.line(),
                                Collectors.toList())))
                .forEach(folder::disagrees);
    }

    /** In how many scenarios the drivers agree. */
    public long agreeing() {
        return compared
                - disagreements.stream().map(Disagreement::scenario).distinct().count();
    }

    /** In one line; empty if there were not two of them. */
    public String line() {
        return drivers.isEmpty()
                ? ""
                : "the drivers of the reference agree in " + agreeing() + " of " + Count.of(compared, "scenario") + " ("
                        + String.join(", ", drivers) + ")";
    }

    /** What each driver has shown of each scenario, in all of its attempts. */
    private static Map<Case, Map<Driver, Set<Outcome>>> shown(Map<Driver, List<Attempt>> attempts) {
        Map<Case, Map<Driver, Set<Outcome>>> shown = new LinkedHashMap<>();
        attempts.forEach((driver, made) -> made.forEach(attempt -> attempt.sample().outcomes().stream()
                .filter(outcome -> !WITHOUT_OUTCOME.contains(outcome.status()))
                .forEach(outcome -> shown.computeIfAbsent(attempt.scenario(), any -> new LinkedHashMap<>())
                        .computeIfAbsent(driver, any -> new LinkedHashSet<>())
                        .add(outcome))));
        return shown;
    }

    private static List<Disagreement> disagreements(Case scenario, Map<Driver, Set<Outcome>> shown, Allowed allowed) {
        List<Disagreement> disagreements = new ArrayList<>();
        shown.forEach((driver, outcomes) -> allowed.others(outcomes)
                .forEach(outcome -> Divergence.nearest(outcome, allowed.outcomes())
                        .ifPresent(
                                divergence -> disagreements.add(new Disagreement(scenario.id(), driver, divergence)))));
        return disagreements;
    }
}
