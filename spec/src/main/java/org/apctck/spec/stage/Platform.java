package org.apctck.spec.stage;

import java.util.List;
import org.apctck.spec.api.ApiFunction;

/**
 * An implementation of the API as the {@link Stage} sees it: raw values in, raw values out.
 *
 * <p>Whatever is about names, events and quiescence is the stage's. {@link #call} and {@link #identify} are entered by the
 * threads of the program, {@link #look} and {@link #onHomeThread} by the one thread that directs the performance.
 */
public interface Platform {
    /** What stands behind it, for people: {@code libwinpr2.so.2}. */
    String name();

    /** Whether the implementation has the function. */
    boolean has(ApiFunction function);

    /**
     * Calls a function on the calling thread, which is blocked for as long as the function blocks it.
     *
     * <p>A function that ends the calling thread does not return, or unwinds with an {@link Error} of the implementation's
     * own, which passes through the stage.
     *
     * @param arguments one for each parameter of the declaration
     */
    Answer call(ApiFunction function, List<Argument> arguments);

    /** Whether the last request of an OVERLAPPED has not ended; asked by the one thread that directs the performance. */
    default boolean isInProgress(Memory overlapped) {
        return false; // where requests end in the call that makes it possible
    }

    /**
     * Returns when the calling thread may go on; to be asked before it makes a call. For an implementation that can suspend or
     * terminate a thread only where it enters the implementation; elsewhere a stopped thread does not come here.
     */
    default void awaitTurn() {
        // Who gets here may go on.
    }

    /**
     * Runs {@code work} on a thread that may call the implementation and is no thread of any program, and returns at once.
     * The same thread every time, one piece of work after the other.
     */
    void onHomeThread(Runnable work);

    /** A number by which {@link #look} finds the calling thread. Called once by each thread of a program. */
    long identify();

    /** Looks at a thread from outside, without entering the implementation and without waiting. */
    Sighting look(long thread);

    /**
     * Whether a thread may be suspended or terminated wherever it is without harm to the others. Not where it may be inside a
     * runtime that waits for it or whose locks it holds, as a JVM does.
     */
    default boolean survivesStopsAnywhere() {
        return true;
    }

    /**
     * Whether no thread of this process runs or could run but the calling one, as far as can be seen.
     *
     * <p>A thread that waits for a lock of the runtime looks blocked like any other, for as long as the holder of the lock
     * waits for a processor, which on a busy machine is long. True is the answer where looks are not deceived by that.
     */
    default boolean isQuiet() {
        return true;
    }

    /** A value that the implementation never issued as a handle. */
    long invalidHandle();

    /** Every thread of the program is gone, so its upcalls are not entered any more and may be forgotten. */
    void forgetUpcalls();
}
