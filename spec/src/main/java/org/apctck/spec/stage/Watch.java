package org.apctck.spec.stage;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apctck.spec.api.Effect;
import org.apctck.spec.program.Entry;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.TraceStatus;
import org.jspecify.annotations.Nullable;

/**
 * Waits until the program is quiescent, or sees that it never will be.
 *
 * <p>A thread that goes idle or ends wakes the director. That a thread is blocked shows only from outside and only by
 * looking repeatedly, so the director polls; nothing else here depends on the length of a pause.
 */
final class Watch {
    /** Between two looks. Shorter than a thread needs to be woken, block again and come out the same is not possible. */
    private static final long POLL_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

    /** Equal rounds in a row that prove that a thread is blocked: one wait of a moment looks the same as any other. */
    private static final int ROUNDS = 3;

    /** How long a wait may be overdue, or a thread be held where it has nothing to wait for, before it counts as a hang. */
    static final long HANG_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** How many times as long a program may take that looks at rest, while threads beside it run that might deceive the look. */
    private static final int PATIENCE = 4;

    /** The longest pause while time passes: a wait may end before its time-out. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private static final Set<Effect> STOPS = EnumSet.of(Effect.SUSPENDS_THREAD, Effect.ENDS_THREAD);

    private final Scene scene;
    private final Lookout lookout;
    private final Allowance allowance;
    private final boolean isStoppedAnywhere;

    Watch(Scene scene, Allowance allowance) {
        this.scene = scene;
        this.lookout = new Lookout(scene);
        this.allowance = allowance;
        this.isStoppedAnywhere = isStoppedAnywhere(scene.program());
    }

    /**
     * Returns when the program is quiescent; finite waits may be in progress.
     *
     * @throws Breakoff at the limit, or when the program cannot go on
     */
    Round settle() throws Breakoff {
        @Nullable Round last = null;
        int equal = 0;
        boolean quiet = false;
        long lastChangeNanos = System.nanoTime();
        for (; ; ) {
            scene.checkBreakoff();
            Round round = lookout.look();
            equal = round.equals(last) ? equal + 1 : 1;
            long nowNanos = System.nanoTime();
            if (equal == 1) {
                lastChangeNanos = nowNanos;
                quiet = false;
            }
            if (round.isAtRest() && round.events() == scene.recorder().count()) {
                if (quiet || !round.isByLooks()) {
                    scene.checkBreakoff(); // a thread may have broken off just before it came to rest
                    return round;
                }
                quiet = equal >= ROUNDS && scene.platform().isQuiet();
            }
            int times = round.isAtRest() ? PATIENCE : 1;
            boolean limit = allowance.isUsedUp(times);
            // Threads that look at rest, only that others run which might deceive the look, do not hang.
            boolean stuck = !round.isAtRest() && (limit ? equal >= ROUNDS : nowNanos - lastChangeNanos > HANG_NANOS);
            if (stuck && round.isHung(nowNanos)) {
                throw hang(round.describe());
            }
            if (limit) {
                throw new Breakoff(
                        TraceStatus.UNSETTLED,
                        "not quiescent within " + times * allowance.limitMillis() + " ms: " + round.describe()
                                + (round.isAtRest() ? ", and other threads of the process run" : ""));
            }
            last = round;
            pause(POLL_NANOS);
        }
    }

    /** A hang is not blamed on the implementation where the agent may have done it to itself. */
    private Breakoff hang(String evidence) {
        return isStoppedAnywhere && !scene.platform().survivesStopsAnywhere()
                ? new Breakoff(
                        TraceStatus.UNSETTLED,
                        evidence + "; a thread that was stopped inside the runtime of the agent may hold the others up")
                : new Breakoff(TraceStatus.TIMEOUT, evidence);
    }

    /** Whether a thread may be stopped while it runs: in a race nobody knows where it is. */
    private static boolean isStoppedAnywhere(Program program) {
        return program.script().stream()
                .filter(Entry.Race.class::isInstance)
                .flatMap(race -> race.calls().stream())
                .anyMatch(call -> STOPS.contains(call.function().effect()));
    }

    /** Whether a thread stands as it did when it was seen, and has not run in between. */
    boolean isStill(Seen seen) {
        return lookout.isStill(seen);
    }

    /**
     * Lets time pass until {@code round} has no finite wait any more.
     *
     * @throws Breakoff if a finite wait does not end
     */
    Round settleWithoutFiniteWaits(Round round) throws Breakoff {
        Round present = round;
        while (present.hasFiniteWait()) {
            present = letTimePass(present);
        }
        return present;
    }

    /**
     * Lets some time pass while finite waits are in progress; returns at the next quiescent point.
     *
     * @throws Breakoff if a finite wait does not end
     */
    Round letTimePass(Round round) throws Breakoff {
        long beganNanos = System.nanoTime();
        long nextNanos = round.nextTimeoutNanos(beganNanos);
        if (nextNanos < -HANG_NANOS) {
            throw hang("a time-out is overdue: " + round.describe());
        }
        pause(Math.min(PAUSE_NANOS, Math.max(POLL_NANOS, nextNanos)));
        long pausedNanos = System.nanoTime() - beganNanos;
        Round next = settle();
        // Where nothing happened, the looks took time of the wait as well, and a wait of 10 s is looked at 5,000 times.
        // Where something did, they count: a program that sleeps for a moment again and again must come to its limit.
        allowance.extend(next.events() == round.events() ? System.nanoTime() - beganNanos : pausedNanos);
        return next;
    }

    /** Lets {@code millis} milliseconds pass. */
    void elapse(int millis) throws Breakoff {
        long beganNanos = System.nanoTime();
        long durationNanos = TimeUnit.MILLISECONDS.toNanos(millis);
        for (long passed = 0; passed < durationNanos; passed = System.nanoTime() - beganNanos) {
            scene.checkBreakoff();
            LockSupport.parkNanos(durationNanos - passed);
        }
        allowance.extend(durationNanos);
    }

    /** Returns when {@code condition} holds, which the home thread brings about. */
    void await(BooleanSupplier condition) throws Breakoff {
        while (!condition.getAsBoolean()) {
            scene.checkBreakoff();
            if (allowance.isUsedUp(1)) {
                throw new Breakoff(TraceStatus.UNSETTLED, "the set-up did not end");
            }
            pause(PAUSE_NANOS);
        }
    }

    private static void pause(long nanos) {
        LockSupport.parkNanos(nanos);
    }
}
