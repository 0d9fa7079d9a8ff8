package org.apctck.cli.run;

import java.util.ArrayList;
import java.util.List;
import org.apctck.cli.session.TargetResult;
import org.apctck.kit.diff.Agreement;
import org.apctck.reports.TextTable;
import org.apctck.reports.summary.MarkdownTarget;
import org.apctck.reports.summary.MarkdownText;

/** The results of a run in Markdown, each target as in the summary of a report. */
final class RunMarkdown {
    private RunMarkdown() {}

    static List<String> lines(RunReport report) {
        List<String> lines = new ArrayList<>();
        for (TargetResult target : report.targets()) {
            lines.addAll(new MarkdownTarget(
                            target.report(),
                            result -> report.commands(target.target(), result).get(0))
                    .lines(RunText.title(target)));
        }
        report.leftOut().forEach(line -> lines.add("- " + MarkdownText.plain(line)));
        disagreements(report.agreement(), lines);
        lines.add(MarkdownText.plain(report.ending()) + ".");
        return lines;
    }

    private static void disagreements(Agreement agreement, List<String> lines) {
        if (!agreement.disagreements().isEmpty()) {
            TextTable table = new TextTable("scenario", "what differs");
            agreement
                    .disagreements()
                    .forEach(disagreement -> table.row(
                            MarkdownText.code(disagreement.scenario()), MarkdownText.plain(disagreement.line())));
            lines.addAll(List.of("### The drivers of the reference disagree", ""));
            lines.addAll(table.markdown());
            lines.add("");
        }
        if (!agreement.line().isEmpty()) {
            lines.addAll(List.of(MarkdownText.plain(agreement.line()) + ".", ""));
        }
    }
}
