package org.apctck.kit.invariants;

/** What holds of every trace, whatever the scenario is about. */
public enum Invariant {
    APC_ONCE("apc-once", "an APC runs at most as often as it was queued by calls that did not fail"),
    APC_OWN_THREAD("apc-own-thread", "an APC runs only on the thread that it was queued to"),
    APC_ALERTABLE(
            "apc-alertable",
            "an APC runs only while its thread waits alertably, or before the start routine of its thread"),
    APC_OLDEST_FIRST(
            "apc-oldest-first",
            "of two APCs of a thread the one whose call returned before the other's call began runs first"),
    NESTING("nesting", "what a thread began last it ends first"),
    ANSWERED_CALL("answered-call", "a call returns only after it was made, and once"),
    AFTER_EXIT("after-exit", "nothing happens on a thread that has ended");

    private final String id;
    private final String statement;

    Invariant(String id, String statement) {
        this.id = id;
        this.statement = statement;
    }

    /** The name by which objections refer to it. */
    public String id() {
        return id;
    }

    /** What it says, in a clause. */
    public String statement() {
        return statement;
    }
}
