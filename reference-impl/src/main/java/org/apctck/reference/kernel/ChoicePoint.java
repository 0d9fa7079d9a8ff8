package org.apctck.reference.kernel;

import java.util.List;

/** Where the reference has a choice. A schedule choice is free each time; a reading is fixed for a whole run. */
public enum ChoicePoint {
    /** Which thread runs next, or whether time passes first. */
    NEXT_STEP,
    /** Which of several waiters gets an object that only one can have; the documentation promises no order. */
    WAITER,
    /** A reading of DELIVER-TIE-SIGNALED-1: what ends an alertable wait that is entered when both are there. */
    APC_BEFORE_SIGNALED_OBJECT("apc-first", "object-first"),
    /** A reading of SIGNALWAIT-ATOMIC-1: whether others can act between the signal and the wait. */
    SIGNAL_AND_WAIT_ATOMIC("atomic", "not-atomic");

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
