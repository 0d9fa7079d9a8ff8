package org.apctck.spec;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one run of a program is steered where threads race: how long a thread is held back before its first call in a race,
 * counted from the moment at which all have arrived at the start.
 *
 * <p>It changes nothing that a program means, only which of its outcomes is likely.
 *
 * @param delayNanos by the name of the thread; a thread that is not named is not held back
 * @param yields whether each thread of a race gives its processor away once between the beginning of a call, when that has
 *     been recorded, and the call itself; on few or busy processors threads would hardly ever meet otherwise
 */
public record Steering(Map<String, Long> delayNanos, boolean yields) {
    /** Nobody is held back. */
    public static final Steering NONE = new Steering(Map.of(), false);

    /** The longest time that a thread may be held back. */
    public static final long DELAY_NANOS_MAX = 1_000_000_000;

    /**
     * @throws IllegalArgumentException for a delay that is negative or longer than {@link #DELAY_NANOS_MAX}
     */
    public Steering {
        delayNanos = Collections.unmodifiableMap(new TreeMap<>(delayNanos));
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
