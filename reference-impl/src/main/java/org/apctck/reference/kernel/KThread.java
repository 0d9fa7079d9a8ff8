package org.apctck.reference.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A thread: its queue of user APCs, its present wait, its suspend count; signaled when it has ended. */
public final class KThread extends DispatcherObject {
    /** The exit code of a thread that has not ended. */
    public static final int STILL_ACTIVE = 259;

    /** The most suspensions a thread bears. */
    static final int SUSPEND_COUNT_MAX = 127;

    private static final UserApc[] EMPTY = {};

    /** Oldest first, from {@link #firstApc} to before {@link #endApc}. */
    private UserApc[] userApcs = EMPTY;

    private int firstApc;
    private int endApc;
    /** Whether a copy has the same array, which then is not changed but replaced. */
    private boolean sharesApcs;

    private @Nullable Wait wait;
    private int waitStatus = NtStatus.SUCCESS;
    private int suspendCount;
    /** Whether its suspension has taken effect. */
    private boolean stopped;
    /** Whether it was terminated, which takes effect no later than it is next seen at rest. */
    private boolean doomed;

    private int doomCode;
    private boolean ended;
    private int exitCode = STILL_ACTIVE;
    /** What it does, as its driver says: the number of its call, and in how many routines. Only faults ask. */
    private int call = -1;

    private int routines;

    KThread(int id, boolean suspended) {
        super(id);
        this.suspendCount = suspended ? 1 : 0;
        this.stopped = suspended;
    }

    private KThread(KThread other) {
        super(other);
        this.userApcs = other.userApcs;
        this.firstApc = other.firstApc;
        this.endApc = other.endApc;
        this.sharesApcs = true;
        other.sharesApcs = true;
        this.wait = other.wait;
        this.waitStatus = other.waitStatus;
        this.suspendCount = other.suspendCount;
        this.stopped = other.stopped;
        this.doomed = other.doomed;
        this.doomCode = other.doomCode;
        this.ended = other.ended;
        this.exitCode = other.exitCode;
        this.call = other.call;
        this.routines = other.routines;
    }

    /** Whether the thread is in a wait that goes on. */
    public boolean isWaiting() {
        return wait != null;
    }

    /** How the last wait ended; {@link NtStatus#PENDING} while it goes on. */
    public int waitStatus() {
        return wait != null ? NtStatus.PENDING : waitStatus;
    }

    /** How the last wait ended that is over; {@link NtStatus#SUCCESS} if there is none. */
    public int lastWaitStatus() {
        return waitStatus;
    }

    /** When the present wait times out; {@link Deadline#NEVER} if it does not or there is none. */
    public long deadlineMicros() {
        return wait != null ? wait.deadlineMicros() : Deadline.NEVER;
    }

    /** Whether the thread may execute: not waiting, not stopped by a suspension, not ended. */
    public boolean isRunnable() {
        return wait == null && !isStopped() && !ended;
    }

    /** Whether its suspend count is above zero; it may still run for a moment. */
    public boolean isSuspended() {
        return suspendCount > 0 && !ended;
    }

    /** Whether it is suspended and stands still. */
    public boolean isStopped() {
        return isSuspended() && stopped;
    }

    /** Whether another thread has terminated it and it has not ended yet. */
    public boolean isDoomed() {
        return doomed && !ended;
    }

    public boolean hasEnded() {
        return ended;
    }

    /** The exit code, {@link #STILL_ACTIVE} until the thread has ended. */
    public int exitCode() {
        return exitCode;
    }

    /**
     * Tells what the thread does from now on. The kernel never looks behind it; it is for policies that decide for one
     * function otherwise than for another.
     *
     * @param number of the call, as the driver counts functions
     * @param depth in how many routines the thread is
     */
    void enter(int number, int depth) {
        call = number;
        routines = depth;
    }

    /** The call that the thread is in or has made last, -1 before its first. */
    public int call() {
        return call;
    }

    /** In how many routines it is with that call. */
    public int routines() {
        return routines;
    }

    /** Whether user APCs are queued to the thread. */
    public boolean hasUserApc() {
        return firstApc < endApc;
    }

    /** Takes the oldest user APC off the queue, or null if it is empty: it runs once. */
    public @Nullable UserApc takeUserApc() {
        if (!hasUserApc()) {
            return null;
        }
        UserApc oldest = userApcs[firstApc];
        if (!sharesApcs) {
            userApcs[firstApc] = UserApc.NONE;
        }
        firstApc++;
        return oldest;
    }

    /** How many user APCs are queued. */
    public int userApcCount() {
        return endApc - firstApc;
    }

    /** Puts an APC before the one that {@code place} others stand before, or behind the last. */
    public void insert(int place, UserApc apc) {
        int count = userApcCount();
        if (sharesApcs || endApc == userApcs.length) {
            // Twice as many where nobody shares them, so that it is not done again for each; a state of many needs no
            // room.
            int room = sharesApcs ? count + 1 : 2 * count + 1;
            userApcs = Arrays.copyOfRange(userApcs, firstApc, firstApc + room);
            Arrays.fill(userApcs, count, room, UserApc.NONE);
            firstApc = 0;
            endApc = count;
            sharesApcs = false;
        }
        int at = firstApc + place;
        System.arraycopy(userApcs, at, userApcs, at + 1, endApc - at);
        userApcs[at] = apc;
        endApc++;
    }

    /** The wait that goes on, or null. */
    public @Nullable Wait currentWait() {
        return wait;
    }

    void beginWait(Wait begun) {
        wait = begun;
    }

    void endWait(int status) {
        wait = null;
        waitStatus = status;
    }

    int suspendCount() {
        return suspendCount;
    }

    void setSuspendCount(int count) {
        suspendCount = count;
        stopped &= count > 0;
    }

    void stop() {
        stopped = suspendCount > 0;
    }

    void doom(int code) {
        doomed = true;
        doomCode = code;
    }

    int doomCode() {
        return doomCode;
    }

    /** Ends; what the thread can never need again becomes the same for all that have ended. */
    void end(int code) {
        ended = true;
        exitCode = code;
        userApcs = EMPTY;
        firstApc = 0;
        endApc = 0;
        stopped = false;
        doomed = false;
        doomCode = 0;
    }

    @Override
    public boolean isSignaledFor(KThread thread) {
        return ended;
    }

    @Override
    public int satisfy(KThread thread) {
        return NtStatus.WAIT_0;
    }

    @Override
    public boolean isConsumed() {
        return false;
    }

    @Override
    KThread copy() {
        return new KThread(this);
    }

    @Override
    void writeTo(StateWriter out) {
        super.writeTo(out);
        out.put(userApcCount());
        for (int i = firstApc; i < endApc; i++) {
            out.put(userApcs[i].routine());
            out.put(userApcs[i].data());
        }
        out.put((ended ? 1 : 0) | (wait != null ? 2 : 0) | (stopped ? 4 : 0) | (doomed ? 8 : 0));
        out.put(doomCode);
        out.put(call);
        out.put(routines);
        out.put(suspendCount);
        out.put(exitCode);
        out.put(waitStatus);
        if (wait != null) {
            out.put(wait.objects());
            out.put((wait.all() ? 1 : 0) | (wait.alertable() ? 2 : 0));
            out.putTime(wait.deadlineMicros());
        }
    }

    @Override
    int kind() {
        return 'T';
    }
}
