package org.apctck.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.reports.Divergence;
import org.apctck.reports.ResultsDiff;
import org.apctck.reports.ScenarioDifference;
import org.apctck.reports.TextTable;
import org.apctck.spec.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A comparison, as it is printed.
 *
 * @param earlier the same comparison at an earlier time, or null if there is none to compare with
 */
record DiffReport(
        DiffSide left,
        DiffSide right,
        ResultsDiff diff,
        @Nullable ResultsDiff earlier) implements Printed {
    /**
     * The differences that count: all, or those that the earlier comparison does not have. What was not run is no news of an
     * implementation; that it was not run is said elsewhere.
     */
    List<ScenarioDifference> news() {
        return earlier == null
                ? diff.differences()
                : diff.since(earlier).stream()
                        .filter(difference ->
                                difference.left() != Verdict.NOT_RUN && difference.right() != Verdict.NOT_RUN)
                        .toList();
    }

    /** How many differences of the earlier comparison are not there any more. */
    private int gone() {
        return earlier == null ? 0 : earlier.since(diff).size();
    }

    private boolean isNew(ScenarioDifference difference) {
        return earlier != null && news().contains(difference);
    }

    @Override
    public List<String> lines() {
        List<String> lines = lines(diff.differences());
        absent(lines, diff.onlyLeft(), "only in " + left.name());
        absent(lines, diff.onlyRight(), "only in " + right.name());
        absent(lines, diff.changed(), "not compared, the scenario has changed");
        lines.add(summary());
        return lines;
    }

    /** Only what is new. */
    List<String> newLines() {
        return lines(news());
    }

    private List<String> lines(List<ScenarioDifference> differences) {
        List<String> lines = new ArrayList<>();
        for (ScenarioDifference difference : differences) {
            lines.add((isNew(difference) ? "new: " : "") + difference.scenario() + ": "
                    + (difference.isOfVerdict()
                            ? left.name() + " " + difference.left() + ", " + right.name() + " " + difference.right()
                            : "another outcome, both " + difference.left()));
            Divergence divergence = difference.divergence();
            if (divergence != null) {
                String where = divergence.thread().isEmpty() ? "the end" : "on " + divergence.thread();
                lines.add("  first difference: " + where);
                divergence.sideBySide(left.name(), right.name()).forEach(line -> lines.add("  " + line));
                lines.add("");
            }
        }
        return lines;
    }

    private static void absent(List<String> lines, List<String> scenarios, String where) {
        if (!scenarios.isEmpty()) {
            lines.add(where + ": " + Paragraph.count(scenarios.size(), "scenario"));
            scenarios.forEach(scenario -> lines.add("  " + scenario));
            lines.add("");
        }
    }

    String summary() {
        long ofVerdict = diff.ofVerdict();
        return left.name() + " and " + right.name() + ": " + Paragraph.count(diff.compared(), "scenario")
                + " compared, "
                + ofVerdict + " with another verdict, " + (diff.differences().size() - ofVerdict)
                + " with another outcome"
                + (earlier == null ? "" : "; " + news().size() + " new, " + gone() + " gone");
    }

    @Override
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("left", left.name());
        tree.put("right", right.name());
        tree.put("compared", diff.compared());
        tree.put("differences", diff.differences().stream().map(this::tree).toList());
        if (earlier != null) {
            tree.put("new", news().size());
            tree.put("gone", gone());
        }
        tree.put("onlyLeft", diff.onlyLeft());
        tree.put("onlyRight", diff.onlyRight());
        tree.put("changed", diff.changed());
        return tree;
    }

    private Map<String, Object> tree(ScenarioDifference difference) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("rule", difference.rule());
        tree.put("scenario", difference.scenario());
        tree.put("left", difference.left().name());
        tree.put("right", difference.right().name());
        if (earlier != null) {
            tree.put("new", isNew(difference));
        }
        Divergence divergence = difference.divergence();
        if (divergence == null) {
            tree.put("firstDifference", null);
        } else {
            Map<String, Object> first = new LinkedHashMap<>();
            first.put("thread", divergence.thread());
            first.put("event", divergence.event());
            first.put("left", divergence.leftEvent());
            first.put("right", divergence.rightEvent());
            tree.put("firstDifference", first);
        }
        return tree;
    }

    @Override
    public List<String> markdown() {
        List<String> lines = new ArrayList<>(List.of(summary(), ""));
        TextTable table = new TextTable("scenario", left.name(), right.name(), "first difference");
        diff.differences()
                .forEach(difference -> table.row(
                        (isNew(difference) ? "**new** " : "") + "`" + difference.scenario() + "`",
                        difference.left().name(),
                        difference.right().name(),
                        difference.firstDifference(left.name(), right.name()).orElse("")));
        lines.addAll(table.markdown());
        return lines;
    }
}
