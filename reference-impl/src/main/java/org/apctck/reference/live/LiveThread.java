package org.apctck.reference.live;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.UserApc;

/** A thread of the kernel and the Java thread that runs it. For who has entered the {@link Turnstile}. */
final class LiveThread {
    private final KThread kernelThread;
    private final Thread javaThread;
    private final Condition turn;
    /** What the APCs in the queue of the thread run, by what stands for it in the kernel. */
    private final Map<Long, LiveRoutine> routines = new HashMap<>();

    private long turns;

    LiveThread(KThread kernelThread, Thread javaThread, Condition turn) {
        this.kernelThread = kernelThread;
        this.javaThread = javaThread;
        this.turn = turn;
    }

    KThread kernelThread() {
        return kernelThread;
    }

    Thread javaThread() {
        return javaThread;
    }

    /** Whether the thread may go on, if only to end. */
    boolean hasTurn() {
        return kernelThread.isRunnable() || kernelThread.hasEnded();
    }

    /** How often the thread has gone on: a number that changes whenever it has run. */
    long turns() {
        return turns;
    }

    void countTurn() {
        turns++;
    }

    /** Lets the thread look again whether it may go on. */
    void wake() {
        turn.signal();
    }

    /**
     * Waits, on the thread itself, to be woken or for the time to pass.
     *
     * @param nanos {@link Long#MAX_VALUE} for ever
     */
    @SuppressWarnings("WaitNotInLoop") // the turnstile loops: between two rounds the kernel may have to end the wait
    void park(long nanos) throws InterruptedException {
        if (nanos == Long.MAX_VALUE) {
            turn.await();
        } else {
            turn.await(nanos, TimeUnit.NANOSECONDS);
        }
    }

    void keepRoutine(long address, LiveRoutine routine) {
        routines.put(address, routine);
    }

    /** What an APC runs that a call has queued and that was taken off the queue of the thread. */
    LiveRoutine takeRoutine(UserApc apc) {
        LiveRoutine routine = routines.remove(apc.routine());
        if (routine == null) {
            throw new IllegalStateException("no routine at " + apc.routine());
        }
        return routine;
    }
}
