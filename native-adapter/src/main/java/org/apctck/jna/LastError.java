package org.apctck.jna;

/** Where the last error of the calling thread is kept. */
interface LastError {
    /** The last error that the function called just before has left on the calling thread. */
    long get();

    void set(long code);

    /** Makes the calling thread hold what {@link #get} says, whatever Java or JNA has done on it since. */
    void restore();
}
