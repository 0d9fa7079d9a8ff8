package org.apctck.reports.site;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apctck.kit.results.Deviations;
import org.apctck.kit.results.Expectation;
import org.apctck.kit.results.RuleResult;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.reports.TargetReport;
import org.apctck.reports.site.view.Link;
import org.apctck.reports.site.view.Mark;
import org.apctck.reports.site.view.Said;
import org.apctck.spec.rules.Rule;

/** The results of one target, to be looked up by rule and by scenario. */
final class Findings {
    private final TargetReport report;
    private final String key;
    private final Link link;
    private final Map<String, RuleResult> rules = new HashMap<>();
    private final Map<String, ScenarioResult> scenarios = new HashMap<>();
    private final Map<String, Expectation> known = new HashMap<>();
    private final Map<String, String> unexpected = new HashMap<>();

    Findings(TargetReport report, Addresses addresses) {
        this.report = report;
        this.key = addresses.key(report.name());
        this.link = new Link(report.name(), addresses.target(report.name()));
        for (RuleResult rule : report.summary().rules()) {
            rules.put(rule.rule().id(), rule);
            rule.scenarios().forEach(scenario -> scenarios.put(scenario.scenario(), scenario));
        }
        report.deviations()
                .known()
                .forEach(deviation -> known.put(deviation.result().scenario(), deviation.entry()));
        for (Deviations.Deviation deviation : report.deviations().unexpected()) {
            if (deviation.result() != null) {
                unexpected.merge(deviation.result().scenario(), deviation.line(), (one, other) -> one + "; " + other);
            }
        }
    }

    TargetReport report() {
        return report;
    }

    String name() {
        return report.name();
    }

    String key() {
        return key;
    }

    /** The page of the target. */
    Link link() {
        return link;
    }

    RuleResult rule(Rule rule) {
        return Objects.requireNonNull(rules.get(rule.id()), "a summary has every rule of the catalogue");
    }

    Optional<ScenarioResult> scenario(String id) {
        return Optional.ofNullable(scenarios.get(id));
    }

    Optional<Expectation> known(String scenario) {
        return Optional.ofNullable(known.get(scenario));
    }

    boolean isUnexpected(String scenario) {
        return unexpected.containsKey(scenario);
    }

    /** What is said of a rule. */
    Said said(Rule rule) {
        RuleResult result = rule(rule);
        Mark mark = rule.testable() == Rule.Testable.LATER ? Mark.LATER : Mark.of(result.verdict());
        int silent = result.withoutVerdict();
        return new Said(name(), key, mark, silent == 0 ? "" : silent + " without a verdict");
    }

    /** What is said of a scenario. */
    Said said(ScenarioResult result) {
        return new Said(name(), key, Mark.of(result.verdict()), "");
    }

    /** The scenario that decides the verdict of a rule: the first that has it. */
    Optional<ScenarioResult> decisive(Rule rule) {
        RuleResult result = rule(rule);
        return result.scenarios().stream()
                .filter(scenario -> scenario.verdict() == result.verdict())
                .findFirst();
    }

    /** Whether somebody has accounted for what a rule came to: in one or two words, empty where there is nothing to say. */
    String account(Rule rule) {
        if (report.deviations().unexpected().stream()
                .anyMatch(deviation -> deviation.rule().equals(rule.id()))) {
            return "unexpected";
        }
        boolean isKnown = Stream.concat(report.deviations().known().stream(), report.deviations().objections().stream())
                .anyMatch(deviation -> deviation.entry().isOfObjections()
                        ? deviation.entry().subject().equals(rule.id())
                        : deviation.result().rule().equals(rule.id()));
        return isKnown ? "known deviation" : "";
    }
}
