package org.apctck.reports.site.view;

import java.util.List;

/**
 * How two targets differ.
 *
 * @param rules those with a difference
 * @param onlyLeft how many scenarios the other one does not have
 * @param changed how many scenarios were run in different versions
 */
public record PairView(
        TargetCard left,
        TargetCard right,
        int compared,
        int verdicts,
        int outcomes,
        int onlyLeft,
        int onlyRight,
        List<String> changed,
        List<Rule> rules) {
    /** The differences in the scenarios of a rule. */
    public record Rule(RuleRow row, Said left, Said right, List<Difference> scenarios) {}

    /**
     * A scenario that came out differently.
     *
     * @param note that the verdicts agree and what happened does not, or why the difference does not count; empty if neither
     * @param address of the scenario
     * @param thread on which it first parts; empty if only the way it ended differs, or nothing is known
     * @param leftEvent the first event that differs, on one side
     */
    public record Difference(
            String name,
            String anchor,
            String note,
            String address,
            Said left,
            Said right,
            String thread,
            String leftEvent,
            String rightEvent,
            Figure leftFigure,
            Figure rightFigure,
            List<Command> commands) {}
}
