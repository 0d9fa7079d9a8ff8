package org.apctck.spec.program;

/** A program is in error; the message is one line that says what is wrong, where, and what to do. */
public final class ProgramException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProgramException(String message) {
        super(message);
    }
}
