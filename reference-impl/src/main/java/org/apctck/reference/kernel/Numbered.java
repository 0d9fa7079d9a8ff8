package org.apctck.reference.kernel;

/** Something that a number stands for wherever states are compared. */
public interface Numbered {
    /** The same number for the same thing, in every state of one program. */
    int number();
}
