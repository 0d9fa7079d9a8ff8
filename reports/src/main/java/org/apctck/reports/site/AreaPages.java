package org.apctck.reports.site;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apctck.reports.site.view.AreaView;
import org.apctck.reports.site.view.Link;
import org.apctck.reports.site.view.RuleRow;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.rules.Rule;

/** A page for each area, with all of its rules. */
final class AreaPages {
    private static final Link NOWHERE = new Link("", "");

    private final Catalogue catalogue;
    private final Rows rows;

    AreaPages(Catalogue catalogue, Rows rows) {
        this.catalogue = catalogue;
        this.rows = rows;
    }

    void print(Press press, Frames frames) throws IOException {
        List<String> areas = new ArrayList<>(catalogue.areas().keySet());
        for (int i = 0; i < areas.size(); i++) {
            String area = areas.get(i);
            String title = catalogue.areas().getOrDefault(area, area);
            Link previous = i == 0 ? NOWHERE : link(areas.get(i - 1));
            Link next = i == areas.size() - 1 ? NOWHERE : link(areas.get(i + 1));
            AreaView view = new AreaView(
                    area,
                    title,
                    rows(area, Rule::isTestable),
                    rows(area, rule -> !rule.isTestable()),
                    rows(area, rule -> rule.isTestable() && !rule.disputes().isEmpty()),
                    previous,
                    next);
            press.print("area", frames.of(title, Addresses.area(area)), view);
        }
    }

    private Link link(String area) {
        return new Link(catalogue.areas().getOrDefault(area, area), Addresses.area(area));
    }

    private List<RuleRow> rows(String area, Predicate<Rule> which) {
        return catalogue.rules().stream()
                .filter(rule -> rule.area().equals(area))
                .filter(which)
                .map(rows::of)
                .toList();
    }
}
