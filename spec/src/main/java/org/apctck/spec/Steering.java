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
 */
public record Steering(Map<String, Long> delayNanos) {
    /** Nobody is held back. */
    public static final Steering NONE = new Steering(Map.of());

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
