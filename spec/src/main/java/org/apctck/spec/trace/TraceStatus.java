package org.apctck.spec.trace;

/** How the run of a program ended. */
public enum TraceStatus {
    /** Quiescent after its last entry; threads may be blocked for ever. */
    COMPLETED,
    /** An entry could not start because its thread is blocked for ever in an earlier call, is suspended or has ended. */
    STUCK,
    /** At the time limit every live thread was seen blocked and no finite wait was outstanding. */
    TIMEOUT,
    /** At the time limit a thread was still runnable or could not be seen. */
    UNSETTLED,
    /** The process that ran it ended before the program did. */
    CRASHED,
    /** A function that the program needs answered that it is not implemented, or is not exported. */
    NOT_IMPLEMENTED,
    /** The one who ran it is at fault: the agent or the kit. */
    FAULT
}
