package org.apctck.reference.live;

/**
 * What an expired timer has the thread run that has set it (PTIMERAPCROUTINE), in an alertable wait of that thread. What it
 * throws comes out of the function that ran it.
 */
@FunctionalInterface
public interface TimerRoutine {
    /**
     * @param argument as it was handed to SetWaitableTimer
     * @param time when the timer was signaled, in units of 100 ns since 1601, UTC; C gets it in two halves
     */
    void run(long argument, long time);
}
