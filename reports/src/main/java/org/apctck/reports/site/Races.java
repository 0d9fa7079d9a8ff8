package org.apctck.reports.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apctck.kit.Case;
import org.apctck.kit.Check;
import org.apctck.kit.Expected;
import org.apctck.kit.Histogram;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.reports.site.view.RaceTable;
import org.apctck.spec.Verdict;
import org.jspecify.annotations.Nullable;

/** The outcomes that a scenario allows, and how often each target was seen to have them. */
final class Races {
    private static final int ROWS_MAX = 60;

    /** A target that ran it many times. */
    private record Seen(Findings target, Histogram histogram) {}

    /** What tells one outcome from another: its text, and whether it is allowed. */
    private record Row(String text, boolean allowed) {}

    private Races() {}

    /** The outcomes of a scenario, or null if it has but one. */
    static @Nullable RaceTable of(List<Findings> targets, String scenario) {
        List<Seen> ran = new ArrayList<>();
        Map<Row, String> rows = new LinkedHashMap<>();
        for (Findings target : targets) {
            ScenarioResult result = target.scenario(scenario).orElse(null);
            Attempt attempt = result == null ? null : result.worst();
            if (result == null || attempt == null) {
                continue;
            }
            demanded(attempt.scenario()).forEach(rows::putIfAbsent);
            if (result.race() != null && result.verdict() != Verdict.NOT_APPLICABLE) {
                ran.add(new Seen(target, result.race()));
            }
        }
        for (boolean allowed : new boolean[] {true, false}) {
            for (Seen seen : ran) {
                seen.histogram().outcomes().stream()
                        .filter(outcome -> outcome.allowed() == allowed)
                        .forEach(outcome -> rows.putIfAbsent(new Row(outcome.text(), allowed), outcome.why()));
            }
        }
        return rows.isEmpty() ? null : table(rows, ran);
    }

    /** The outcomes that the tables of the scenario allow. */
    private static Map<Row, String> demanded(Case scenario) {
        Map<Row, String> rows = new LinkedHashMap<>();
        for (Check check : scenario.checks()) {
            if (check instanceof Check.OneOf table) {
                table.rows().forEach(row -> rows.put(new Row(text(row), true), row.why()));
            }
        }
        return rows;
    }

    /** In the notation of histograms. */
    private static String text(Check.Row row) {
        return row.threads().entrySet().stream()
                .map(thread -> thread.getKey() + ": " + text(thread.getValue()))
                .collect(Collectors.joining(" | "));
    }

    private static String text(List<Expected> events) {
        return events.isEmpty()
                ? "nothing"
                : events.stream().map(Expected::toString).collect(Collectors.joining("; "));
    }

    private static RaceTable table(Map<Row, String> rows, List<Seen> ran) {
        return new RaceTable(
                ran.stream().map(seen -> seen.target().name()).toList(),
                ran.stream()
                        .map(seen -> new RaceTable.Summary(
                                seen.target().name(),
                                seen.histogram().summary() + ", seed "
                                        + seen.histogram().seed()))
                        .toList(),
                rows.entrySet().stream()
                        .limit(ROWS_MAX)
                        .map(row -> new RaceTable.Row(
                                row.getKey().text(),
                                row.getValue(),
                                row.getKey().allowed(),
                                ran.stream()
                                        .map(seen -> count(seen, row.getKey()))
                                        .toList()))
                        .toList(),
                Math.max(0, rows.size() - ROWS_MAX));
    }

    private static RaceTable.Seen count(Seen seen, Row row) {
        int count = seen.histogram().outcomes().stream()
                .filter(outcome -> outcome.text().equals(row.text()) && outcome.allowed() == row.allowed())
                .mapToInt(Histogram.Outcome::count)
                .sum();
        return new RaceTable.Seen(String.valueOf(count), count == 0);
    }
}
