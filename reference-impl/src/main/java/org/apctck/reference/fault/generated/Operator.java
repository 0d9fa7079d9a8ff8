package org.apctck.reference.fault.generated;

/** By what a generated fault is made narrower than a fault that is thought up. */
public enum Operator {
    NUMBER("a number is one less, one more, or bounded"),
    TIME("the first time, or each later time"),
    KIND("one kind of object"),
    ENDING("one way in which a wait ends, or in which the last one ended"),
    FUNCTION("one function of a family"),
    RIGHT("one access right"),
    ERROR("one error code"),
    RESULT("one result for another"),
    POSITION("one place of an array, one size of it, one place among waiters"),
    SPAN("one kind of time-out"),
    DEPTH("in no routine, in one, in several"),
    THREAD("the state of a thread, and whose it is");

    private final String title;

    Operator(String title) {
        this.title = title;
    }

    /** What it tells apart, in a few words. */
    public String title() {
        return title;
    }
}
