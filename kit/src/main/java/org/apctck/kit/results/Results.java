package org.apctck.kit.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The results of one run on one target.
 *
 * @param footer null if the file ends before it, so that something is missing
 */
public record Results(
        Header header, List<Attempt> attempts, @Nullable Footer footer) {
    public Results {
        attempts = List.copyOf(attempts);
    }

    /** Whether the run came to its end and all of it was written. */
    public boolean isComplete() {
        return incompleteness().isEmpty();
    }

    /** What is missing and why, in one line; empty for complete results. */
    public String incompleteness() {
        return incompleteness(footer);
    }

    static String incompleteness(@Nullable Footer footer) {
        if (footer == null) {
            return "incomplete: there is no footer, so the run did not come to its end";
        }
        if (!footer.lost().isEmpty()) {
            return "incomplete: the target was lost: " + footer.lost();
        }
        return footer.interrupted() ? "incomplete: the run was interrupted" : "";
    }
}
