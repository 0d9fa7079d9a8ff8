package org.apctck.spec.stage;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Where the threads of a race await each other, to leave together. Without locks, for a thread may be terminated here. */
final class StartingLine {
    /** Long enough for all to arrive awake on a machine at rest: who is woken up leaves behind the others. */
    private static final long YIELDING_NANOS = 500_000;

    /** Nobody parks for less: to be woken takes longer than the delays that hit a window differ by. */
    private static final long PARK_NANOS_MIN = TimeUnit.MILLISECONDS.toNanos(2);

    /** Until so shortly before the end others get the processor, who may have to come to the start yet. */
    private static final long SPIN_NANOS = TimeUnit.MICROSECONDS.toNanos(20);

    private final AtomicInteger missing;
    private final Queue<Thread> asleep = new ConcurrentLinkedQueue<>();
    private volatile long startNanos;
    private volatile boolean started;

    StartingLine(int threads) {
        missing = new AtomicInteger(threads);
    }

    /**
     * Returns when every thread has arrived and {@code delayNanos} have passed since then, awake. Who was woken late is
     * held back for as much less.
     */
    void await(long delayNanos) {
        if (missing.decrementAndGet() == 0) {
            startNanos = System.nanoTime();
            started = true;
            asleep.forEach(LockSupport::unpark);
        } else {
            awaitStart();
        }
        if (delayNanos > 0) {
            holdBack(delayNanos);
        }
    }

    private void awaitStart() {
        // Not so many times: where a dozen others want the processor, each gives it away for many milliseconds.
        for (long end = System.nanoTime() + YIELDING_NANOS; !started && System.nanoTime() < end; ) {
            Thread.yield();
        }
        if (!started) {
            asleep.add(Thread.currentThread());
        }
        while (!started) {
            // Bounded, for who was to wake it may have been terminated by another one who left before.
            LockSupport.parkNanos(this, PARK_NANOS_MIN);
        }
    }

    private void holdBack(long delayNanos) {
        long left = startNanos + delayNanos - System.nanoTime();
        while (left > 0) {
            if (left > PARK_NANOS_MIN) {
                LockSupport.parkNanos(this, left - PARK_NANOS_MIN / 2);
            } else if (left > SPIN_NANOS) {
                Thread.yield();
            } else {
                Thread.onSpinWait();
            }
            left = startNanos + delayNanos - System.nanoTime();
        }
    }
}
