package org.apctck.reports.site;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apctck.kit.results.RuleResult;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.reports.Report;
import org.apctck.reports.site.view.FaultView;
import org.apctck.reports.site.view.Link;
import org.apctck.reports.site.view.RuleView;
import org.apctck.spec.rules.Rule;

/** A page for each rule: its scenarios, what each target did, and how to see it again. */
final class RulePages {
    private static final Link NOWHERE = new Link("", "");

    private final Report report;
    private final List<Findings> targets;
    private final Rows rows;
    private final Scenarios scenarios;
    private final List<Rule> order;

    RulePages(Report report, List<Findings> targets, Rows rows) {
        this.report = report;
        this.targets = targets;
        this.rows = rows;
        this.scenarios = new Scenarios(targets);
        this.order = new ArrayList<>(report.catalogue().rules());
    }

    void print(Rule rule, Press press, Frames frames) throws IOException {
        press.print("rule", frames.of(rule.title() + ", " + rule.id(), Addresses.rule(rule.id())), view(rule));
    }

    private RuleView view(Rule rule) {
        int place = order.indexOf(rule);
        String area = report.catalogue().areas().getOrDefault(rule.area(), rule.area());
        return new RuleView(
                rows.of(rule),
                new Link(area, Addresses.area(rule.area())),
                order.stream()
                        .filter(other -> other.family().equals(rule.family()) && !other.equals(rule))
                        .map(RulePages::link)
                        .toList(),
                rule.readings().stream()
                        .map(reading -> new RuleView.Reading(
                                reading.id(), reading.question(), String.join(" or ", reading.options())))
                        .toList(),
                rule.isTestable()
                        ? targets.stream().map(target -> verdict(target, rule)).toList()
                        : List.of(),
                scenarios.of(rule),
                rule.faults().stream().map(fault -> fault(fault, rule)).toList(),
                place == 0 ? NOWHERE : link(order.get(place - 1)),
                place == order.size() - 1 ? NOWHERE : link(order.get(place + 1)));
    }

    private static Link link(Rule rule) {
        return new Link(rule.id(), Addresses.rule(rule.id()));
    }

    private static RuleView.Verdict verdict(Findings target, Rule rule) {
        Optional<ScenarioResult> decisive = target.decisive(rule);
        return new RuleView.Verdict(
                target.link(),
                target.said(rule),
                share(target.rule(rule)),
                decisive.map(ScenarioResult::reason).orElse("there is no result"),
                decisive.map(result -> Addresses.anchor(result.scenario())).orElse(""),
                target.account(rule));
    }

    /** How many scenarios have the verdict of the rule: {@code 3 of 4 scenarios}. */
    static String share(RuleResult result) {
        long same = result.scenarios().stream()
                .filter(scenario -> scenario.verdict() == result.verdict())
                .count();
        int all = result.scenarios().size();
        return all == 0 ? "" : same + " of " + all + (all == 1 ? " scenario" : " scenarios");
    }

    private FaultView fault(String fault, Rule rule) {
        return new FaultView(fault, report.faults().getOrDefault(fault, ""), Commands.fault(fault, rule.id()));
    }
}
