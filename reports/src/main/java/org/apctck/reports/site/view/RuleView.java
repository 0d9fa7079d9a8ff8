package org.apctck.reports.site.view;

import java.util.List;

/**
 * All about one rule.
 *
 * @param family the other rules that state the same property
 * @param verdicts the verdict of each target, and why
 * @param previous the rule before it, and {@code next} the one after; with empty texts where there is none
 */
public record RuleView(
        RuleRow row,
        Link area,
        List<Link> family,
        List<Reading> readings,
        List<Verdict> verdicts,
        List<ScenarioView> scenarios,
        List<FaultView> faults,
        Link previous,
        Link next) {
    /** A question that the documentation leaves open. */
    public record Reading(String id, String question, String options) {}

    /**
     * The verdict of a target.
     *
     * @param passed how many scenarios say so, for people
     * @param reason of the scenario that decides
     * @param anchor of that scenario; empty if there is none
     * @param account {@code known deviation}, {@code unexpected}, or empty
     */
    public record Verdict(Link target, Said said, String passed, String reason, String anchor, String account) {}
}
