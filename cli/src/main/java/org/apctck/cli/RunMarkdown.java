package org.apctck.cli;

import java.util.ArrayList;
import java.util.List;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.reports.TextTable;

/** The results of a run in Markdown, for a wiki or the summary of a build. */
final class RunMarkdown {
    private RunMarkdown() {}

    static List<String> lines(RunReport report) {
        List<String> lines = new ArrayList<>();
        report.targets().forEach(target -> lines.addAll(lines(report, target)));
        report.leftOut().forEach(line -> lines.add("- " + line));
        TextTable disagreements = new TextTable("scenario", "what differs");
        report.agreement()
                .disagreements()
                .forEach(disagreement -> disagreements.row("`" + disagreement.scenario() + "`", disagreement.line()));
        section(
                "The drivers of the reference disagree",
                disagreements,
                report.agreement().disagreements().isEmpty(),
                lines);
        if (!report.agreement().line().isEmpty()) {
            lines.addAll(List.of(report.agreement().line() + ".", ""));
        }
        lines.add("Results in " + report.out() + "; " + report.meaning() + ".");
        return lines;
    }

    private static List<String> lines(RunReport report, TargetResult target) {
        List<String> lines = new ArrayList<>(List.of("## " + RunText.title(target), ""));
        lines.addAll(AreaTable.of(target.summary()).markdown());
        String note = AreaTable.note(target.summary());
        lines.addAll(note.isEmpty() ? List.of("") : List.of("", note, ""));
        TextTable unexpected = new TextTable("scenario", "verdict", "why", "again");
        target.deviations().unexpected().forEach(deviation -> {
            ScenarioResult result = deviation.result();
            if (result != null) {
                unexpected.row(
                        "`" + result.scenario() + "`",
                        result.verdict().name(),
                        result.reason(),
                        "`" + report.commands(target.name(), result).get(0) + "`");
            } else {
                unexpected.row("", "", deviation.line(), "");
            }
        });
        section("Unexpected", unexpected, target.deviations().unexpected().isEmpty(), lines);
        TextTable known = new TextTable("scenario", "verdict", "reason");
        target.deviations()
                .known()
                .forEach(entry -> known.row(
                        "`" + entry.result().scenario() + "`",
                        entry.result().verdict().name(),
                        entry.entry().reason()));
        section("Known deviations", known, target.deviations().known().isEmpty(), lines);
        TextTable unsettled = new TextTable("scenario", "verdict", "why");
        target.unsettled()
                .forEach(result -> unsettled.row(
                        "`" + result.scenario() + "`", result.verdict().name(), result.reason()));
        section("Without a verdict", unsettled, target.unsettled().isEmpty(), lines);
        return lines;
    }

    private static void section(String title, TextTable table, boolean isEmpty, List<String> lines) {
        if (!isEmpty) {
            lines.addAll(List.of("### " + title, ""));
            lines.addAll(table.markdown());
            lines.add("");
        }
    }
}
