package org.apctck.jna;

import com.sun.jna.Function;
import com.sun.jna.Pointer;

/** Where the last error of the calling thread is kept. */
interface LastError {
    /** The last error that the function called just before has left on the calling thread. */
    long get();

    void set(long code);

    /** Makes the calling thread hold what {@link #get} says, whatever Java or JNA has done on it since. */
    void restore();

    /** The function to call in place of {@code export}: it begins with the last error that was set or restored before. */
    Function around(Function export);

    /**
     * The address at which the implementation is to enter a routine.
     *
     * @param arguments how many it is called with, without what the entrance adds
     */
    Pointer entrance(Pointer routine, int arguments);

    /**
     * The calling thread has entered a routine: {@link #get} says what it held then.
     *
     * @param kept what the entrance has added to the arguments of the routine
     */
    void entered(long kept);

    /** The calling thread leaves a routine: it holds what {@link #get} says once the implementation goes on. */
    void leaves(long kept);
}
