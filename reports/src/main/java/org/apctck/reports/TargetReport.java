package org.apctck.reports;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apctck.kit.ExitStatus;
import org.apctck.kit.results.Conformance;
import org.apctck.kit.results.Deviations;
import org.apctck.kit.results.FileNames;
import org.apctck.kit.results.Header;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.kit.results.Summary;
import org.apctck.spec.Verdict;
import org.apctck.spec.rules.Profile;
import org.apctck.spec.rules.Rule;

/**
 * The results of one target, as reports show them.
 *
 * @param source the file they were read from
 * @param summary every rule of the catalogue, rolled up from the attempts
 * @param missing what of that which was asked for is missing and why, in one line; empty if nothing is
 * @param unasked the ids of the scenarios that there are beside those that were asked for
 * @param disagreements what it has shown as a driver of the reference and the model does not allow, in one line each: a fault of
 *     the kit
 */
public record TargetReport(
        Path source,
        Header header,
        Summary summary,
        Deviations deviations,
        String missing,
        Set<String> unasked,
        List<String> disagreements) {
    public TargetReport {
        disagreements = List.copyOf(disagreements);
        unasked = Collections.unmodifiableSet(new LinkedHashSet<>(unasked));
    }

    /** Results of a run that was asked for everything. */
    public TargetReport(Path source, Header header, Summary summary, Deviations deviations, String missing) {
        this(source, header, summary, deviations, missing, Set.of(), List.of());
    }

    /**
     * Why the results are not those of every scenario, in one line; empty if they are. A report that does not show it would
     * look complete and not be.
     */
    public String incompleteness() {
        return missing.isEmpty() && !unasked.isEmpty()
                ? "incomplete: " + unasked.size() + " of "
                        + (unasked.size() + header.asked().size()) + " scenarios were not asked for"
                : missing;
    }

    /** The name as the command knows it: {@code winpr}, {@code recording:windows.ndjson}. */
    public String name() {
        return header.target().name();
    }

    /**
     * What {@code run} exits with for these results, but that of a target that could not start only its scenarios are known, which
     * were not run.
     */
    public ExitStatus status() {
        ExitStatus status =
                missing.isEmpty() ? deviations.status() : deviations.status().and(ExitStatus.NOT_RUN);
        return disagreements.isEmpty() ? status : status.and(ExitStatus.FAULT);
    }

    /** The scenarios without a verdict that could be expected or not: faults, not run, inconclusive and not known to be. */
    public List<ScenarioResult> unsettled() {
        Set<String> settled = new HashSet<>();
        deviations.known().forEach(known -> settled.add(known.result().scenario()));
        deviations.unexpected().forEach(deviation -> {
            ScenarioResult result = deviation.result();
            settled.add(result == null || deviation.rejection() != null ? "" : result.scenario());
        });
        List<ScenarioResult> scenarios = summary.scenarios();
        return Stream.of(Verdict.ERROR, Verdict.NOT_RUN, Verdict.INCONCLUSIVE)
                .flatMap(verdict -> scenarios.stream().filter(result -> result.verdict() == verdict))
                .filter(result -> !settled.contains(result.scenario()))
                .toList();
    }

    /** Whether there are results, and none of them says anything about the target. */
    public boolean isUntested() {
        return missing.isEmpty()
                && summary.scenarios().stream()
                        .map(ScenarioResult::verdict)
                        .allMatch(verdict -> verdict == Verdict.NOT_APPLICABLE || verdict == Verdict.UNTESTABLE);
    }

    /** Whether the target keeps every required rule of {@code profile}. */
    public Conformance conformance(Profile profile) {
        Set<String> ids = profile.rules().stream().map(Rule::id).collect(Collectors.toSet());
        return Conformance.of(
                summary.rules().stream()
                        .filter(result -> ids.contains(result.rule().id()))
                        .toList(),
                missing.isEmpty() && unasked.stream().noneMatch(scenario -> ids.contains(rule(scenario))));
    }

    /** Whether the target keeps every required rule. */
    public Conformance conformance() {
        return Conformance.of(summary.rules(), incompleteness().isEmpty());
    }

    private static String rule(String scenario) {
        return scenario.substring(0, scenario.indexOf('/'));
    }

    /** The name as part of a file name or of an address. */
    public String slug() {
        return FileNames.plain(name());
    }
}
