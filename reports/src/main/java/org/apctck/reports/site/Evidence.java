package org.apctck.reports.site;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apctck.kit.diff.Divergence;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.reports.diagram.Mark;
import org.apctck.spec.trace.Outcome;
import org.apctck.spec.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * The trace of a scenario that is shown.
 *
 * @param marks the events of it that matter
 * @param remark what is not shown; may be empty
 */
record Evidence(Trace trace, List<Mark> marks, String remark) {
    /** The trace that shows why the scenario failed, else the first. */
    static Optional<Evidence> of(ScenarioResult result) {
        Attempt attempt = result.worst();
        return candidates(result).findFirst().map(trace -> new Evidence(trace, marks(attempt, trace), remark(result)));
    }

    private static List<Mark> marks(@Nullable Attempt attempt, Trace trace) {
        return attempt == null
                ? List.of()
                : Mark.of(attempt.judgement(), trace).stream().toList();
    }

    /** The trace that parts from one of another target: the one on the left of {@code divergence}. */
    static Optional<Evidence> left(ScenarioResult result, Divergence divergence, String other) {
        return parting(result, divergence.thread(), divergence.left())
                .map(trace -> new Evidence(trace, List.of(Mark.left(divergence, trace, other)), remark(result)));
    }

    /** The trace that parts from one of another target: the one on the right of {@code divergence}. */
    static Optional<Evidence> right(ScenarioResult result, Divergence divergence, String other) {
        return parting(result, divergence.thread(), divergence.right())
                .map(trace -> new Evidence(trace, List.of(Mark.right(divergence, trace, other)), remark(result)));
    }

    private static Optional<Trace> parting(ScenarioResult result, String thread, List<Outcome.Step> steps) {
        Predicate<Trace> parts = trace ->
                trace.outcome().threads().getOrDefault(thread, List.of()).equals(steps);
        return candidates(result)
                .filter(thread.isEmpty() ? trace -> true : parts)
                .findFirst();
    }

    /** Those that show why it failed come first. */
    private static Stream<Trace> candidates(ScenarioResult result) {
        Attempt attempt = result.worst();
        return attempt == null
                ? Stream.empty()
                : Stream.concat(attempt.judgement().evidence().stream(), attempt.sample().traces().stream());
    }

    private static String remark(ScenarioResult result) {
        int outcomes = result.outcomes().size();
        String others = outcomes <= 1
                ? ""
                : "One of " + outcomes + (result.isCut() ? " or more" : "") + " different outcomes is drawn.";
        Attempt attempt = result.worst();
        boolean isBounded = attempt != null && !attempt.sample().complete();
        return isBounded ? (others + " The search stopped at its bound, so there may be more.").strip() : others;
    }
}
