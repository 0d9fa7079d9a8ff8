package org.apctck.reference.kernel;

/**
 * A waitable timer: signaled by itself when it is due, and again after each period.
 *
 * <p>It has one entry in the queue of the thread that has set it, or none.
 */
public final class KTimer extends DispatcherObject {
    private static final int NOBODY = -1;

    private final boolean manualReset;
    private boolean signaled;

    @Time
    private long dueMicros = Deadline.NEVER;

    private long periodMicros;
    /** The thread that has set it, or {@link #NOBODY}. */
    private int setter = NOBODY;
    /** Whether that was done by the function of which one page says that the end of its caller cancels the timer (TIMER-SETTER-EX-1). */
    private boolean setByEx;
    /** What it queues; {@link UserApc#NONE} for nothing. */
    private UserApc apc = UserApc.NONE;

    /** Whether it has expired since it was set. */
    private boolean expired;

    @NoState("a program is told no more than that it is on time")
    private long signaledUtcMicros;

    KTimer(int id, boolean manualReset, boolean signaled) {
        super(id);
        this.manualReset = manualReset;
        this.signaled = signaled;
    }

    /**
     * How a timer is set.
     *
     * @param dueMicros by the clock of the kernel; {@link Deadline#NEVER} for a timer that does not expire
     * @param periodMicros 0 for one that expires once
     * @param routine the address of what it queues, or 0
     * @param data what that is given
     * @param ex whether SetWaitableTimerEx sets it
     */
    public record Setting(long dueMicros, long periodMicros, long routine, long data, boolean ex) {}

    public boolean isManualReset() {
        return manualReset;
    }

    /** Whether it will expire. */
    public boolean isArmed() {
        return dueMicros != Deadline.NEVER;
    }

    public boolean isSignaled() {
        return signaled;
    }

    /** Whether it queues a routine when it expires. */
    public boolean hasRoutine() {
        return apc.routine() != 0;
    }

    /** Whether {@code thread} has set it last. */
    public boolean isSetBy(KThread thread) {
        return setter == thread.id();
    }

    /** Whether it was set by SetWaitableTimerEx. */
    public boolean isSetByEx() {
        return setByEx;
    }

    /** When it expires again after each expiry, in microseconds; 0 for never. */
    public long periodMicros() {
        return periodMicros;
    }

    /** When it has expired last, in microseconds since 1601, UTC. */
    public long signaledUtcMicros() {
        return signaledUtcMicros;
    }

    void setSignaledUtcMicros(long micros) {
        signaledUtcMicros = micros;
    }

    @Override
    public long dueMicros() {
        return dueMicros;
    }

    int setter() {
        return setter;
    }

    /** What it queues when it expires, if it {@link #hasRoutine has a routine}. */
    public UserApc apc() {
        return apc;
    }

    void setSignaled(boolean value) {
        signaled = value;
    }

    void arm(Setting setting, KThread by) {
        dueMicros = setting.dueMicros();
        periodMicros = setting.periodMicros();
        expired = false;
        setter = by.id();
        setByEx = setting.ex();
        apc = setting.routine() == 0 ? UserApc.NONE : new UserApc(setting.routine(), setting.data(), id());
    }

    /** Whether it expires again and again, and has done so since it was set. */
    public boolean isRepeating() {
        return expired && periodMicros > 0;
    }

    /** Has expired, and does so next at that time. */
    void expire(long nextMicros) {
        dueMicros = nextMicros;
        expired = true;
    }

    /** Does nothing by itself any more; what it can never need again becomes the same for all that are disarmed. */
    void disarm() {
        dueMicros = Deadline.NEVER;
        periodMicros = 0;
        expired = false;
    }

    /** Queues nothing any more. */
    void forgetSetter() {
        setter = NOBODY;
        setByEx = false;
        apc = UserApc.NONE;
    }

    @Override
    public boolean isSignaledFor(KThread thread) {
        return signaled;
    }

    @Override
    int satisfy(KThread thread) {
        signaled &= manualReset;
        return NtStatus.WAIT_0;
    }

    @Override
    public boolean isConsumed() {
        return !manualReset;
    }
}
