package org.apctck.reference.following;

import org.jspecify.annotations.Nullable;

/**
 * What the model says of a trace.
 *
 * @param refusal why it is rejected; null unless it is
 * @param readings the ways to read the documentation under which it is accepted
 * @param whole whether the end was judged as well: of a run that was cut off only what it shows can be judged
 * @param events how many events were followed
 * @param statesMost the most states that the target could have been in at an event
 */
public record Acceptance(
        Status status, @Nullable Refusal refusal, ReadingSet readings, boolean whole, int events, int statesMost) {
    /** How it ended. */
    public enum Status {
        ACCEPTED,
        REJECTED,
        /** There were too many states to follow, so that nothing can be said. */
        BOUNDED
    }
}
