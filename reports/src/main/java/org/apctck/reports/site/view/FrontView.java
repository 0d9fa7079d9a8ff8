package org.apctck.reports.site.view;

import java.util.List;

/**
 * The first page.
 *
 * @param rules how many there are
 * @param testable how many of them a program can test
 * @param scenarios how many there are
 * @param hasWindows whether one of the targets is Windows itself
 * @param totals one for each target, over all areas
 */
public record FrontView(
        int rules,
        int testable,
        int later,
        int scenarios,
        List<TargetCard> targets,
        List<AreaRow> areas,
        AreaRow totals,
        boolean hasWindows,
        List<PairLink> pairs,
        List<Mark> marks) {
    /** The way to a comparison. */
    public record PairLink(Link link, int verdicts, int outcomes) {}
}
