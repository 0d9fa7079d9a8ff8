package org.apctck.kit.diff;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apctck.spec.trace.Outcome;
import org.apctck.spec.trace.Outcome.Step;
import org.apctck.spec.trace.Trace;

/**
 * Where two traces of one program part.
 *
 * @param thread the first thread on which something differs; empty if only the way they ended does
 * @param left what happened on it, observations left out
 * @param right what happened on it on the other side
 * @param event the index of the first difference in both lists
 */
public record Divergence(String thread, List<Step> left, List<Step> right, int event) {
    /** What stands for the end of what happened. */
    public static final String NOTHING_MORE = "(nothing more)";

    public Divergence {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /** The first difference between an outcome and the one of {@code others} that agrees with it longest. */
    public static Optional<Divergence> nearest(Outcome outcome, Collection<Outcome> others) {
        return others.stream()
                .flatMap(other -> of(
                        outcome, other, outcome.status().name(), other.status().name())
                        .stream())
                .max(Comparator.comparingInt(Divergence::event));
    }

    /** The first difference, by the quiescent points before it; empty if the outcomes are equal. */
    public static Optional<Divergence> of(Trace left, Trace right) {
        return of(left.outcome(), right.outcome(), ending(left), ending(right));
    }

    private static Optional<Divergence> of(Outcome one, Outcome other, String oneEnding, String otherEnding) {
        if (one.equals(other)) {
            return Optional.empty();
        }
        TreeSet<String> threads = new TreeSet<>(one.threads().keySet());
        threads.addAll(other.threads().keySet());
        return threads.stream()
                .map(thread -> onThread(
                        thread,
                        one.threads().getOrDefault(thread, List.of()),
                        other.threads().getOrDefault(thread, List.of())))
                .filter(divergence -> !divergence.isNone())
                .min(Comparator.comparingInt(Divergence::point))
                .or(() -> Optional.of(
                        new Divergence("", List.of(new Step(0, oneEnding)), List.of(new Step(0, otherEnding)), 0)));
    }

    private static Divergence onThread(String thread, List<Step> left, List<Step> right) {
        int event = 0;
        while (event < left.size() && event < right.size() && left.get(event).equals(right.get(event))) {
            event++;
        }
        return new Divergence(thread, left, right, event);
    }

    private boolean isNone() {
        return event == left.size() && event == right.size();
    }

    private static String ending(Trace trace) {
        return trace.status() + (trace.evidence().isEmpty() ? "" : ": " + trace.evidence());
    }

    /** The number of quiescent points before the difference. */
    private int point() {
        return Math.min(point(left, event), point(right, event));
    }

    private static int point(List<Step> steps, int index) {
        return index < steps.size() ? steps.get(index).point() : Integer.MAX_VALUE;
    }

    /** What differs on the left, as shown to people. */
    public String leftEvent() {
        return leftEvent(event);
    }

    /** What differs on the right, as shown to people. */
    public String rightEvent() {
        return rightEvent(event);
    }

    /** What happened on the left at that index, as shown to people; empty where nothing more has to be said. */
    public String leftEvent(int index) {
        return at(left, index);
    }

    /** What happened on the right at that index, as shown to people; empty where nothing more has to be said. */
    public String rightEvent(int index) {
        return at(right, index);
    }

    private String at(List<Step> events, int index) {
        return index > events.size() ? "" : shown(events, index, index == event && isOnlyOfTime());
    }

    /** Whether the same happened, but at another quiescent point. */
    private boolean isOnlyOfTime() {
        return shown(left, event, false).equals(shown(right, event, false));
    }

    private static String shown(List<Step> steps, int index, boolean withPoint) {
        if (index >= steps.size()) {
            return NOTHING_MORE;
        }
        Step step = steps.get(index);
        return withPoint ? step.text() + " (at quiescent point " + step.point() + ")" : step.text();
    }
}
