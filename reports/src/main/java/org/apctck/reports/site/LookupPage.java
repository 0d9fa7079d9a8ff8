package org.apctck.reports.site;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.apctck.kit.results.Header;
import org.apctck.reports.search.RuleIndex;
import org.apctck.reports.site.view.Kind;
import org.apctck.reports.site.view.LookupView;
import org.apctck.reports.site.view.LookupView.Option;
import org.apctck.reports.site.view.Mark;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.rules.Rule;
import tools.jackson.databind.json.JsonMapper;

/** The page of all rules, to be searched and filtered. */
final class LookupPage {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Catalogue catalogue;
    private final List<Findings> targets;
    private final Rows rows;

    LookupPage(Catalogue catalogue, List<Findings> targets, Rows rows) {
        this.catalogue = catalogue;
        this.targets = targets;
        this.rows = rows;
    }

    /** What the page searches in; it stands within the page, where nothing in it may end the element that it is in. */
    private String index() {
        List<String> scenarios = targets.stream()
                .flatMap(target -> target.report().header().asked().stream())
                .map(Header.Asked::scenario)
                .distinct()
                .toList();
        return MAPPER.writeValueAsString(RuleIndex.of(catalogue, scenarios).tree())
                .replace("<", "\\u003c");
    }

    void print(Press press, Frames frames) throws IOException {
        List<Option> areas = new ArrayList<>();
        catalogue.areas().forEach((area, title) -> areas.add(new Option(area, title)));
        TreeSet<String> apis = new TreeSet<>();
        catalogue.rules().forEach(rule -> apis.addAll(rule.apis()));
        LookupView view = new LookupView(
                catalogue.rules().stream().map(rows::of).toList(),
                areas,
                Arrays.stream(Rule.Level.values())
                        .map(level -> level.name().toLowerCase(Locale.ROOT))
                        .map(level -> new Option(level, level))
                        .toList(),
                targets.stream()
                        .map(target -> new Option(target.key(), target.name()))
                        .toList(),
                Arrays.stream(Kind.values())
                        .map(kind -> new Option(kind.key(), kind.word()))
                        .toList(),
                Arrays.stream(Mark.values())
                        .map(mark -> new Option(mark.key(), mark.word()))
                        .toList(),
                new ArrayList<>(apis),
                index());
        press.print("lookup", frames.of("All rules", Addresses.LOOKUP), view);
    }
}
