package org.apctck.reference.live;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apctck.reference.kernel.Deadline;
import org.apctck.reference.kernel.Kernel;
import org.apctck.spec.stage.Sighting;

/**
 * Lets Java threads into a kernel one at a time, and keeps those there that the kernel has waiting or suspended.
 *
 * <p>A kept thread parks on a condition of its own. It goes on when a step of another one has given it its turn, or when its
 * deadline has come, which it sees for itself: there is no timer thread. Except for {@link #enter}, every method is for who
 * has entered.
 */
final class Turnstile {
    private final Kernel kernel;
    private final ReentrantLock lock = new ReentrantLock();
    private final long startNanos = System.nanoTime();
    private final Set<LiveThread> parked = new LinkedHashSet<>();

    Turnstile(Kernel kernel) {
        this.kernel = kernel;
    }

    void enter() {
        lock.lock();
    }

    void leave() {
        lock.unlock();
    }

    Condition newCondition() {
        return lock.newCondition();
    }

    /** Tells the kernel the time, rounded up, so that a wait that begins now does not end too early. */
    void tellTime() {
        kernel.setNowMicros((System.nanoTime() - startNanos + 999) / 1000);
    }

    /**
     * Keeps the calling thread until it neither waits nor is suspended.
     *
     * @throws ThreadEnd if it has ended
     */
    void pass(LiveThread self) {
        boolean interrupted = false;
        while (!self.hasTurn()) {
            long nanos = nanosLeft(self);
            if (nanos <= 0) {
                kernel.expire(self.kernelThread());
            } else {
                interrupted |= park(self, nanos);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        self.countTurn();
        if (self.kernelThread().hasEnded()) {
            throw new ThreadEnd(self.kernelThread().exitCode());
        }
    }

    /** Lets those go on to whom the last step has given their turn. */
    void wakeOthers() {
        for (LiveThread thread : parked) {
            if (thread.hasTurn()) {
                thread.wake();
            }
        }
    }

    /** How a thread is seen from outside. */
    Sighting look(LiveThread thread) {
        return new Sighting(stateOf(thread), thread.turns());
    }

    private Sighting.State stateOf(LiveThread thread) {
        boolean kept = parked.contains(thread);
        if (!thread.kernelThread().hasEnded()) {
            return kept && !thread.hasTurn() && nanosLeft(thread) > 0
                    ? Sighting.State.BLOCKED
                    : Sighting.State.RUNNABLE;
        }
        // A terminated thread runs its Java code up to the next call. Where it rests outside of calls, none will come.
        Thread javaThread = thread.javaThread();
        boolean outside = !kept && !lock.hasQueuedThread(javaThread);
        return switch (javaThread.getState()) {
            case TERMINATED -> Sighting.State.ENDED;
            case WAITING, TIMED_WAITING -> outside ? Sighting.State.ENDED : Sighting.State.RUNNABLE;
            case NEW, RUNNABLE, BLOCKED -> Sighting.State.RUNNABLE;
        };
    }

    /** Returns whether the thread was interrupted, which is no reason to go on. */
    private boolean park(LiveThread self, long nanos) {
        parked.add(self);
        try {
            self.park(nanos);
            return false;
        } catch (InterruptedException e) {
            return true;
        } finally {
            parked.remove(self);
        }
    }

    /** How long the wait of a thread may still last; {@link Long#MAX_VALUE} for ever. */
    private long nanosLeft(LiveThread thread) {
        long deadlineMicros = thread.kernelThread().deadlineMicros();
        return deadlineMicros == Deadline.NEVER
                ? Long.MAX_VALUE
                : TimeUnit.MICROSECONDS.toNanos(deadlineMicros) - (System.nanoTime() - startNanos);
    }
}
