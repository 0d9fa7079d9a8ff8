package org.apctck.cli.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.cli.console.Printed;
import org.apctck.cli.suite.Suite;
import org.apctck.reports.TextTable;
import org.apctck.reports.summary.MarkdownText;
import org.apctck.spec.format.Count;
import org.apctck.spec.rules.Rule;

/**
 * Rules that somebody has looked for, in one table.
 *
 * @param rules the best first
 * @param what they were found by
 * @param shown how many of them people are shown
 */
record FoundRules(Suite suite, List<Rule> rules, String what, int shown) implements Printed {
    private TextTable table() {
        TextTable table = new TextTable("rule", "level", "scenarios", "what");
        rules.stream().limit(shown).forEach(rule -> table.row(RuleList.row(suite, rule)));
        return table;
    }

    private String summary() {
        int left = rules.size() - shown;
        return Count.of(rules.size(), "rule") + " " + what + (left > 0 ? ", " + left + " of them not shown" : "")
                + "; ./apctck rules ID shows one";
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        table().lines().forEach(line -> lines.add("  " + line));
        lines.add("");
        lines.add(summary());
        return lines;
    }

    @Override
    public List<String> markdown() {
        List<String> lines = new ArrayList<>(table().markdown());
        lines.add("");
        lines.add(MarkdownText.plain(summary()));
        return lines;
    }

    @Override
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("found", rules.size());
        tree.put("rules", rules.stream().map(rule -> RuleList.tree(suite, rule)).toList());
        return tree;
    }
}
