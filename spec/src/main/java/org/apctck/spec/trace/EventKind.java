package org.apctck.spec.trace;

import java.util.Locale;

/** What an {@link Event} of a trace tells. */
public enum EventKind {
    /** A call begins; {@code what} is the call as written. */
    CALLS,
    /** A call returns; {@code what} is its value, with last error and out-parameters beside it. */
    RETURNS,
    /** An APC routine begins; {@code what} is its name with its argument. */
    BEGINS,
    /** An APC routine ends; {@code what} is its name. */
    ENDS,
    /** A thread begins its start routine; {@code what} is its name with its argument, or empty for the cast. */
    STARTS,
    /** A thread has ended. */
    EXITS,
    /** A thread was seen blocked at a quiescent point; {@code what} is the function it is in. */
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
