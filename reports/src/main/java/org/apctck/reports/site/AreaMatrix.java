package org.apctck.reports.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apctck.reports.site.view.AreaRow;
import org.apctck.reports.site.view.Kind;
import org.apctck.reports.site.view.Link;
import org.apctck.reports.site.view.Mark;
import org.apctck.reports.site.view.Share;
import org.apctck.spec.Verdict;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.rules.Rule;

/** How the areas came out on each target. Rules of one family state one property and count as one, in the area of the first. */
final class AreaMatrix {
    private final Catalogue catalogue;
    private final List<Findings> targets;
    private final Addresses addresses;
    private final Map<String, List<Rule>> families = new LinkedHashMap<>();
    private final Map<String, Set<String>> areas = new LinkedHashMap<>();

    AreaMatrix(Catalogue catalogue, List<Findings> targets, Addresses addresses) {
        this.catalogue = catalogue;
        this.targets = targets;
        this.addresses = addresses;
        Map<String, String> homes = new LinkedHashMap<>();
        for (Rule rule : catalogue.rules()) {
            if (rule.isTestable()) {
                families.computeIfAbsent(rule.family(), family -> new ArrayList<>())
                        .add(rule);
                String home = homes.computeIfAbsent(rule.family(), family -> rule.area());
                areas.computeIfAbsent(home, area -> new LinkedHashSet<>()).add(rule.family());
            }
        }
    }

    /** A row for each area, those without a testable rule among them. */
    List<AreaRow> rows() {
        List<AreaRow> rows = new ArrayList<>();
        catalogue.areas().forEach((area, title) -> {
            Set<String> members = areas.getOrDefault(area, Set.of());
            rows.add(new AreaRow(new Link(title, Addresses.area(area)), area, members.size(), cells(members, area)));
        });
        return rows;
    }

    /** All areas. */
    AreaRow total() {
        return new AreaRow(new Link("All areas", Addresses.LOOKUP), "", families.size(), cells(families.keySet(), ""));
    }

    private List<AreaRow.Cell> cells(Collection<String> members, String area) {
        return targets.stream()
                .map(target -> new AreaRow.Cell(target.name(), shares(target, members, area)))
                .toList();
    }

    private List<Share> shares(Findings target, Collection<String> members, String area) {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        for (String family : members) {
            Verdict verdict = Verdict.rollUp(families.getOrDefault(family, List.of()).stream()
                    .map(rule -> target.rule(rule).verdict())
                    .toList());
            counts.merge(Mark.of(verdict).kind(), 1, Integer::sum);
        }
        List<Share> shares = new ArrayList<>();
        counts.forEach((kind, count) -> shares.add(new Share(
                kind,
                count,
                area.isEmpty() ? addresses.rules(target.name(), kind) : addresses.rules(target.name(), kind, area))));
        return shares;
    }
}
