package org.apctck.reports.site.view;

import java.util.List;

/**
 * The outcomes that a scenario allows, and how often each was seen.
 *
 * @param targets whose counts the rows have
 * @param summaries in one line for each of them
 * @param more how many rows are left out
 */
public record RaceTable(List<String> targets, List<Summary> summaries, List<Row> rows, int more) {
    /** One outcome. */
    public record Row(String text, String why, boolean allowed, List<Seen> seen) {}

    /** How often a target was seen to have an outcome. */
    public record Seen(String count, boolean never) {}

    /** What the runs of one target come to. */
    public record Summary(String target, String text) {}
}
