package org.apctck.reports.site;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apctck.reports.SourceLink;
import org.apctck.reports.site.view.RuleRow;
import org.apctck.reports.site.view.RuleRow.Deed;
import org.apctck.reports.site.view.Said;
import org.apctck.reports.site.view.Source;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.rules.Rule;

/** Every rule as it is listed, made once. */
final class Rows {
    private final Map<String, RuleRow> rows = new HashMap<>();
    private final List<Findings> targets;

    Rows(Catalogue catalogue, List<Findings> targets) {
        this.targets = targets;
        catalogue.rules().forEach(rule -> rows.put(rule.id(), row(rule)));
    }

    RuleRow of(Rule rule) {
        return Objects.requireNonNull(rows.get(rule.id()), "every rule of the catalogue has a row");
    }

    private RuleRow row(Rule rule) {
        List<Said> said = targets.stream().map(target -> target.said(rule)).toList();
        return new RuleRow(
                rule.id(),
                Addresses.rule(rule.id()),
                rule.title(),
                rule.area(),
                rule.level().name().toLowerCase(Locale.ROOT),
                rule.levelWhy(),
                rule.statement(),
                rule.sources().stream()
                        .map(source -> new Source(
                                source.page(),
                                source.section(),
                                SourceLink.of(source).orElse("")))
                        .toList(),
                rule.apis(),
                rule.why(),
                rule.disputes(),
                said,
                rule.disputes().isEmpty() || !rule.isTestable() ? List.of() : deeds(rule));
    }

    private List<Deed> deeds(Rule rule) {
        return targets.stream()
                .map(target -> new Deed(target.said(rule), Observations.of(target, rule)))
                .toList();
    }
}
