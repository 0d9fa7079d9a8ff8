package org.apctck.reports.summary;

import static org.apctck.reports.summary.MarkdownText.plain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apctck.kit.ExitStatus;
import org.apctck.reports.Report;
import org.apctck.reports.ReportFormat;
import org.apctck.reports.Shell;
import org.apctck.reports.TargetReport;
import org.apctck.reports.TextTable;
import org.apctck.spec.rules.Profile;

/** Writes {@code summary.md}, for the page of a job: the matrix of targets and areas, then each target. */
public final class MarkdownSummary implements ReportFormat {
    @Override
    public void write(Report report, Path out) throws IOException {
        Files.writeString(out.resolve("summary.md"), String.join("\n", lines(report)) + "\n");
    }

    private static List<String> lines(Report report) {
        List<String> lines = new ArrayList<>(List.of("# Conformance to the rules of user-mode APCs", ""));
        lines.addAll(targets(report).markdown());
        lines.add("");
        lines.addAll(List.of("Rules kept, by area; those of one family count as one:", ""));
        lines.addAll(AreaMatrix.of(report).markdown());
        lines.add("");
        for (TargetReport target : report.targets()) {
            lines.addAll(new MarkdownTarget(target, result -> Shell.again(target.header(), result.scenario()))
                    .lines(target.name()));
        }
        return lines;
    }

    private static TextTable targets(Report report) {
        List<String> header = new ArrayList<>(List.of("target", "results", "unexpected", "known"));
        report.catalogue().profiles().stream().map(Profile::name).forEach(header::add);
        TextTable table = new TextTable(header);
        for (TargetReport target : report.targets()) {
            List<String> row = new ArrayList<>(List.of(
                    plain(target.name()),
                    (target.incompleteness().isEmpty() ? "" : "**incomplete**, ") + words(target.status()),
                    String.valueOf(target.deviations().unexpected().size()),
                    String.valueOf(target.deviations().known().size())));
            report.catalogue()
                    .profiles()
                    .forEach(profile -> row.add(target.conformance(profile).words()));
            table.row(row);
        }
        return table;
    }

    private static String words(ExitStatus status) {
        return switch (status) {
            case OK -> "as expected";
            case UNEXPECTED -> "**unexpected**";
            case NOT_RUN -> "not everything was run";
            case INCONCLUSIVE -> "something is inconclusive";
            case FAULT -> "**fault of the kit or an agent**";
            case TARGET -> "**could not start**";
            case USAGE -> "**not written**";
        };
    }
}
