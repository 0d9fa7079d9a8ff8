package org.apctck.reference.kernel;

import org.jspecify.annotations.Nullable;

/** What is decided about waitable timers: what setting, expiry, cancellation and the end of the setter make of them. */
public class TimerPolicy extends Policy {
    /** Every decision as documented. */
    public static final TimerPolicy DOCUMENTED = new TimerPolicy();

    protected TimerPolicy() {}

    /** Whether a new timer stays signaled whoever waits for it (TIMER-MANUAL-1, TIMER-SYNC-1). */
    public boolean isManualReset(Kernel kernel, boolean asked) {
        return asked;
    }

    /** Whether a new timer is signaled (TIMER-INITIAL-1). */
    public boolean isInitiallySignaled(Kernel kernel) {
        return false;
    }

    // Setting

    /** Whether a timer can have that period (TIMER-NEGPERIOD-1). */
    public boolean takesPeriod(Kernel kernel, int periodMillis) {
        return periodMillis >= 0;
    }

    /** How a timer is set when {@code by} asks for {@code asked}. */
    public KTimer.Setting set(Kernel kernel, KTimer timer, KThread by, KTimer.Setting asked) {
        return asked;
    }

    /** Whether setting a timer leaves it signaled that is so: it becomes nonsignaled (TIMER-SET-NONSIGNALED-1). */
    public boolean isSignaledWhenSet(Kernel kernel, KTimer timer, KThread by) {
        return false;
    }

    /** Whether setting a timer takes its entry off the queue of the last setter (TIMER-RESET-CANCELS-APC-1). */
    public boolean settingRemovesApc(Kernel kernel, KTimer timer, KThread by) {
        return true;
    }

    // Expiry

    /** Whether an expiry signals the timer (TIMER-APC-1). */
    public boolean isSignaledByExpiry(Kernel kernel, KTimer timer) {
        return true;
    }

    /** The thread whose queue the routine goes to: the setter's (TIMER-APC-1); null for none. */
    public @Nullable KThread receiver(Kernel kernel, KTimer timer, @Nullable KThread setter) {
        return setter;
    }

    /** What goes to the queue, of what the timer was set with. */
    public UserApc apc(Kernel kernel, KTimer timer, UserApc apc) {
        return apc;
    }

    /** When it expires next, {@link Deadline#NEVER} if not at all (TIMER-PERIODIC-1, TIMER-ONESHOT-1). */
    public long nextDueMicros(Kernel kernel, KTimer timer, long dueMicros) {
        return timer.periodMicros() > 0 ? dueMicros + timer.periodMicros() : Deadline.NEVER;
    }

    // Cancellation

    /** Whether cancelling a timer keeps it from expiring (TIMER-CANCEL-STOP-1). */
    public boolean cancelDisarms(Kernel kernel, KTimer timer, KThread by) {
        return true;
    }

    /** Whether cancelling a timer takes its entry off the queue (TIMER-CANCEL-APC-1, TIMER-CANCEL-OTHER-THREAD-1). */
    public boolean cancelRemovesApc(Kernel kernel, KTimer timer, KThread by) {
        return true;
    }

    /** Whether a timer is signaled that was cancelled: as before (TIMER-CANCEL-STATE-1). */
    public boolean isSignaledWhenCancelled(Kernel kernel, KTimer timer, boolean before) {
        return before;
    }

    /** Whether the end of its setter cancels a timer: one that has a routine (TIMER-SETTER-EXIT-1, TIMER-SETTER-EXIT-NOAPC-1). */
    public boolean endsWithSetter(Kernel kernel, KTimer timer, KThread setter) {
        return timer.hasRoutine();
    }

    /** Whether such a timer is signaled then: as before (TIMER-SETTER-EXIT-1). */
    public boolean isSignaledWithoutSetter(Kernel kernel, KTimer timer, boolean before) {
        return before;
    }

    /** Whether a timer is signaled when its routine begins: as before (TIMER-SYNC-1, TIMER-MANUAL-1). */
    public boolean isSignaledWhenRoutineBegins(Kernel kernel, KTimer timer, boolean before) {
        return before;
    }
}
