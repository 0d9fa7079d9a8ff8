package org.apctck.spec.stage;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A call of SuspendThread in progress. It may have taken effect long before it returns, above all where two threads suspend
 * each other: then neither returns.
 */
final class Suspension {
    private final Actor target;
    private final AtomicBoolean noted = new AtomicBoolean();

    Suspension(Actor target) {
        this.target = target;
    }

    /** The thread that is suspended, which is not the one that makes the call. */
    Actor target() {
        return target;
    }

    /** Whether it was counted among the suspensions of its target. */
    boolean isNoted() {
        return noted.get();
    }

    /** Takes note of it; false if somebody has before. */
    boolean take() {
        return noted.compareAndSet(false, true);
    }
}
