package org.apctck.reports.diagram;

import org.apctck.spec.format.Printable;

/**
 * A piece of a label.
 *
 * @param text fit to be shown
 */
record Phrase(String text, Style style) {
    /** What a phrase tells, and so how it looks. */
    enum Style {
        /** A call as written. */
        CALL,
        /** What a call returned. */
        RESULT,
        /** What a wait returned that APCs ended. */
        ENDED_BY_APC,
        /** An APC routine. */
        APC,
        /** When the timer was due that queued an APC routine. */
        DUE,
        /** An observation, or what is not needed to understand the rest. */
        QUIET,
        /** What should not be there. */
        WRONG,
        /** What is said about a trace rather than in it. */
        NOTE;

        /** The class in the style sheet. */
        String cssClass() {
            return "apc-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    static Phrase of(String text, Style style) {
        return new Phrase(Printable.line(text), style);
    }
}
