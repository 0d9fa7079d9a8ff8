package org.apctck.reference.live;

/** What a thread begins with (LPTHREAD_START_ROUTINE). What it throws ends the thread, with exit code 0xFFFFFFFF. */
@FunctionalInterface
public interface ThreadRoutine {
    /**
     * Runs as the thread.
     *
     * @param parameter as it was handed to CreateThread
     * @return the exit code
     */
    int run(long parameter);
}
