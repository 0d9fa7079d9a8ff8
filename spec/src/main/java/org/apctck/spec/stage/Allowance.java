package org.apctck.spec.stage;

import java.util.concurrent.TimeUnit;

/** How long a performance may go on. Time that the program itself lets pass does not count. Used by the director alone. */
final class Allowance {
    private final long limitNanos;
    private long endNanos;

    Allowance(long limitMillis) {
        limitNanos = TimeUnit.MILLISECONDS.toNanos(limitMillis);
        endNanos = System.nanoTime() + limitNanos;
    }

    long limitMillis() {
        return TimeUnit.NANOSECONDS.toMillis(limitNanos);
    }

    /** The program let so much time pass. */
    void extend(long nanos) {
        endNanos += nanos;
    }

    /** Whether it has gone on for {@code times} as long as it may. */
    boolean isUsedUp(int times) {
        return System.nanoTime() - endNanos > (times - 1) * limitNanos;
    }
}
