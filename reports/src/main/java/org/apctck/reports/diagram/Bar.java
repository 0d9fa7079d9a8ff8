package org.apctck.reports.diagram;

/**
 * A call or an APC routine from its beginning to its end.
 *
 * @param depth of nesting: 0 stands on the line of the thread
 * @param first the row in which it begins
 * @param last the row in which it ends
 * @param isEndedByApc whether it is a wait that APCs ended
 */
record Bar(Kind kind, int lane, int depth, int first, int last, End end, boolean isEndedByApc) {
    enum Kind {
        CALL,
        APC
    }

    enum End {
        /** It returned. */
        DONE,
        /** It was in progress when the trace ended. */
        OPEN,
        /** Its thread ended within it. */
        CUT
    }
}
