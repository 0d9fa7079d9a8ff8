package org.apctck.cli.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apctck.cli.console.Printed;
import org.apctck.kit.DescriptionJson;
import org.apctck.kit.diff.DiffSide;
import org.apctck.kit.diff.Divergence;
import org.apctck.kit.diff.ResultsDiff;
import org.apctck.kit.diff.RuleDifference;
import org.apctck.kit.diff.RuleDifference.Kind;
import org.apctck.kit.diff.ScenarioDifference;
import org.apctck.reports.DifferencePicture;
import org.apctck.reports.TextTable;
import org.apctck.reports.summary.MarkdownText;
import org.apctck.spec.Verdict;
import org.apctck.spec.format.Count;
import org.apctck.spec.format.Printable;
import org.jspecify.annotations.Nullable;

/**
 * A comparison, as it is printed.
 *
 * @param earlier the same comparison at an earlier time, or null if there is none to compare with
 */
public record DiffReport(
        DiffSide left,
        DiffSide right,
        ResultsDiff diff,
        @Nullable ResultsDiff earlier) implements Printed {
    /** The longest comment of a pull request is 65 536 characters. */
    private static final int MARKDOWN_MAX = 50_000;

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

    /** The scenarios whose differences are marked as new. */
    private Set<String> marked() {
        return earlier == null
                ? Set.of()
                : news().stream().map(ScenarioDifference::scenario).collect(Collectors.toSet());
    }

    /** A side as the head of a column: what is kept in a folder goes by its name, unless both sides do. */
    private String shortName(DiffSide side) {
        return left.folder().equals(right.folder()) ? side.name() : side.folder();
    }

    @Override
    public List<String> lines() {
        List<String> lines = lines(diff.rules());
        absent(lines, diff.onlyLeft(), "only in " + left.name());
        absent(lines, diff.onlyRight(), "only in " + right.name());
        absent(lines, diff.changed(), "not compared, the scenario has changed");
        lines.add(summary());
        return lines;
    }

    private List<String> lines(List<RuleDifference> rules) {
        Set<String> marked = marked();
        List<String> lines = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<RuleDifference> ofKind = of(kind, rules);
            if (!ofKind.isEmpty()) {
                lines.add(kind.title() + ": " + ofKind.size());
                lines.add("");
            }
            for (RuleDifference rule : ofKind) {
                lines.add(rule.rule() + ": " + verdicts(rule.left(), rule.right()));
                rule.scenarios().forEach(difference -> lines.addAll(lines(difference, marked)));
                lines.add("");
            }
        }
        return lines;
    }

    private static List<RuleDifference> of(Kind kind, List<RuleDifference> rules) {
        return rules.stream().filter(rule -> rule.kind() == kind).toList();
    }

    private String verdicts(Verdict one, Verdict other) {
        return one == other ? "both " + one : shortName(left) + " " + one + ", " + shortName(right) + " " + other;
    }

    private List<String> lines(ScenarioDifference difference, Set<String> marked) {
        List<String> lines = new ArrayList<>();
        String mark = marked.contains(difference.scenario()) ? "new: " : "";
        lines.add("  " + mark + difference.scenario() + ": " + verdicts(difference.left(), difference.right())
                + (difference.counts() ? "" : " (" + difference.apart() + ")"));
        DifferencePicture.of(difference, shortName(left), shortName(right)).forEach(line -> lines.add("    " + line));
        return lines;
    }

    private static void absent(List<String> lines, List<String> scenarios, String where) {
        if (!scenarios.isEmpty()) {
            lines.add(where + ": " + Count.of(scenarios.size(), "scenario"));
            scenarios.forEach(scenario -> lines.add("  " + scenario));
            lines.add("");
        }
    }

    /** What both sides are and how they differ, in one line. */
    public String summary() {
        long ofVerdict = diff.ofVerdict();
        return left.title() + " and " + right.title() + ": " + Count.of(diff.compared(), "scenario")
                + " compared, "
                + ofVerdict + " with another verdict, " + (diff.differences().size() - ofVerdict)
                + " with another outcome"
                + (diff.apart().isEmpty() ? "" : ", " + diff.apart().size() + " apart, which do not count")
                + (earlier == null ? "" : "; " + news().size() + " new, " + gone() + " gone");
    }

    @Override
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("left", left.name());
        tree.put("right", right.name());
        tree.put("leftTarget", DescriptionJson.tree(left.target()));
        tree.put("rightTarget", DescriptionJson.tree(right.target()));
        tree.put("compared", diff.compared());
        Set<String> marked = marked();
        tree.put(
                "differences",
                diff.rules().stream()
                        .flatMap(rule -> rule.scenarios().stream().map(difference -> tree(rule, difference, marked)))
                        .toList());
        if (earlier != null) {
            tree.put("new", news().size());
            tree.put("gone", gone());
        }
        tree.put("onlyLeft", diff.onlyLeft());
        tree.put("onlyRight", diff.onlyRight());
        tree.put("changed", diff.changed());
        return tree;
    }

    private Map<String, Object> tree(RuleDifference rule, ScenarioDifference difference, Set<String> marked) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("kind", rule.kind().name().toLowerCase(Locale.ROOT));
        tree.put("rule", difference.rule());
        tree.put("scenario", difference.scenario());
        tree.put("left", difference.left().name());
        tree.put("right", difference.right().name());
        tree.put("counts", difference.counts());
        tree.put("apart", difference.apart());
        if (earlier != null) {
            tree.put("new", marked.contains(difference.scenario()));
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
        Set<String> marked = marked();
        List<String> lines = new ArrayList<>(List.of(MarkdownText.plain(summary()), ""));
        for (Kind kind : Kind.values()) {
            List<RuleDifference> ofKind = of(kind, diff.rules());
            if (ofKind.isEmpty()) {
                continue;
            }
            lines.add("### " + Character.toUpperCase(kind.title().charAt(0))
                    + kind.title().substring(1));
            lines.add("");
            TextTable table = new TextTable("scenario", shortName(left), shortName(right), "first difference");
            for (RuleDifference rule : ofKind) {
                for (ScenarioDifference difference : rule.scenarios()) {
                    table.row(
                            (marked.contains(difference.scenario()) ? "**new** " : "")
                                    + code(difference.scenario())
                                    + (difference.counts() ? "" : " (" + MarkdownText.plain(difference.apart()) + ")"),
                            difference.left().name(),
                            difference.right().name(),
                            code(difference
                                    .firstDifference(shortName(left), shortName(right))
                                    .orElseGet(() -> String.join(
                                            "; ",
                                            DifferencePicture.of(difference, shortName(left), shortName(right))))));
                }
            }
            lines.addAll(table.markdown());
            lines.add("");
            long leftOut = ofKind.stream()
                    .flatMap(rule -> rule.scenarios().stream())
                    .filter(difference -> !details(difference, lines))
                    .count();
            if (leftOut > 0) {
                lines.add("- what happened in " + Count.of(leftOut, "scenario") + " is left out for its length");
                lines.add("");
            }
        }
        absent(diff.onlyLeft(), "only in " + MarkdownText.plain(left.name()), lines);
        absent(diff.onlyRight(), "only in " + MarkdownText.plain(right.name()), lines);
        absent(diff.changed(), "not compared, the scenario has changed", lines);
        return lines;
    }

    /** Adds what happened, folded away; false if the page of a pull request has no room for it. */
    private boolean details(ScenarioDifference difference, List<String> lines) {
        List<String> picture = DifferencePicture.of(difference, shortName(left), shortName(right));
        int room = MARKDOWN_MAX - lines.stream().mapToInt(String::length).sum();
        if (picture.stream().mapToInt(String::length).sum() > room) {
            return false;
        }
        String fence = fence(String.join("\n", picture), "```");
        lines.add("<details><summary><code>" + escaped(difference.scenario()) + "</code></summary>");
        lines.add("");
        lines.add(fence + "text");
        lines.addAll(picture);
        lines.add(fence);
        lines.add("</details>");
        lines.add("");
        return true;
    }

    private static void absent(List<String> scenarios, String where, List<String> lines) {
        if (!scenarios.isEmpty()) {
            lines.add("- " + where + ": "
                    + scenarios.stream().map(DiffReport::code).collect(Collectors.joining(", ")));
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Text that is shown as it is, whatever it holds. */
    private static String code(String text) {
        String shown = Printable.line(text);
        String fence = fence(shown, "`");
        String blank = fence.length() > 1 ? " " : "";
        return shown.isEmpty() ? "" : fence + blank + shown + blank + fence;
    }

    /** What text is put between so that nothing in it ends it. */
    private static String fence(String text, String least) {
        String fence = least;
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence;
    }
}
