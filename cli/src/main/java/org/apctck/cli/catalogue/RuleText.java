package org.apctck.cli.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apctck.cli.console.Paragraph;
import org.apctck.kit.Case;
import org.apctck.reference.fault.Fault;
import org.apctck.reference.fault.Faults;
import org.apctck.reports.SourceLink;
import org.apctck.spec.rules.Rule;

/** One rule with its sources and scenarios, as text. */
public record RuleText(Rule rule, List<Case> cases) {
    private static final String INDENT = "  ";

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(rule.id() + ": " + rule.title());
        lines.add("");
        lines.addAll(Paragraph.lines(rule.statement(), INDENT));
        lines.add("");
        fact(lines, "level", RuleList.level(rule) + ": " + rule.levelWhy());
        switch (rule.testable()) {
            case YES -> fact(lines, "family", rule.family().equals(rule.id()) ? "" : rule.family());
            case NO -> fact(lines, "not testable", rule.why());
            case LATER -> fact(lines, "not testable yet", rule.why());
        }
        fact(lines, "functions", String.join(", ", rule.apis()));
        fact(lines, "disputes", rule.disputes());
        rule.readings()
                .forEach(reading -> fact(
                        lines,
                        "reading " + reading.id(),
                        reading.question() + " (" + String.join(", ", reading.options()) + ")"));
        lines.addAll(List.of("", INDENT + "sources"));
        rule.sources().forEach(source -> lines.addAll(source(source)));
        if (!cases.isEmpty()) {
            lines.addAll(List.of("", INDENT + "scenarios"));
            cases.forEach(scenario ->
                    lines.add(INDENT + INDENT + scenario.id() + "  " + scenario.feature() + ":" + scenario.line()));
        }
        if (!rule.faults().isEmpty()) {
            lines.addAll(List.of("", INDENT + "faults that its scenarios catch"));
            rule.faults().forEach(fault -> lines.addAll(fault(fault)));
        }
        return lines;
    }

    private static List<String> fault(String id) {
        Optional<Fault> fault = Faults.find(id);
        List<String> lines = new ArrayList<>();
        lines.add(
                INDENT + INDENT + id + fault.map(known -> ": " + known.title()).orElse(""));
        fault.map(Fault::origin)
                .filter(origin -> !origin.isEmpty())
                .ifPresent(origin -> lines.addAll(Paragraph.lines("as seen in " + origin, INDENT.repeat(3))));
        return lines;
    }

    List<String> markdown() {
        List<String> lines =
                new ArrayList<>(List.of("## " + rule.id() + ": " + rule.title(), "", rule.statement(), ""));
        lines.add("- level: " + RuleList.level(rule) + " (" + rule.levelWhy() + ")");
        if (!rule.isTestable()) {
            lines.add("- not testable: " + rule.why());
        }
        if (!rule.disputes().isEmpty()) {
            lines.add("- disputes: " + rule.disputes());
        }
        rule.sources()
                .forEach(source -> lines.add("- source: "
                        + SourceLink.of(source)
                                .map(link -> "[" + source.page() + "](" + link + ")")
                                .orElse(source.page())
                        + ", " + source.section()));
        cases.forEach(scenario ->
                lines.add("- scenario: `" + scenario.id() + "` (" + scenario.feature() + ":" + scenario.line() + ")"));
        rule.faults()
                .forEach(fault -> lines.add("- fault: `" + fault + "`: "
                        + Faults.find(fault).map(Fault::title).orElse("")));
        return lines;
    }

    private static void fact(List<String> lines, String name, String text) {
        if (!text.isEmpty()) {
            List<String> wrapped = Paragraph.lines(name + ": " + text, INDENT + INDENT);
            lines.add(wrapped.get(0).substring(INDENT.length()));
            lines.addAll(wrapped.subList(1, wrapped.size()));
        }
    }

    /** A source: its page, the section of it, and the address where it is known. */
    public static List<String> source(Rule.Source source) {
        List<String> lines = new ArrayList<>();
        String section = source.section().isEmpty() ? "" : ", " + source.section();
        lines.add(INDENT + INDENT + source.page() + section);
        SourceLink.of(source).ifPresent(link -> lines.add(INDENT + INDENT + INDENT + link));
        return lines;
    }
}
