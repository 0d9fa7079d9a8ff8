package org.apctck.reports.site.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario came to on one target, or on several that did the same.
 *
 * @param who the names of the targets
 * @param mark of all of them
 * @param counts how many attempts ended in each verdict, for people; empty for a single attempt
 * @param reason one line; may be empty
 * @param known the deviation that accounts for it, or null
 * @param unexpected whether nobody has accounted for it
 * @param allowed what could have been there instead of the event that was objected to
 * @param stderr what the agent wrote to its standard error; may be empty
 * @param open whether it is unfolded
 */
public record Showing(
        String who,
        Mark mark,
        String counts,
        String reason,
        @Nullable Known known,
        boolean unexpected,
        List<String> allowed,
        Figure figure,
        String stderr,
        List<Command> commands,
        boolean open) {
    /** Whether there is anything to say beside the drawing. */
    public boolean isPlain() {
        return reason.isEmpty() && known == null && allowed.isEmpty() && stderr.isEmpty();
    }
}
