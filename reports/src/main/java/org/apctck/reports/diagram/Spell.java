package org.apctck.reports.diagram;

/**
 * A stretch in which a thread did not run.
 *
 * @param depth of the bar within which it did not run; -1 if it was in no call
 * @param first the row in which that was seen
 * @param until the row in which the thread did something again; the number of rows if it did not
 */
record Spell(Kind kind, int lane, int depth, int first, int until) {
    enum Kind {
        BLOCKED,
        SUSPENDED
    }
}
