package org.apctck.reference.live;

/** What an address that the kernel knows stands for: a start routine, an APC routine or the routine of a timer. */
@FunctionalInterface
interface LiveRoutine {
    /**
     * Runs on the calling thread.
     *
     * @param arguments as many as {@link org.apctck.spec.program.Routine.Kind#parameters} has for it
     * @return the exit code of a start routine; of another one nobody sees it
     */
    int run(long... arguments);
}
