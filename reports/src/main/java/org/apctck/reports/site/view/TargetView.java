package org.apctck.reports.site.view;

import java.util.List;

/**
 * A target and its rules.
 *
 * @param unexpected in one line each
 * @param groups its rules by verdict, the broken ones first
 * @param pairs the comparisons with other targets
 */
public record TargetView(TargetCard card, List<Unexpected> unexpected, List<Group> groups, List<Link> pairs) {
    /** A result that nobody has accounted for; the address is empty for an expectation that matches nothing. */
    public record Unexpected(String line, String address) {}

    /** The rules of one verdict. */
    public record Group(Mark mark, List<Rule> rules) {}

    /**
     * A rule.
     *
     * @param reason of the scenario that decides; may be empty
     * @param why it came to that, if somebody has found out; else empty
     * @param scenarios how many scenarios ended so, for people
     */
    public record Rule(RuleRow row, String reason, String why, String scenarios, String anchor, String account) {}
}
