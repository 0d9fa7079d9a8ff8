package org.apctck.kit.results;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apctck.spec.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The results of one run on one target, rolled up from attempts to scenarios, so that they take as much memory as the
 * scenarios do, however often each was run.
 *
 * @param scenarios every one that was asked for, in the order of the header
 * @param footer null if the file ends before it, so that something is missing
 * @param absent why there are none at all; empty if there are
 */
public record ScenarioResults(
        Header header,
        List<ScenarioResult> scenarios,
        @Nullable Footer footer,
        String absent) {
    public ScenarioResults {
        scenarios = List.copyOf(scenarios);
    }

    /** Those of a target that a run was asked for and has no results of. */
    public static ScenarioResults missing(Header header, String why) {
        return new ScenarioResults(
                header,
                header.asked().stream()
                        .map(asked -> new RollUp().result(asked, 1))
                        .toList(),
                null,
                why);
    }

    /** Rolls results up of which every attempt is in memory. */
    public static ScenarioResults of(Results results) {
        Map<String, RollUp> made = new HashMap<>();
        results.attempts()
                .forEach(attempt -> made.computeIfAbsent(attempt.scenario().id(), id -> new RollUp())
                        .add(attempt));
        return of(results.header(), asked -> made.getOrDefault(asked.scenario(), new RollUp()), results.footer());
    }

    static ScenarioResults of(Header header, Function<Header.Asked, RollUp> made, @Nullable Footer footer) {
        return new ScenarioResults(
                header,
                header.asked().stream()
                        .map(asked -> made.apply(asked).result(asked, header.repeats()))
                        .toList(),
                footer,
                "");
    }

    /** Whether the run came to its end and all of it was written. */
    public boolean isComplete() {
        return incompleteness().isEmpty();
    }

    /** What is missing and why, in one line; empty for complete results. */
    public String incompleteness() {
        String reason = absent.isEmpty() ? Results.incompleteness(footer) : "incomplete: " + absent;
        int missing = scenarios.stream()
                .mapToInt(scenario -> scenario.histogram().getOrDefault(Verdict.NOT_RUN, 0))
                .sum();
        return reason.isEmpty() && missing > 0
                ? "incomplete: " + missing + " of the attempts that were asked for are missing"
                : reason;
    }
}
