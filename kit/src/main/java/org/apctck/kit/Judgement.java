package org.apctck.kit;

import org.apctck.spec.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What is said of one attempt at a case.
 *
 * @param reason one line for people; may be empty for {@link Verdict#PASS}
 * @param difference where the trace first differs; null unless a check is not met
 */
public record Judgement(
        Verdict verdict, String reason, @Nullable Difference difference) {
    /** A judgement that no check is the cause of. */
    public static Judgement of(Verdict verdict, String reason) {
        return new Judgement(verdict, reason, null);
    }
}
