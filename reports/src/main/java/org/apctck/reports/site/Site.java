package org.apctck.reports.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apctck.reports.Report;
import org.apctck.reports.ReportFormat;
import org.apctck.reports.diagram.SequenceDiagram;
import org.apctck.spec.rules.Rule;

/** The readable spec: {@code index.html} and the pages it leads to. It opens from disk and fetches nothing. */
public final class Site implements ReportFormat {
    private static final String ASSETS = "assets";
    private static final List<String> FILES = List.of("site.css", "site.js");

    /** Where a scenario stands, as seen from the root of the site. */
    public static String place(String rule, String scenario) {
        return Addresses.scenario(rule, scenario);
    }

    @Override
    public void write(Report report, Path out) throws IOException {
        Addresses addresses = new Addresses(report.targets());
        List<Findings> targets = report.targets().stream()
                .map(target -> new Findings(target, addresses))
                .toList();
        Rows rows = new Rows(report.catalogue(), targets);
        Frames frames = new Frames(report, targets);
        Cards cards = new Cards(addresses);
        Press press = new Press(out);

        press.copy(ASSETS, FILES);
        press.file(ASSETS + "/diagram.css", SequenceDiagram.styleSheet());
        for (String folder : Addresses.FOLDERS) {
            press.clear(folder);
        }
        PairPages pairs = new PairPages(report.catalogue(), targets, addresses, rows, cards);
        new FrontPage(report, targets, addresses, cards, pairs).print(press, frames);
        new LookupPage(report.catalogue(), targets, rows).print(press, frames);
        new AreaPages(report.catalogue(), rows).print(press, frames);
        new TargetPages(targets, rows, cards, pairs).print(press, frames);
        pairs.print(press, frames);
        RulePages rules = new RulePages(report, targets, rows);
        for (Rule rule : report.catalogue().rules()) {
            rules.print(rule, press, frames);
        }
    }
}
