package org.apctck.spec;

/** A text that is not a call of the grammar; the message names the column and the remedy. */
public final class CallSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int column;

    CallSyntaxException(String problem, String text, int column) {
        super(problem + " at column " + column + " of `" + text + "`");
        this.column = column;
    }

    /** Where the problem is, counted from 1. */
    public int column() {
        return column;
    }
}
