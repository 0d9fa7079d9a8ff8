package org.apctck.reports.diagram;

import org.jspecify.annotations.Nullable;

/**
 * The way of an APC from the call that queued it, or that set the timer which did, to where it ran.
 *
 * @param lane of the thread that made the call
 * @param depth of the bar of that call
 * @param row of that call
 * @param toLane of the thread that ran it, or was to run it
 * @param toDepth of the bar of the routine
 * @param toRow in which the routine begins; -1 if it never did
 * @param what the routine
 * @param timer what queued it; null if the call itself did
 */
record Arrow(
        int lane,
        int depth,
        int row,
        int toLane,
        int toDepth,
        int toRow,
        String what,
        @Nullable Timer timer) {
    /**
     * A timer, in words fit to be shown.
     *
     * @param name of its handle
     * @param due when it was due
     */
    record Timer(String name, String due) {}

    /** Whether it enters its bar over the text that stands there. */
    boolean comesFromRight() {
        return !isPending() && lane > toLane;
    }

    boolean isPending() {
        return toRow < 0;
    }
}
