package org.apctck.reports.site.view;

import java.util.List;

/**
 * A row of the matrix: how an area came out.
 *
 * @param properties how many there are to be kept: the testable rules, those of one family counted once
 * @param cells one for each target
 */
public record AreaRow(Link area, String id, int properties, List<Cell> cells) {
    /** How it came out on one target. */
    public record Cell(String target, List<Share> shares) {}
}
