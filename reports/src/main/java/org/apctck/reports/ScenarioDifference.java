package org.apctck.reports;

import java.util.Optional;
import org.apctck.spec.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A scenario that came out differently on two sides.
 *
 * @param left its verdict on one side
 * @param right its verdict on the other
 * @param divergence where what happened parts; null if a side has no trace, or only the verdicts differ
 */
public record ScenarioDifference(
        String rule,
        String scenario,
        Verdict left,
        Verdict right,
        @Nullable Divergence divergence) {
    /** Whether the verdicts differ; if not, what happened does. */
    public boolean isOfVerdict() {
        return left != right;
    }

    /** Whether it is the same difference, seen at another time: the same verdicts, parting at the same event. */
    boolean isSameAs(ScenarioDifference other) {
        return scenario.equals(other.scenario)
                && left == other.left
                && right == other.right
                && firstDifference("", "").equals(other.firstDifference("", ""));
    }

    /** The first event that differs, in one line. */
    public Optional<String> firstDifference(String leftName, String rightName) {
        return Optional.ofNullable(divergence)
                .map(parts -> (parts.thread().isEmpty() ? "" : parts.thread() + ": ") + leftName + " "
                        + parts.leftEvent() + ", " + rightName + " " + parts.rightEvent());
    }
}
