package org.apctck.spec.api;

/**
 * What an argument is to its call, whatever the function calls it: as far as anybody but the function itself needs to know. An
 * {@link Effect} needs the roles that it lists; those of a wait are independent of it.
 */
public enum Role {
    /** The thread that the call acts upon. */
    THREAD,
    /** The routine that a thread is to run. */
    ROUTINE,
    /** What that routine is given. */
    DATA,
    /** How the thread is created. */
    CREATION,
    /** The identifier of a thread, given or received. */
    IDENTIFIER,
    /** The handle that is copied or closed. */
    HANDLE,
    /** Receives the copy. */
    COPY,
    /** What becomes of the handle that is copied. */
    OPTIONS,
    /** The object whose state the call changes. */
    OBJECT,
    /** The object that the call waits for, or a list of them. */
    AWAITED,
    /** How many objects the call waits for. */
    COUNT,
    /** Whether it waits for all of them. */
    ALL,
    /** How long the call waits at most. */
    TIMEOUT,
    /** Whether APCs may end the wait. */
    ALERTABLE,
    /** When the timer is due. */
    DUE_TIME,
    /** How long after each expiry a timer expires again. */
    PERIOD,
    /** The file, or end of a pipe, that is asked to read or write. */
    FILE,
    /** The OVERLAPPED that stands for the request. */
    REQUEST,
    /** The memory that the request fills. */
    BUFFER,
    /** The error code that the caller gets. */
    ERROR
}
