package org.apctck.cli.run;

import java.util.ArrayList;
import java.util.List;
import org.apctck.cli.console.Paragraph;
import org.apctck.kit.Histogram;
import org.apctck.reports.TextTable;

/** The outcomes that a race was seen to have, as text. */
final class RaceText {
    private static final String INDENT = "      ";
    private static final int SHOWN_MAX = 20;
    private static final int OUTCOME_CHARS_MAX = 120;

    private RaceText() {}

    /** One line that sums it up, then a line for each outcome. */
    static List<String> lines(Histogram histogram) {
        List<String> lines =
                new ArrayList<>(Paragraph.lines("race: " + histogram.summary() + ", seed " + histogram.seed(), INDENT));
        TextTable table = new TextTable("seen", "outcome", "");
        histogram.outcomes().stream()
                .limit(SHOWN_MAX)
                .forEach(outcome ->
                        table.row(String.valueOf(outcome.count()), shortened(outcome.text()), remark(outcome)));
        table.lines().forEach(line -> lines.add(INDENT + "  " + line));
        int left = histogram.outcomes().size() - SHOWN_MAX;
        if (left > 0) {
            lines.add(INDENT + "  and " + left + " more, see the results");
        }
        return lines;
    }

    private static String remark(Histogram.Outcome outcome) {
        return outcome.allowed() ? outcome.why() : "not allowed";
    }

    private static String shortened(String text) {
        return text.length() <= OUTCOME_CHARS_MAX ? text : text.substring(0, OUTCOME_CHARS_MAX - 1) + "…";
    }
}
