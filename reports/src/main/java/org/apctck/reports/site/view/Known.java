package org.apctck.reports.site.view;

/**
 * A deviation that somebody has accounted for.
 *
 * @param reason why the target deviates
 * @param bug the address of the bug that was reported for it, or empty
 * @param review the day after which it must be looked at again, or empty
 */
public record Known(String reason, String bug, String review, String place) {}
