package org.apctck.spec.stage;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Where the threads of a race await each other, to leave together. Without locks, for a thread may be terminated here. */
final class StartingLine {
    /** Long enough for all to arrive awake on a machine at rest: who is woken up leaves behind the others. */
    private static final int YIELDS_MAX = 500;

    private final AtomicInteger missing;
    private final Queue<Thread> asleep = new ConcurrentLinkedQueue<>();

    StartingLine(int threads) {
        missing = new AtomicInteger(threads);
    }

    /** Returns when every thread has arrived. */
    void await() {
        if (missing.decrementAndGet() == 0) {
            asleep.forEach(LockSupport::unpark);
            return;
        }
        for (int i = 0; i < YIELDS_MAX && missing.get() > 0; i++) {
            Thread.yield();
        }
        if (missing.get() > 0) {
            asleep.add(Thread.currentThread());
        }
        while (missing.get() > 0) {
            LockSupport.park(this);
        }
    }
}
