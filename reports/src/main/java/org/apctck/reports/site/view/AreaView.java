package org.apctck.reports.site.view;

import java.util.List;

/**
 * The rules of an area.
 *
 * @param rules those that programs can test
 * @param silent those that they cannot, or cannot yet
 * @param disputed those whose documentation is disputed
 */
public record AreaView(
        String id,
        String title,
        List<RuleRow> rules,
        List<RuleRow> silent,
        List<RuleRow> disputed,
        Link previous,
        Link next) {}
