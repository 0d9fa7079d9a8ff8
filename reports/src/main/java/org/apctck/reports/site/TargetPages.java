package org.apctck.reports.site;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apctck.kit.results.Expectation;
import org.apctck.kit.results.RuleResult;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.reports.site.view.Mark;
import org.apctck.reports.site.view.TargetView;
import org.apctck.spec.rules.Rule;

/** A page for each target: what it is, and its rules by verdict, the broken ones first. */
final class TargetPages {
    private final List<Findings> targets;
    private final Rows rows;
    private final Cards cards;
    private final PairPages pairs;

    TargetPages(List<Findings> targets, Rows rows, Cards cards, PairPages pairs) {
        this.targets = targets;
        this.rows = rows;
        this.cards = cards;
        this.pairs = pairs;
    }

    void print(Press press, Frames frames) throws IOException {
        for (Findings target : targets) {
            TargetView view =
                    new TargetView(cards.of(target), unexpected(target), groups(target), pairs.linksOf(target));
            press.print(
                    "target",
                    frames.of(
                            "What " + target.name() + " keeps and breaks",
                            target.link().address()),
                    view);
        }
    }

    private static List<TargetView.Unexpected> unexpected(Findings target) {
        return target.report().deviations().unexpected().stream()
                .map(deviation -> {
                    ScenarioResult result = deviation.result();
                    return new TargetView.Unexpected(
                            deviation.line(),
                            result == null ? "" : Addresses.scenario(result.rule(), result.scenario()));
                })
                .toList();
    }

    private List<TargetView.Group> groups(Findings target) {
        Map<Mark, List<TargetView.Rule>> groups = new EnumMap<>(Mark.class);
        for (RuleResult result : target.report().summary().rules()) {
            if (result.rule().isTestable()) {
                groups.computeIfAbsent(target.said(result.rule()).mark(), mark -> new ArrayList<>())
                        .add(rule(target, result));
            }
        }
        return groups.entrySet().stream()
                .sorted(java.util.Comparator.comparing(group -> group.getKey().kind()))
                .map(group -> new TargetView.Group(group.getKey(), group.getValue()))
                .toList();
    }

    /** For a rule that fails by none of its own scenarios. */
    private static String elsewhere(RuleResult result) {
        return result.elsewhere().stream()
                .findFirst()
                .map(scenario -> "seen broken in " + scenario.scenario())
                .orElse("");
    }

    private TargetView.Rule rule(Findings target, RuleResult result) {
        Rule rule = result.rule();
        Optional<ScenarioResult> decisive = target.decisive(rule);
        return new TargetView.Rule(
                rows.of(rule),
                decisive.map(ScenarioResult::reason).orElseGet(() -> elsewhere(result)),
                decisive.flatMap(found -> target.known(found.scenario()))
                        .map(Expectation::reason)
                        .orElse(""),
                RulePages.share(result),
                decisive.map(found -> Addresses.anchor(found.scenario())).orElse(""),
                target.account(rule));
    }
}
