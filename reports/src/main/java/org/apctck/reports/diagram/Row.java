package org.apctck.reports.diagram;

import java.util.List;

/**
 * A row of a diagram: one event, or two that follow each other at once and belong together.
 *
 * @param lane the column of its thread; -1 for what belongs to no thread
 * @param depth how many bars stand beside each other where the label begins
 * @param phrases the label
 * @param first the index of its first event in the trace; -1 for what is said about the trace
 * @param last the index of its last event
 * @param micros when it happened
 */
record Row(Kind kind, int lane, int depth, List<Phrase> phrases, int first, int last, long micros) {
    enum Kind {
        /** Something that happened on a thread. */
        EVENT,
        /** A quiescent point. */
        POINT,
        /** What should have been there instead. */
        NOTE
    }

    Row {
        phrases = List.copyOf(phrases);
    }
}
