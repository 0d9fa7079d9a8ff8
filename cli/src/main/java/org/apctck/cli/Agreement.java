package org.apctck.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apctck.kit.Case;
import org.apctck.kit.diff.Divergence;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.RunFolder;
import org.apctck.reference.Reference;
import org.apctck.reference.search.Exploration;
import org.apctck.reference.search.Explorer;
import org.apctck.spec.format.Count;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Outcome;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;

/**
 * Whether the drivers of the reference agree: each of them may only show outcomes that the model allows. One that does not
 * is a fault of the kit, whatever the checks say.
 *
 * @param drivers the names of the targets that are drivers of the reference
 * @param compared how many scenarios two or more of them have shown an outcome of
 */
record Agreement(List<String> drivers, int compared, List<Disagreement> disagreements) {
    /** There were not two of them. */
    static final Agreement UNASKED = new Agreement(List.of(), 0, List.of());

    private static final Set<TraceStatus> WITHOUT_OUTCOME =
            Set.of(TraceStatus.FAULT, TraceStatus.UNSETTLED, TraceStatus.NOT_IMPLEMENTED);

    Agreement {
        drivers = List.copyOf(drivers);
        disagreements = List.copyOf(disagreements);
    }

    /**
     * An outcome that the model does not allow.
     *
     * @param divergence from the allowed outcome that agrees with it longest
     */
    record Disagreement(String scenario, NamedTarget driver, Divergence divergence) {
        /** In one line, without the scenario. */
        String line() {
            String where = divergence.thread().isEmpty() ? "" : divergence.thread() + ": ";
            return driver.name() + " shows " + where + "`" + divergence.leftEvent() + "`, the model allows `"
                    + divergence.rightEvent() + "`";
        }
    }

    /** Compares what the drivers among {@code targets} have shown with what the model allows. */
    static Agreement of(List<TargetResult> targets) {
        List<TargetResult> drivers =
                targets.stream().filter(Agreement::isDriver).toList();
        if (drivers.size() < 2) {
            return UNASKED;
        }
        int compared = 0;
        List<Disagreement> disagreements = new ArrayList<>();
        for (Map.Entry<Case, Map<NamedTarget, Set<Outcome>>> shown :
                shown(drivers).entrySet()) {
            if (shown.getValue().size() < 2) {
                continue;
            }
            Exploration allowed = Explorer.explore(shown.getKey().program());
            if (allowed.isComplete()) {
                compared++;
                disagreements.addAll(disagreements(shown.getKey(), shown.getValue(), allowed));
            }
        }
        return new Agreement(drivers.stream().map(TargetResult::name).toList(), compared, disagreements);
    }

    /** Not by its word alone: any agent can call itself so. */
    private static boolean isDriver(TargetResult target) {
        return Reference.isDriver(target.summary().target())
                && target.target().provider().drivesReference();
    }

    /** Keeps the disagreements with the results, so that reports show them. */
    void keep(RunFolder folder) {
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
    long agreeing() {
        return compared
                - disagreements.stream().map(Disagreement::scenario).distinct().count();
    }

    /** In one line; empty if there were not two of them. */
    String line() {
        return drivers.isEmpty()
                ? ""
                : "the drivers of the reference agree in " + agreeing() + " of " + Count.of(compared, "scenario") + " ("
                        + String.join(", ", drivers) + ")";
    }

    /** What each driver has shown of each scenario, in all of its attempts. */
    private static Map<Case, Map<NamedTarget, Set<Outcome>>> shown(List<TargetResult> drivers) {
        Map<Case, Map<NamedTarget, Set<Outcome>>> shown = new LinkedHashMap<>();
        for (TargetResult driver : drivers) {
            for (Attempt attempt : driver.results().attempts()) {
                attempt.sample().outcomes().stream()
                        .filter(outcome -> !WITHOUT_OUTCOME.contains(outcome.status()))
                        .forEach(outcome -> shown.computeIfAbsent(attempt.scenario(), any -> new LinkedHashMap<>())
                                .computeIfAbsent(driver.target(), any -> new LinkedHashSet<>())
                                .add(outcome));
            }
        }
        return shown;
    }

    private static List<Disagreement> disagreements(
            Case scenario, Map<NamedTarget, Set<Outcome>> shown, Exploration exploration) {
        Program program = scenario.program();
        Set<Outcome> allowed = exploration.stream().map(Trace::outcome).collect(Collectors.toSet());
        Set<Outcome> comparable =
                allowed.stream().map(outcome -> outcome.comparable(program)).collect(Collectors.toSet());
        List<Disagreement> disagreements = new ArrayList<>();
        shown.forEach((driver, outcomes) -> outcomes.stream()
                .filter(outcome -> !comparable.contains(outcome.comparable(program)))
                .forEach(outcome -> Divergence.nearest(outcome, allowed)
                        .ifPresent(
                                divergence -> disagreements.add(new Disagreement(scenario.id(), driver, divergence)))));
        return disagreements;
    }
}
