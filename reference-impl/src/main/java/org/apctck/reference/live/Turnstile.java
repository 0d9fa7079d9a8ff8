package org.apctck.reference.live;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.Deadline;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.KTimer;
import org.apctck.reference.kernel.Kernel;
import org.apctck.spec.stage.Sighting;

/**
 * Lets Java threads into a kernel one at a time, and keeps those there that the kernel has waiting or suspended.
 *
 * <p>A kept thread parks on a condition of its own. It goes on when a step of another one has given it its turn, or when its
 * deadline has come, which it sees for itself. For what else the kernel does by itself there is one daemon thread, as long as
 * something is due. Except for {@link #enter}, every method is for who
 * has entered.
 */
final class Turnstile {
    /** From 1601, where Windows begins to count. */
    private static final long SECONDS_TO_1970 = 11_644_473_600L;

    private final Kernel kernel;
    private final ReentrantLock lock = new ReentrantLock();
    private final long startNanos = System.nanoTime();
    private final Set<LiveThread> parked = new LinkedHashSet<>();
    /** Woken when something may be due earlier. */
    private final Condition tick = lock.newCondition();

    private boolean ticking;
    /** When the clock thread wakes by itself. */
    private long tickMicros = Deadline.NEVER;

    private boolean closed;

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

    /**
     * Tells the kernel the time, rounded up, so that a wait that begins now does not end too early; and the time of day each time anew,
     * as the two clocks need not agree for long.
     */
    private void tellTime() {
        kernel.setNowMicros((System.nanoTime() - startNanos + 999) / 1000);
        kernel.setUtcMicros(utcMicros());
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
                passTime();
                wakeOthers();
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

    /** Lets those go on to whom the last step has given their turn, and those whose deadline has come while they were suspended. */
    void wakeOthers() {
        for (LiveThread thread : parked) {
            if (thread.hasTurn() || nanosLeft(thread) <= 0) {
                thread.wake();
            }
        }
    }

    /** A timer was armed, or set again. One that is due expires in the step that sets it, so that whoever comes later finds it so. */
    void armed(KTimer timer) {
        if (timer.dueMicros() <= kernel.nowMicros()) {
            kernel.fire(timer.id(), Choice.FIRST);
        }
        if (ticking && timer.dueMicros() < tickMicros) {
            tick.signal();
        } else if (!ticking && !closed && nextTimerMicros() != Deadline.NEVER) {
            ticking = true;
            Thread clock = new Thread(this::tick, "win32-timers");
            clock.setDaemon(true);
            clock.start();
        }
    }

    /**
     * Tells the kernel the time, and lets happen what is due by then, in the order of the times: who comes late for one thing must not
     * find the next one done.
     */
    void passTime() {
        tellTime();
        int source = nextDue();
        while (source >= 0) {
            kernel.fire(source, Choice.FIRST);
            source = nextDue();
        }
    }

    /** What is due first among what is due now; -1 if nothing is. */
    private int nextDue() {
        long nanos = System.nanoTime() - startNanos;
        if (TimeUnit.MICROSECONDS.toNanos(kernel.firstDueMicros()) > nanos) {
            return -1;
        }
        int first = -1;
        for (int source : kernel.sources()) {
            long dueMicros = kernel.object(source).dueMicros();
            if (TimeUnit.MICROSECONDS.toNanos(dueMicros) <= nanos
                    && (first < 0 || dueMicros < kernel.object(first).dueMicros())
                    && kernel.canFire(source)) {
                first = source;
            }
        }
        return first;
    }

    /** Nothing happens by itself any more. */
    void close() {
        closed = true;
        tick.signal();
    }

    private void tick() {
        enter();
        try {
            while (!closed) {
                tickMicros = nextTimerMicros();
                long nanos = TimeUnit.MICROSECONDS.toNanos(tickMicros) - (System.nanoTime() - startNanos);
                if (tickMicros == Deadline.NEVER) {
                    return;
                } else if (nanos > 0) {
                    tick.awaitNanos(nanos);
                } else {
                    passTime();
                    wakeOthers();
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the clock", e);
        } finally {
            ticking = false;
            leave();
        }
    }

    private long nextTimerMicros() {
        return Arrays.stream(kernel.sources())
                .filter(source -> kernel.object(source) instanceof KTimer)
                .mapToLong(source -> kernel.object(source).dueMicros())
                .min()
                .orElse(Deadline.NEVER);
    }

    /** The time of day in microseconds since 1601, UTC. */
    private static long utcMicros() {
        Instant now = Instant.now();
        return TimeUnit.SECONDS.toMicros(now.getEpochSecond() + SECONDS_TO_1970) + now.getNano() / 1000;
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

    /**
     * How long the wait of a thread may still last; {@link Long#MAX_VALUE} for ever, or until somebody resumes the thread, as a
     * suspended one does not notice that its time has passed.
     */
    private long nanosLeft(LiveThread thread) {
        KThread waiter = thread.kernelThread();
        if (waiter.dueMicros() == Deadline.NEVER) {
            return Long.MAX_VALUE;
        }
        long nanos = TimeUnit.MICROSECONDS.toNanos(waiter.dueMicros()) - (System.nanoTime() - startNanos);
        return nanos > 0 || kernel.canFire(waiter.id()) ? nanos : Long.MAX_VALUE;
    }
}
