package org.apctck.spec.stage;

/**
 * What a look at a thread from outside showed.
 *
 * @param switches a number that changes whenever the thread has run in between, for instance its context switches
 */
public record Sighting(State state, long switches) {
    /** What a thread does. */
    public enum State {
        /** It waits in the operating system. A moment's wait looks the same: only repeated looks tell. */
        BLOCKED,
        /** It runs or could run. */
        RUNNABLE,
        /** It is gone. */
        ENDED,
        /** It cannot be seen here. */
        UNSEEN
    }
}
