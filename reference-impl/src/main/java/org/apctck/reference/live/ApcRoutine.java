package org.apctck.reference.live;

/**
 * What a user-mode APC runs (PAPCFUNC).
 *
 * <p>A routine may call every function, wait and exit its thread. What it throws comes out of the function that ran it, and
 * the APCs behind it stay queued; at the start of a thread it ends the thread.
 */
@FunctionalInterface
public interface ApcRoutine {
    /** @param data as it was handed to QueueUserAPC */
    void run(long data);
}
