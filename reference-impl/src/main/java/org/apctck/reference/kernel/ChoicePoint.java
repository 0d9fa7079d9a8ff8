package org.apctck.reference.kernel;

import java.util.List;

/** Where the reference has a choice. A schedule choice is free each time; a reading is fixed for a whole run. */
public enum ChoicePoint {
    /** Which thread runs next, or whether time passes first. */
    NEXT_STEP,
    /** Which of several waiters gets an object that only one can have; the documentation promises no order. */
    WAITER,
    /** Whether a pulse releases a waiter or misses it (SIGNALWAIT-PULSE-1). */
    PULSE,
    /**
     * Whether what would end the wait of a suspended thread does so at once, and which of several causes does when it is resumed
     * (THREAD-SUSPENDED-WAIT-1).
     */
    SUSPENDED_WAITER,
    /** What suspending or resuming a thread that has ended comes to (THREAD-ENDED-COUNT-1). */
    ENDED_THREAD,
    /** What a call answers where the answer depends on what no program controls, such as what else the machine does. */
    CHANCE,
    /** Which of several requests that have ended is told first; the documentation promises no order (FILEIO-ORDER-1). */
    COMPLETION,
    /** A reading of DELIVER-TIE-SIGNALED-1: what ends an alertable wait that is entered when both are there. */
    APC_BEFORE_SIGNALED_OBJECT("apc-first", "object-first"),
    /** A reading of SIGNALWAIT-ATOMIC-1: whether others can act between the signal and the wait. */
    SIGNAL_AND_WAIT_ATOMIC("atomic", "not-atomic"),
    /** A reading of RETURN-WFMO-TWICE-1: what a wait for all comes to in which an object stands twice. */
    OBJECT_TWICE_IN_WAIT_FOR_ALL("fails", "waits"),
    /** A reading of RETURN-WFMO-PSEUDO-1: whether a wait for several objects takes the handle of GetCurrentThread or -Process. */
    PSEUDO_HANDLE_AMONG_SEVERAL("taken", "refused"),
    /** A reading of RETURN-WFMO-INDEX-BLOCKED-1: what a wait for any object that has blocked reports. */
    INDEX_OF_BLOCKED_WAIT("first-signal", "smallest-index"),
    /** A reading of KERNEL-SEMAPHORE-ZERO-1: what releasing no unit of a semaphore comes to. */
    SEMAPHORE_RELEASED_BY_ZERO("fails", "does-nothing"),
    /** A reading of QUEUE-NULLFN-1: what QueueUserAPC makes of a routine that is NULL. */
    NULL_ROUTINE("refused", "ignored"),
    /** A reading of DELIVER-HANDLEDTIMER-WAIT-1: what ends an alertable wait of a thread for its own timer. */
    OWN_TIMER("object-first", "apc-first"),
    /** A reading of TIMER-PERIODIC-COALESCE-1: how often a routine runs whose timer has expired again before it ran. */
    MISSED_PERIODS("one-call", "one-for-each"),
    /** A reading of TIMER-RESET-OTHER-THREAD-1: what setting a timer comes to whose routine is another thread's. */
    TIMER_OF_ANOTHER_SETTER("last-setter", "not-canceled"),
    /** A reading of TIMER-SETTER-EX-1: what becomes of a timer without a routine when the caller of SetWaitableTimerEx ends. */
    SETTER_EX_ENDS("goes-on", "canceled"),
    /** A reading of TIMER-DUEZERO-1: when a timer expires that is due at zero. */
    DUE_TIME_ZERO("at-once", "never"),
    /** A reading of TIMER-CLOSE-1: what the last handle of a timer leaves of it when it is closed. */
    CLOSED_TIMER("routine-runs", "routine-lost");

    private final List<String> options;

    ChoicePoint(String... options) {
        this.options = List.of(options);
    }

    /** Whether the choice is a reading of the documentation. */
    public boolean isReading() {
        return !options.isEmpty();
    }

    /** The answers of a reading, the default first; empty for a schedule choice. */
    public List<String> options() {
        return options;
    }

    /** The id of a reading in the catalogue. */
    public String id() {
        return name().replace('_', '-');
    }
}
