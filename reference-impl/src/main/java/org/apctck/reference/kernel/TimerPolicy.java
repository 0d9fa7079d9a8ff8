package org.apctck.reference.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is decided about waitable timers: what setting, expiry, cancellation and the end of the setter make of them. */
public class TimerPolicy extends Policy {
    /** Every decision as documented. */
    public static final TimerPolicy DOCUMENTED = new TimerPolicy();

    protected TimerPolicy() {}

    // Setting

    /**
     * How a timer is set when {@code by} asks for {@code asked}: so, whatever it was set to before (TIMER-RESET-STOPS-1).
     *
     * @return null where nothing changes
     */
    public KTimer.@Nullable Setting set(Kernel kernel, KTimer timer, KThread by, KTimer.Setting asked) {
        return asked;
    }

    /** Whether that takes the entry of the timer off the queue (TIMER-RESET-CANCELS-APC-1, TIMER-RESET-NULL-1). */
    public boolean settingRemovesApc(Kernel kernel, KTimer timer, KThread by, KTimer.Setting setting) {
        return true;
    }

    /** Whether a timer is signaled that is set (TIMER-SET-NONSIGNALED-1, TIMER-RESET-WAITERS-1). */
    public boolean isSignaledWhenSet(Kernel kernel, KTimer timer, KThread by) {
        return false;
    }

    // Expiry

    /** When a timer that expires does so next, {@link Deadline#NEVER} if not at all (TIMER-PERIODIC-1, TIMER-ONESHOT-1). */
    public long nextDueMicros(Kernel kernel, KTimer timer, long dueMicros) {
        return timer.periodMicros() > 0 ? dueMicros + timer.periodMicros() : Deadline.NEVER;
    }

    /** Whether an expiry signals the timer (TIMER-SIGNAL-BEFORE-APC-1, TIMER-NULLROUTINE-1). */
    public boolean isSignaledByExpiry(Kernel kernel, KTimer timer) {
        return true;
    }

    /**
     * Whether a timer is signaled when its expiry has ended the waits that it ends (TIMER-SYNC-1, TIMER-PERIODIC-MANUAL-1).
     *
     * @param released whether there was one
     */
    public boolean isSignaledAfterExpiry(Kernel kernel, KTimer timer, boolean released, boolean signaled) {
        return signaled;
    }

    /** The threads that get the routine, if there is one: its setter (TIMER-APC-1, TIMER-ONLYSETTER-1). */
    public List<KThread> receivers(Kernel kernel, KTimer timer, @Nullable KThread setter) {
        return setter == null || !timer.hasRoutine() ? List.of() : List.of(setter);
    }

    /** What goes to their queues: the routine and the argument that the timer was set with (TIMER-ARGS-1). */
    public UserApc apc(Kernel kernel, KTimer timer, UserApc apc) {
        return apc;
    }

    /** What the routine is told of the time, in units of 100 ns: when the timer was signaled (TIMER-ARGS-1). */
    public long timeTold(Kernel kernel, KTimer timer, long signaled) {
        return signaled;
    }

    /** Whether a timer is signaled when its routine begins: as before (TIMER-SYNC-ROUTINE-1, TIMER-MANUAL-1). */
    public boolean isSignaledWhenRoutineBegins(Kernel kernel, KTimer timer, boolean before) {
        return before;
    }

    /** Whether a timer is signaled that a wait has taken: a manual-reset one (TIMER-MANUAL-1, TIMER-SYNC-1). */
    public boolean isSignaledAfterWait(Kernel kernel, KTimer timer, KThread waiter, boolean signaled) {
        return signaled;
    }

    // Cancellation

    /** Whether a timer can be cancelled: by any thread (TIMER-CANCEL-OTHER-THREAD-1). */
    public int cancellation(Kernel kernel, KTimer timer, KThread by) {
        return NtStatus.SUCCESS;
    }

    /** Whether that takes its entry off the queue (TIMER-CANCEL-APC-1, TIMER-CANCEL-OTHER-THREAD-1). */
    public boolean cancelRemovesApc(Kernel kernel, KTimer timer, KThread by) {
        return true;
    }

    /** Whether it keeps the timer from expiring (TIMER-CANCEL-STOP-1). */
    public boolean cancelDisarms(Kernel kernel, KTimer timer, KThread by) {
        return true;
    }

    /** Whether a timer is signaled that is cancelled: as before (TIMER-CANCEL-STATE-1). */
    public boolean isSignaledWhenCancelled(Kernel kernel, KTimer timer, KThread by, boolean before) {
        return before;
    }

    // The end of the setter, and of handles

    /**
     * Whether the end of its setter cancels a timer: one that has a routine (TIMER-SETTER-EXIT-1, TIMER-SETTER-EXIT-NOAPC-1).
     *
     * @param terminated whether another thread has ended it
     */
    public boolean endsWithSetter(Kernel kernel, KTimer timer, KThread setter, boolean terminated) {
        return timer.hasRoutine();
    }

    /** Whether such a timer is signaled then: as before (TIMER-SETTER-EXIT-1). */
    public boolean isSignaledWithoutSetter(Kernel kernel, KTimer timer, KThread setter, boolean before) {
        return before;
    }

    /** Whether closing any handle of a timer cancels it (TIMER-HANDLES-1). */
    public boolean closingEnds(Kernel kernel, KTimer timer) {
        return false;
    }

    /** Takes every APC off the queue of the thread that has set a timer last, if there is one. */
    protected static void dropApcsOfSetter(Kernel kernel, KTimer timer) {
        KThread setter = kernel.setterOf(timer);
        if (setter != null) {
            dropApcs(setter);
        }
    }
}
