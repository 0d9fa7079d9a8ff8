package org.apctck.cli.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apctck.cli.suite.Suite;
import org.apctck.kit.Case;
import org.apctck.kit.faults.FaultMatrix;
import org.apctck.kit.faults.FaultNames;
import org.apctck.reference.fault.Fault;
import org.apctck.reference.fault.Faults;
import org.apctck.reference.fault.Suspects;
import org.apctck.reports.TextTable;
import org.apctck.spec.format.Count;
import org.apctck.spec.rules.Rule;

/** The matrix of faults and scenarios for people and programs. */
record FaultReport(Suite suite, FaultMatrix matrix, double seconds) {
    /** What is wrong with faults, rules or scenarios, in one line each. */
    List<String> findings() {
        List<String> findings = new ArrayList<>(FaultNames.check(suite.catalogue(), Faults.ids()));
        findings.addAll(Suspects.check(suite.catalogue()));
        findings.addAll(matrix.findings(suite.catalogue()));
        return findings;
    }

    /** A table for each area: a row for each fault of each rule, a mark for each scenario of the rule. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        suite.catalogue().areas().forEach((area, title) -> {
            TextTable table = table(area);
            if (!rules(area).isEmpty()) {
                lines.add(area + ": " + title);
                table.lines().forEach(line -> lines.add("  " + line));
                lines.add("");
            }
        });
        lines.add(
                "caught by: a mark for each scenario of the rule, x for one that fails by the fault, . for one that does not;");
        lines.add("also: how many scenarios of other rules fail by it");
        lines.add("");
        lines.addAll(summary());
        return lines;
    }

    List<String> markdown() {
        List<String> lines = new ArrayList<>();
        suite.catalogue().areas().forEach((area, title) -> {
            if (!rules(area).isEmpty()) {
                lines.addAll(List.of("## " + area + ": " + title, ""));
                lines.addAll(table(area).markdown());
                lines.add("");
            }
        });
        lines.addAll(summary());
        return lines;
    }

    private TextTable table(String area) {
        TextTable table = new TextTable("rule", "fault", "caught by", "also", "what it does");
        for (Rule rule : rules(area)) {
            String id = rule.id();
            for (String name : rule.faults()) {
                List<Case> catching = matrix.catching(name);
                long own = catching.stream()
                        .filter(scenario -> scenario.rule().equals(rule.id()))
                        .count();
                table.row(id, name, marks(rule, name), Long.toString(catching.size() - own), title(name));
                id = "";
            }
        }
        return table;
    }

    private List<Rule> rules(String area) {
        return suite.catalogue().rules().stream()
                .filter(rule -> rule.area().equals(area) && !rule.faults().isEmpty())
                .toList();
    }

    private String marks(Rule rule, String fault) {
        return suite.casesOf(rule).stream()
                .map(scenario -> matrix.catches(scenario, fault) ? "x" : ".")
                .collect(Collectors.joining());
    }

    private static String title(String fault) {
        return Faults.find(fault).map(Fault::title).orElse("");
    }

    /** The figures in the words of the README, and what is wrong. */
    List<String> summary() {
        List<String> findings = findings();
        long faults = matrix.verdicts().size();
        long catching = scenariosThatCatch();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s, %s, %s in %.1f s: %s of the faults are caught, %s of the scenarios catch one",
                Count.of(demanding().size(), "rule"),
                Count.of(faults, "fault"),
                Count.of(matrix.cases().size(), "scenario"),
                seconds,
                share(matrix.caught(), faults),
                share(catching, matrix.cases().size())));
        lines.add(Count.of(findings.size(), "finding") + (findings.isEmpty() ? "" : ":"));
        findings.forEach(finding -> lines.add("  " + finding));
        return lines;
    }

    private long scenariosThatCatch() {
        return matrix.cases().stream()
                .filter(scenario -> !matrix.caughtBy(scenario).isEmpty())
                .count();
    }

    private static String share(long part, long whole) {
        return String.format(Locale.ROOT, "%.1f %%", whole == 0 ? 0 : 100.0 * part / whole);
    }

    /** The rules that a target can fail by. */
    private Collection<Rule> demanding() {
        return Suite.testable(suite.catalogue().rules()).stream()
                .filter(rule -> rule.level() != Rule.Level.INFORMATIVE)
                .toList();
    }

    /** Everything, as {@code docs/protocol/faults.schema.json} describes it. */
    Map<String, Object> tree() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("rules", demanding().size());
        summary.put("faults", matrix.verdicts().size());
        summary.put("caught", matrix.caught());
        summary.put("scenarios", matrix.cases().size());
        summary.put("catching", scenariosThatCatch());
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("summary", summary);
        tree.put("faults", Faults.all().stream().map(this::tree).toList());
        tree.put("scenarios", matrix.cases().stream().map(this::tree).toList());
        tree.put("findings", findings());
        return tree;
    }

    private Map<String, Object> tree(Fault fault) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", fault.id());
        tree.put("title", fault.title());
        tree.put("origin", fault.origin());
        tree.put(
                "rules",
                suite.catalogue().rules().stream()
                        .filter(rule -> rule.faults().contains(fault.id()))
                        .map(Rule::id)
                        .toList());
        tree.put("verdicts", matrix.verdicts().getOrDefault(fault.id(), Map.of()));
        return tree;
    }

    private Map<String, Object> tree(Case scenario) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", scenario.id());
        tree.put("rule", scenario.rule());
        tree.put("catches", matrix.caughtBy(scenario));
        if (!scenario.stands().isEmpty()) {
            tree.put("stands", scenario.stands());
        }
        return tree;
    }
}
