package org.apctck.reference.live;

import org.jspecify.annotations.Nullable;

/** Waitable timers: objects that are signaled by themselves and can queue a routine to the thread that has set them. */
public interface TimerApi {
    /** Flag of {@link #createWaitableTimerEx}: the timer stays signaled until it is set again. */
    int CREATE_WAITABLE_TIMER_MANUAL_RESET = 0x1;

    /** The right to set and cancel a timer. */
    int TIMER_MODIFY_STATE = 0x2;

    int TIMER_ALL_ACCESS = 0x1F_0003;

    /**
     * Makes a timer, inactive and not signaled.
     *
     * @param manualReset whether it stays signaled until it is set again, or only until it has released one waiter
     * @return a handle with all access
     * @see <a href="https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-createwaitabletimerw">CreateWaitableTimerW</a>
     */
    Handle createWaitableTimer(boolean manualReset);

    /**
     * Makes a timer.
     *
     * @param flags {@link #CREATE_WAITABLE_TIMER_MANUAL_RESET} or 0
     * @param desiredAccess the rights of the handle
     * @see <a href="https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-createwaitabletimerexw">CreateWaitableTimerExW</a>
     */
    Handle createWaitableTimerEx(int flags, int desiredAccess);

    /**
     * Sets a timer. What it was set for before is cancelled, its queued routine included, and it is not signaled.
     *
     * @param timer needs {@link #TIMER_MODIFY_STATE} access, else 5 ERROR_ACCESS_DENIED; 6 ERROR_INVALID_HANDLE for what is no timer
     * @param dueTime when it is signaled, in units of 100 ns: negative from now, positive as a time of day since 1601, UTC
     * @param period milliseconds after which it is signaled again, and so on; 0 for once, below 0 is 87 ERROR_INVALID_PARAMETER
     * @param routine what the calling thread is to run in an alertable wait each time, or null; a routine that is still queued is
     *     not queued again, and the end of the calling thread cancels the timer
     * @param argument passed to {@code routine} unchanged
     * @param resume asks to wake the machine, which does nothing but set the last error to 50 ERROR_NOT_SUPPORTED
     * @return nonzero, or 0
     * @see <a href="https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-setwaitabletimer">SetWaitableTimer</a>
     */
    int setWaitableTimer(
            Handle timer, long dueTime, int period, @Nullable TimerRoutine routine, long argument, boolean resume);

    /**
     * Sets a timer as {@link #setWaitableTimer} does.
     *
     * @param tolerableDelay milliseconds by which it may be late; it is not
     * @see <a href="https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-setwaitabletimerex">SetWaitableTimerEx</a>
     */
    int setWaitableTimerEx(
            Handle timer, long dueTime, int period, @Nullable TimerRoutine routine, long argument, int tolerableDelay);

    /**
     * Cancels a timer, whoever has set it: it is not signaled by itself any more and its routine does not run, not even one that is
     * queued. Whether it is signaled does not change.
     *
     * @param timer needs {@link #TIMER_MODIFY_STATE} access
     * @return nonzero, or 0
     * @see <a href="https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-cancelwaitabletimer">CancelWaitableTimer</a>
     */
    int cancelWaitableTimer(Handle timer);
}
