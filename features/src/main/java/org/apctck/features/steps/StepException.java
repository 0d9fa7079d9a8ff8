package org.apctck.features.steps;

/** A step that makes no sense; the message is one line that says what is wrong and what to write instead. */
public final class StepException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int line;

    StepException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** The line of the feature: of the step, or of the row of its table or text that is wrong. */
    public int line() {
        return line;
    }
}
