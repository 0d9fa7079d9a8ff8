package org.apctck.reports.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.kit.results.RuleResult;
import org.apctck.reports.Report;
import org.apctck.reports.TargetReport;
import org.apctck.reports.TextTable;
import org.apctck.spec.Verdict;
import org.apctck.spec.rules.Rule;

/**
 * How many rules each target keeps, area by area. Rules of one family state one property and count as one, in the area of the
 * first; informative ones cannot be broken and are left out.
 */
final class AreaMatrix {
    private AreaMatrix() {}

    static TextTable of(Report report) {
        List<String> header = new ArrayList<>(List.of("area"));
        report.targets().forEach(target -> header.add(MarkdownText.plain(target.name())));
        if (!report.hasWindows()) {
            header.add("Windows");
        }
        TextTable table = new TextTable(header);
        report.catalogue().areas().forEach((area, title) -> {
            List<String> row = new ArrayList<>(List.of(MarkdownText.plain(area + ": " + title)));
            report.targets().forEach(target -> row.add(cell(target, area)));
            if (row.stream().skip(1).anyMatch(cell -> !cell.isEmpty())) {
                if (!report.hasWindows()) {
                    row.add("not run yet");
                }
                table.row(row);
            }
        });
        return table;
    }

    private static String cell(TargetReport target, String area) {
        Map<String, List<Verdict>> families = new LinkedHashMap<>();
        Map<String, String> homes = new LinkedHashMap<>();
        for (RuleResult result : target.summary().rules()) {
            boolean canBeKept = result.rule().isTestable() && result.rule().level() != Rule.Level.INFORMATIVE;
            String family = result.rule().family();
            if (canBeKept
                    && homes.computeIfAbsent(family, first -> result.rule().area())
                            .equals(area)) {
                families.computeIfAbsent(family, name -> new ArrayList<>()).add(result.verdict());
            }
        }
        if (families.isEmpty()) {
            return "";
        }
        List<Verdict> verdicts = families.values().stream().map(Verdict::rollUp).toList();
        long kept = count(verdicts, Verdict.PASS);
        List<String> rest = new ArrayList<>();
        add(count(verdicts, Verdict.NOT_RUN), "not run", rest);
        add(count(verdicts, Verdict.INCONCLUSIVE), "inconclusive", rest);
        add(count(verdicts, Verdict.NOT_APPLICABLE), "not applicable", rest);
        return kept + " of " + verdicts.size() + (rest.isEmpty() ? "" : " (" + String.join(", ", rest) + ")");
    }

    private static long count(List<Verdict> verdicts, Verdict wanted) {
        return verdicts.stream().filter(verdict -> verdict == wanted).count();
    }

    private static void add(long count, String words, List<String> rest) {
        if (count > 0) {
            rest.add(count + " " + words);
        }
    }
}
