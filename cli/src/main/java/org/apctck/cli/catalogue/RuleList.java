package org.apctck.cli.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apctck.cli.suite.Suite;
import org.apctck.kit.Case;
import org.apctck.reports.SourceLink;
import org.apctck.reports.TextTable;
import org.apctck.spec.rules.Profile;
import org.apctck.spec.rules.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue, or an area of it.
 *
 * @param area null for all
 * @param profile to whose rules it is narrowed; null for all
 */
record RuleList(
        Suite suite, @Nullable String area, @Nullable Profile profile) {
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        suite.catalogue().areas().forEach((name, title) -> {
            if (!rules(name).isEmpty()) {
                lines.add(name + ": " + title);
                table(name).lines().forEach(line -> lines.add("  " + line));
                lines.add("");
            }
        });
        lines.add(totals());
        return lines;
    }

    List<String> markdown() {
        List<String> lines = new ArrayList<>();
        suite.catalogue().areas().forEach((name, title) -> {
            if (!rules(name).isEmpty()) {
                lines.addAll(List.of("## " + name + ": " + title, ""));
                lines.addAll(table(name).markdown());
                lines.add("");
            }
        });
        lines.add(totals());
        return lines;
    }

    List<Map<String, Object>> trees() {
        return suite.catalogue().areas().keySet().stream()
                .flatMap(name -> rules(name).stream())
                .map(rule -> tree(suite, rule))
                .toList();
    }

    /** Those of an area that are listed. */
    private List<Rule> rules(String name) {
        return suite.catalogue().rules().stream()
                .filter(rule -> rule.area().equals(name) && (area == null || area.equals(name)))
                .filter(rule -> profile == null || profile.rules().contains(rule))
                .toList();
    }

    private TextTable table(String name) {
        TextTable table = new TextTable("rule", "level", "scenarios", "what");
        rules(name).forEach(rule -> table.row(row(suite, rule)));
        return table;
    }

    /** A rule in one row: its id, its level, how many scenarios it has, and what it is about. */
    static String[] row(Suite suite, Rule rule) {
        String scenarios = switch (rule.testable()) {
            case YES -> Integer.toString(suite.idsOf(rule).size());
            case NO -> "not testable";
            case LATER -> "later";
        };
        return new String[] {rule.id(), level(rule), scenarios, rule.title()};
    }

    private String totals() {
        Map<String, Object> counts = suite.counts();
        return counts.get("total") + " rules, " + counts.get("testable") + " testable, " + counts.get("covered")
                + " with scenarios; ./apctck rules ID shows one";
    }

    static String level(Rule rule) {
        return rule.level().name().toLowerCase(Locale.ROOT);
    }

    /** A rule with everything that the catalogue says of it. */
    static Map<String, Object> tree(Suite suite, Rule rule) {
        List<Case> cases = suite.casesOf(rule);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", rule.id());
        tree.put("area", rule.area());
        tree.put("title", rule.title());
        tree.put("level", level(rule));
        tree.put("levelWhy", rule.levelWhy());
        tree.put("statement", rule.statement());
        tree.put("testable", rule.isTestable());
        tree.put("later", rule.testable() == Rule.Testable.LATER);
        tree.put("why", rule.why());
        tree.put("family", rule.family());
        tree.put("apis", rule.apis());
        tree.put("sources", rule.sources().stream().map(RuleList::tree).toList());
        tree.put("disputes", rule.disputes());
        tree.put("readings", rule.readings().stream().map(RuleList::tree).toList());
        tree.put("faults", rule.faults());
        tree.put("scenarios", cases.stream().map(Case::id).toList());
        tree.put(
                "places",
                cases.stream()
                        .map(scenario -> scenario.feature() + ":" + scenario.line())
                        .toList());
        return tree;
    }

    private static Map<String, Object> tree(Rule.Source source) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("page", source.page());
        tree.put("section", source.section());
        SourceLink.of(source).ifPresent(link -> tree.put("link", link));
        return tree;
    }

    private static Map<String, Object> tree(Rule.Reading reading) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", reading.id());
        tree.put("options", reading.options());
        tree.put("question", reading.question());
        return tree;
    }
}
