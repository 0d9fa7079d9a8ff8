package org.apctck.reports.site;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apctck.reports.Report;
import org.apctck.reports.site.view.FrontView;
import org.apctck.reports.site.view.Mark;
import org.apctck.spec.rules.Rule;

/** The first page: what this is, who keeps what, and where to go from there. */
final class FrontPage {
    private final Report report;
    private final List<Findings> targets;
    private final Addresses addresses;
    private final Cards cards;
    private final PairPages pairs;

    FrontPage(Report report, List<Findings> targets, Addresses addresses, Cards cards, PairPages pairs) {
        this.report = report;
        this.targets = targets;
        this.addresses = addresses;
        this.cards = cards;
        this.pairs = pairs;
    }

    void print(Press press, Frames frames) throws IOException {
        AreaMatrix matrix = new AreaMatrix(report.catalogue(), targets, addresses);
        FrontView view = new FrontView(
                report.catalogue().rules().size(),
                count(Rule.Testable.YES),
                count(Rule.Testable.LATER),
                scenarios(),
                targets.stream().map(cards::of).toList(),
                matrix.rows(),
                matrix.total(),
                report.hasWindows(),
                pairs.links(),
                Arrays.asList(Mark.values()));
        press.print("front", frames.of("The rules of user-mode APCs, and who keeps them", Addresses.FRONT), view);
    }

    private int count(Rule.Testable testable) {
        return (int) report.catalogue().rules().stream()
                .filter(rule -> rule.testable() == testable)
                .count();
    }

    private int scenarios() {
        return (int) targets.stream()
                .flatMap(target -> target.report().summary().scenarios().stream())
                .map(result -> result.scenario())
                .distinct()
                .count();
    }
}
