package org.apctck.spec.trace;

import java.util.Locale;

/** What an {@link Event} of a trace tells. */
public enum EventKind {
    /** {@link Happening.Calls}. */
    CALLS,
    /** {@link Happening.Returns}. */
    RETURNS,
    /** {@link Happening.Begins}. */
    BEGINS,
    /** {@link Happening.Ends}. */
    ENDS,
    /** {@link Happening.Starts}, or {@link Happening#STARTS} for the cast. */
    STARTS,
    /** A thread has ended. */
    EXITS,
    /** {@link Happening.Blocked}, at a quiescent point. */
    BLOCKED,
    /** A thread was suspended. */
    SUSPENDED,
    /** A thread was resumed. */
    RESUMED,
    /** The program was quiescent: nothing of before this event happens after it. It belongs to no thread. */
    QUIESCENT;

    /** Whether the event is an observation of the one who runs the program rather than an act of a thread. */
    public boolean isObservation() {
        return this == BLOCKED || this == SUSPENDED || this == RESUMED || this == QUIESCENT;
    }

    /** The word used in tables and in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of that word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static EventKind of(String word) {
        for (EventKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("unknown event `" + word + "`");
    }
}
