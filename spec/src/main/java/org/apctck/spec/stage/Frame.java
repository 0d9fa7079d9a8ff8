package org.apctck.spec.stage;

import java.util.concurrent.TimeUnit;
import org.apctck.spec.api.Call;
import org.jspecify.annotations.Nullable;

/**
 * What a thread is in: a call in progress or the body of a routine, on top of what it was in before. Two frames are never
 * equal, so that a frame also tells one call from the next of the same text.
 */
final class Frame {
    private final @Nullable Frame below;
    private final @Nullable Call call;
    private final long beganNanos = System.nanoTime();

    private Frame(@Nullable Frame below, @Nullable Call call) {
        this.below = below;
        this.call = call;
    }

    static Frame ofCall(@Nullable Frame below, Call call) {
        return new Frame(below, call);
    }

    static Frame ofRoutine(@Nullable Frame below) {
        return new Frame(below, null);
    }

    @Nullable
    Frame below() {
        return below;
    }

    /** The call in progress, or null in the body of a routine. */
    @Nullable
    Call call() {
        return call;
    }

    long beganNanos() {
        return beganNanos;
    }

    /** Whether the thread is in a call that can keep it waiting. */
    boolean canBlock() {
        return call != null && call.function().canBlock();
    }

    /** Whether the thread is in a wait that ends by itself. */
    boolean isFiniteWait() {
        return call != null && call.isFiniteWait();
    }

    /** How long the time-out of a finite wait has passed; negative before that. */
    long overdueNanos(long nowNanos) {
        long timeoutMillis = call == null ? 0 : call.timeoutMillis();
        return nowNanos - beganNanos - TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    }
}
