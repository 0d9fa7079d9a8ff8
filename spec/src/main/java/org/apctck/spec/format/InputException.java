package org.apctck.spec.format;

/** An input file that cannot be used; the message names the file, the line, the field and the remedy. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message);
    }

    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
