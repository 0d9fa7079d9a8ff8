package org.apctck.reports.site;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apctck.kit.diff.Divergence;
import org.apctck.kit.diff.ResultsDiff;
import org.apctck.kit.diff.ScenarioDifference;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.reports.site.view.FrontView;
import org.apctck.reports.site.view.Link;
import org.apctck.reports.site.view.Mark;
import org.apctck.reports.site.view.PairView;
import org.apctck.reports.site.view.Said;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.rules.Rule;

/** A page for each two targets: what differs, by rule. */
final class PairPages {
    private final Catalogue catalogue;
    private final Addresses addresses;
    private final Rows rows;
    private final Cards cards;
    private final List<Pair> pairs = new ArrayList<>();

    private record Pair(Findings left, Findings right, ResultsDiff diff, Link link) {}

    PairPages(Catalogue catalogue, List<Findings> targets, Addresses addresses, Rows rows, Cards cards) {
        this.catalogue = catalogue;
        this.addresses = addresses;
        this.rows = rows;
        this.cards = cards;
        for (int left = 0; left < targets.size(); left++) {
            for (int right = left + 1; right < targets.size(); right++) {
                pairs.add(pair(targets.get(left), targets.get(right)));
            }
        }
    }

    private Pair pair(Findings left, Findings right) {
        ResultsDiff diff = ResultsDiff.of(
                left.report().summary().scenarios(),
                right.report().summary().scenarios(),
                left.report().header().target().isModel()
                        || right.report().header().target().isModel());
        Link link = new Link(left.name() + " and " + right.name(), addresses.pair(left.name(), right.name()));
        return new Pair(left, right, diff, link);
    }

    List<FrontView.PairLink> links() {
        return pairs.stream()
                .map(pair -> new FrontView.PairLink(
                        pair.link(),
                        (int) pair.diff().ofVerdict(),
                        pair.diff().differences().size() - (int) pair.diff().ofVerdict()))
                .toList();
    }

    /** The comparisons with one target. */
    List<Link> linksOf(Findings target) {
        return pairs.stream()
                .filter(pair -> pair.left() == target || pair.right() == target)
                .map(Pair::link)
                .toList();
    }

    void print(Press press, Frames frames) throws IOException {
        for (Pair pair : pairs) {
            press.print(
                    "pair",
                    frames.of("What differs: " + pair.link().text(), pair.link().address()),
                    view(pair));
        }
    }

    private PairView view(Pair pair) {
        ResultsDiff diff = pair.diff();
        int verdicts = (int) diff.ofVerdict();
        return new PairView(
                cards.of(pair.left()),
                cards.of(pair.right()),
                diff.compared(),
                verdicts,
                diff.differences().size() - verdicts,
                diff.onlyLeft().size(),
                diff.onlyRight().size(),
                diff.changed(),
                rules(pair));
    }

    private List<PairView.Rule> rules(Pair pair) {
        Figures figures = new Figures();
        Map<String, List<ScenarioDifference>> byRule = new LinkedHashMap<>();
        for (Rule rule : catalogue.rules()) {
            byRule.put(rule.id(), new ArrayList<>());
        }
        pair.diff()
                .all()
                .forEach(difference -> byRule.computeIfAbsent(difference.rule(), rule -> new ArrayList<>())
                        .add(difference));
        List<PairView.Rule> rules = new ArrayList<>();
        byRule.forEach((id, differences) -> {
            Optional<Rule> rule = catalogue.rule(id);
            if (!differences.isEmpty() && rule.isPresent()) {
                rules.add(new PairView.Rule(
                        rows.of(rule.get()),
                        pair.left().said(rule.get()),
                        pair.right().said(rule.get()),
                        differences.stream()
                                .map(difference -> difference(pair, difference, figures))
                                .toList()));
            }
        });
        return rules;
    }

    private static String note(ScenarioDifference difference) {
        String agrees = difference.isOfVerdict() ? "" : "The verdicts agree; what happened differs.";
        return difference.counts() ? agrees : agrees + " Does not count: " + difference.apart() + ".";
    }

    private static PairView.Difference difference(Pair pair, ScenarioDifference difference, Figures figures) {
        String id = difference.scenario();
        Divergence parts = difference.divergence();
        Optional<ScenarioResult> left = pair.left().scenario(id);
        Optional<ScenarioResult> right = pair.right().scenario(id);
        String name = Scenarios.name(
                id, left.or(() -> right).map(ScenarioResult::worst).map(Attempt::scenario));
        String leftName = pair.left().name();
        String rightName = pair.right().name();
        return new PairView.Difference(
                name,
                difference.rule() + "." + Addresses.anchor(id),
                note(difference),
                Addresses.scenario(difference.rule(), id),
                new Said(leftName, pair.left().key(), Mark.of(difference.left()), ""),
                new Said(rightName, pair.right().key(), Mark.of(difference.right()), ""),
                parts == null ? "" : parts.thread(),
                parts == null ? "" : parts.leftEvent(),
                parts == null ? "" : parts.rightEvent(),
                figures.of(
                        leftName + ": " + name,
                        left.flatMap(result ->
                                parts == null ? Evidence.of(result) : Evidence.left(result, parts, rightName))),
                figures.of(
                        rightName + ": " + name,
                        right.flatMap(result ->
                                parts == null ? Evidence.of(result) : Evidence.right(result, parts, leftName))),
                List.of(
                        Commands.again(pair.left().report().header(), id),
                        Commands.again(pair.right().report().header(), id)));
    }
}
