package org.apctck.reports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apctck.kit.results.RuleResult;
import org.apctck.kit.results.Summary;
import org.apctck.spec.Verdict;
import org.apctck.spec.rules.Rule;

/** How the rules of each area came out on a target. Rules of one family state one property and count as one. */
public final class AreaTable {
    /** By area: by family, which is shown in the area of its first rule: the verdicts of its rules. */
    private final Map<String, Map<String, List<Verdict>>> areas = new LinkedHashMap<>();

    private final Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);

    private AreaTable(Summary summary) {
        Map<String, String> homes = new LinkedHashMap<>();
        for (RuleResult result : summary.rules()) {
            if (result.rule().isTestable()) {
                String family = result.rule().family();
                String area =
                        homes.computeIfAbsent(family, first -> result.rule().area());
                areas.computeIfAbsent(area, name -> new LinkedHashMap<>())
                        .computeIfAbsent(family, name -> new ArrayList<>())
                        .add(result.verdict());
            }
        }
        areas.values().forEach(families -> families.values().forEach(family -> verdicts.add(Verdict.rollUp(family))));
    }

    /** The table: a row for each area, a column for each verdict that occurs. */
    public static TextTable of(Summary summary) {
        return new AreaTable(summary).table();
    }

    /** What the table leaves out or counts once; empty if nothing. */
    public static String note(Summary summary) {
        long testable = count(summary, Rule.Testable.YES);
        long families = summary.rules().stream()
                .filter(result -> result.rule().isTestable())
                .map(result -> result.rule().family())
                .distinct()
                .count();
        List<String> notes = new ArrayList<>();
        if (families < testable) {
            notes.add(testable + " rules, those of one family counted once");
        }
        long no = count(summary, Rule.Testable.NO);
        if (no > 0) {
            notes.add(no + " not testable");
        }
        long later = count(summary, Rule.Testable.LATER);
        if (later > 0) {
            notes.add(later + " not testable yet");
        }
        return String.join("; ", notes);
    }

    private static long count(Summary summary, Rule.Testable testable) {
        return summary.rules().stream()
                .filter(result -> result.rule().testable() == testable)
                .count();
    }

    private TextTable table() {
        List<String> header = new ArrayList<>(List.of("area", "rules"));
        verdicts.forEach(verdict -> header.add(verdict.name()));
        TextTable table = new TextTable(header);
        Map<Verdict, Integer> totals = new EnumMap<>(Verdict.class);
        int rules = 0;
        for (Map.Entry<String, Map<String, List<Verdict>>> area : areas.entrySet()) {
            Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
            area.getValue().values().forEach(family -> counts.merge(Verdict.rollUp(family), 1, Integer::sum));
            counts.forEach((verdict, count) -> totals.merge(verdict, count, Integer::sum));
            rules += area.getValue().size();
            table.row(row(area.getKey(), area.getValue().size(), counts));
        }
        return areas.size() == 1 ? table : table.row(row("all", rules, totals));
    }

    private List<String> row(String area, int rules, Map<Verdict, Integer> counts) {
        List<String> row = new ArrayList<>(List.of(area, Integer.toString(rules)));
        verdicts.forEach(verdict ->
                row.add(counts.containsKey(verdict) ? counts.get(verdict).toString() : ""));
        return row;
    }
}
