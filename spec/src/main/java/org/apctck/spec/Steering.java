package org.apctck.spec;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one run of a program is steered where threads race: how long a thread is held back before its first call in a race,
 * counted from the moment at which all have arrived at the start, and in which of their calls threads await each other.
 *
 * <p>It changes nothing that a program means, only which of its outcomes is likely.
 *
 * @param delayNanos by the name of the thread; a thread that is not named is not held back
 * @param meets by the name of the thread, the number of a call among those that the script has for it, from 0; a loop is
 *     one, and is meant the first time that it is made. If the thread makes that one in a race, it waits between the
 *     beginning of the call, when that has been recorded, and the call itself until the other threads named here have begun
 *     theirs, for {@link #MEETING_NANOS} at most. On few or busy processors threads would hardly ever meet otherwise
 */
public record Steering(Map<String, Long> delayNanos, Map<String, Integer> meets) {
    /** Nobody is held back. */
    public static final Steering NONE = new Steering(Map.of(), Map.of());

    /** So long a thread waits for those that it is to meet; they may be waiting for it in an earlier call. */
    public static final long MEETING_NANOS = 5_000_000;

    /** The longest time that a thread may be held back. */
    public static final long DELAY_NANOS_MAX = 1_000_000_000;

    /**
     * @throws IllegalArgumentException for a delay that is negative or longer than {@link #DELAY_NANOS_MAX}
     */
    public Steering {
        delayNanos = Collections.unmodifiableMap(new TreeMap<>(delayNanos));
        meets = Collections.unmodifiableMap(new TreeMap<>(meets));
        delayNanos.forEach((thread, nanos) -> {
            if (nanos < 0 || nanos > DELAY_NANOS_MAX) {
                throw new IllegalArgumentException(thread + " cannot be held back for " + nanos + " ns");
            }
        });
    }

    /** How long {@code thread} is held back, in nanoseconds. */
    public long delayNanos(String thread) {
        return delayNanos.getOrDefault(thread, 0L);
    }
}
