package org.apctck.cli.console;

import org.apctck.spec.Verdict;

/**
 * Colours of a terminal.
 *
 * @param colour whether there are any
 */
public record Style(boolean colour) {
    private static final String RESET = "\u001b[0m";

    /** The verdict: red for what a target does wrong, yellow for what is not known, green for a pass. */
    public String verdict(Verdict verdict) {
        return switch (verdict) {
            case PASS -> painted("32", verdict.name());
            case FAIL, CRASH, TIMEOUT, ERROR -> painted("31", verdict.name());
            case NOT_RUN, INCONCLUSIVE -> painted("33", verdict.name());
            case OBSERVED, NOT_APPLICABLE, UNTESTABLE -> verdict.name();
        };
    }

    /** What went wrong. */
    String bad(String text) {
        return painted("31", text);
    }

    public String strong(String text) {
        return painted("1", text);
    }

    /** The line of a picture that matters. */
    public String mark(String line) {
        return line.startsWith(">") ? painted("31", line) : line;
    }

    private String painted(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + RESET : text;
    }
}
