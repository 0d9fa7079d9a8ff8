package org.apctck.spec.api;

import java.util.List;

/**
 * What a call does that others than its function keep count of, if it succeeds: who performs a program must know which threads are
 * suspended, and who reads a trace whom a handle stands for. The arguments that it does it with have a {@link Role}. Whether a
 * call waits is told by its roles alone.
 */
public enum Effect {
    /** Nothing that anybody keeps count of. */
    NONE,
    /** Lets another thread run, if one is ready. */
    GIVES_WAY,
    /** Makes a thread, which runs ROUTINE with DATA, as CREATION says, and tells its IDENTIFIER; returns a handle. */
    CREATES_THREAD(Role.ROUTINE, Role.DATA, Role.CREATION, Role.IDENTIFIER),
    /** Returns a handle of the thread of that IDENTIFIER. */
    OPENS_THREAD(Role.IDENTIFIER),
    /** Returns a handle of an object that is no thread. */
    OPENS_OBJECT,
    /** Writes a copy of HANDLE to COPY; by OPTIONS it closes HANDLE. */
    COPIES_HANDLE(Role.HANDLE, Role.COPY, Role.OPTIONS),
    /** Closes HANDLE. */
    CLOSES_HANDLE(Role.HANDLE),
    /** Returns what stands for whoever uses it. */
    NAMES_CALLER,
    /** Returns the identifier of its caller. */
    IDENTIFIES_CALLER,
    /** Queues ROUTINE with DATA to THREAD. */
    QUEUES_APC(Role.ROUTINE, Role.DATA, Role.THREAD),
    /** Raises the suspend count of THREAD. */
    SUSPENDS_THREAD(Role.THREAD),
    /** Lowers the suspend count of THREAD. */
    RESUMES_THREAD(Role.THREAD),
    /** Ends the calling thread. */
    ENDS_CALLER,
    /** Ends THREAD. */
    ENDS_THREAD(Role.THREAD),
    /** Signals OBJECT. */
    SIGNALS_OBJECT(Role.OBJECT),
    /** Signals OBJECT for those who wait. */
    PULSES_OBJECT(Role.OBJECT),
    /** Makes OBJECT nonsignaled. */
    RESETS_OBJECT(Role.OBJECT),
    /**
     * Arms OBJECT, a timer, which is signaled by itself at DUE_TIME and after each PERIOD, and then queues ROUTINE with DATA to its
     * caller.
     */
    ARMS_TIMER(Role.OBJECT, Role.DUE_TIME, Role.PERIOD, Role.ROUTINE, Role.DATA),
    /** Lets OBJECT, a timer, do nothing by itself any more. */
    DISARMS_TIMER(Role.OBJECT),
    /** Asks FILE to read or write, by the request REQUEST, which ends by itself and then queues ROUTINE to its caller. */
    ISSUES_REQUEST(Role.FILE, Role.REQUEST, Role.ROUTINE),
    /** Asks FILE to read or write, by the request REQUEST, which may end by itself, if there is one. */
    TRANSFERS(Role.FILE, Role.REQUEST),
    /** Cancels requests of FILE. */
    CANCELS_REQUESTS(Role.FILE);

    private final List<Role> roles;

    Effect(Role... roles) {
        this.roles = List.of(roles);
    }

    /** The roles of the arguments that it needs. */
    public List<Role> roles() {
        return roles;
    }
}
