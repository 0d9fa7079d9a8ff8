package org.apctck.reports.diagram;

/**
 * The way of an APC from the call that queued it to where it ran.
 *
 * @param lane of the thread that queued it
 * @param depth of the bar of that call
 * @param row of that call
 * @param toLane of the thread that ran it, or was to run it
 * @param toDepth of the bar of the routine
 * @param toRow in which the routine begins; -1 if it never did
 * @param what the routine
 */
record Arrow(int lane, int depth, int row, int toLane, int toDepth, int toRow, String what) {
    /** Whether it enters its bar over the text that stands there. */
    boolean comesFromRight() {
        return !isPending() && lane > toLane;
    }

    boolean isPending() {
        return toRow < 0;
    }
}
