package org.apctck.spec;

/** What a target does where the threads of a program race. */
public enum Racing {
    /** Threads race, and nobody can help them to meet. */
    UNSTEERED,
    /** Threads race, and {@link Steering} holds them back. */
    STEERED,
    /** There are no threads: a model chooses who comes first. */
    CHOSEN
}
