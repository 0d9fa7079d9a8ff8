package org.apctck.reports.site.view;

import java.util.List;

/**
 * All rules, to be searched.
 *
 * @param index what is searched in, as JSON
 */
public record LookupView(
        List<RuleRow> rules,
        List<Option> areas,
        List<Option> levels,
        List<Option> targets,
        List<Option> kinds,
        List<Option> marks,
        List<String> apis,
        String index) {
    /** A choice of a filter. */
    public record Option(String key, String text) {}
}
