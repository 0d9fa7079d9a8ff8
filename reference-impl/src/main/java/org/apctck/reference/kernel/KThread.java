package org.apctck.reference.kernel;

import org.jspecify.annotations.Nullable;

/** A thread: its queue of user APCs, its present wait, its suspend count; signaled when it has ended. */
public final class KThread extends DispatcherObject {
    /** The exit code of a thread that has not ended. */
    public static final int STILL_ACTIVE = 259;

    /** The most suspensions a thread bears. */
    static final int SUSPEND_COUNT_MAX = 127;

    private ApcQueue userApcs = new ApcQueue();
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
    /** Of the layer above. */
    private int local;

    KThread(int id, boolean suspended) {
        super(id);
        this.suspendCount = suspended ? 1 : 0;
        this.stopped = suspended;
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
    @Override
    public long dueMicros() {
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
    boolean isStopped() {
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

    /** The number that the layer above keeps with the thread until it ends, 0 at first. */
    public int local() {
        return local;
    }

    void setLocal(int number) {
        local = number;
    }

    /** Whether user APCs are queued to the thread. */
    public boolean hasUserApc() {
        return userApcs.count() > 0;
    }

    /** Takes the oldest user APC off the queue, or null if it is empty: it runs once. */
    @Nullable
    UserApc takeUserApc() {
        return userApcs.take();
    }

    /** Whether an APC with the same routine, data and origin is queued. */
    public boolean hasQueued(UserApc apc) {
        return userApcs.contains(apc);
    }

    /** Whether an APC of that origin is queued. */
    public boolean hasUserApcOf(int origin) {
        return userApcs.contains(origin);
    }

    /** Takes every APC of that origin off the queue. */
    void removeUserApcsOf(int origin) {
        userApcs.remove(origin);
    }

    /** How many user APCs are queued. */
    public int userApcCount() {
        return userApcs.count();
    }

    /** Puts an APC before the one that {@code place} others stand before, or behind the last. */
    void insert(int place, UserApc apc) {
        userApcs.insert(place, apc);
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
        userApcs = new ApcQueue();
        stopped = false;
        doomed = false;
        doomCode = 0;
        local = 0;
    }

    @Override
    public boolean isSignaledFor(KThread thread) {
        return ended;
    }

    @Override
    int satisfy(KThread thread) {
        return NtStatus.WAIT_0;
    }

    @Override
    public boolean isConsumed() {
        return false;
    }

    @Override
    KThread copy() {
        KThread copy = (KThread) super.copy();
        copy.userApcs = userApcs.copy();
        return copy;
    }
}
