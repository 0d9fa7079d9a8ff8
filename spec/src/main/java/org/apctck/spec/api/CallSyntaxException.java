package org.apctck.spec.api;

/** A text that is not a call of the grammar; the message names the column and the remedy. */
public final class CallSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int column;

    /**
     * @param hint at the remedy, as the end of the message; empty for none
     */
    CallSyntaxException(String problem, String text, int column, String hint) {
        super(problem + " at column " + column + " of `" + text + "`" + hint);
        this.column = column;
    }

    /** Where the problem is, counted from 1. */
    public int column() {
        return column;
    }
}
