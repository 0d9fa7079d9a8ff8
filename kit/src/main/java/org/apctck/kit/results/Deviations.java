package org.apctck.kit.results;

import java.util.List;
import org.apctck.kit.ExitStatus;
import org.apctck.kit.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * How results deviate from what is expected.
 *
 * @param unexpected what nobody has accounted for
 * @param known the scenarios with a verdict that an entry accounts for
 * @param objections the scenarios with an objection for another rule, or with a finding, that an entry accounts for
 * @param status what the results come to: ERROR is a fault, NOT_RUN and INCONCLUSIVE have their own statuses
 */
public record Deviations(List<Deviation> unexpected, List<Known> known, List<Known> objections, ExitStatus status) {
    public Deviations {
        unexpected = List.copyOf(unexpected);
        known = List.copyOf(known);
        objections = List.copyOf(objections);
    }

    /**
     * An unexpected result.
     *
     * @param line for people: names the scenario or the entry
     * @param result null for an entry that matches nothing
     * @param rejection what is unexpected beside the verdict of the scenario; null if that or an entry is
     */
    public record Deviation(
            String line,
            @Nullable ScenarioResult result,
            @Nullable Rejection rejection) {
        Deviation(String line, @Nullable ScenarioResult result) {
            this(line, result, null);
        }

        /** The rule that it is held against; empty for a finding, and for an entry. */
        public String rule() {
            if (rejection != null) {
                return rejection.objection().rule();
            }
            return result == null ? "" : result.rule();
        }
    }

    /** A result that is as its entry says. */
    public record Known(ScenarioResult result, Expectation entry) {}

    /** The unexpected results in one line each. */
    public List<String> lines() {
        return unexpected.stream().map(Deviation::line).toList();
    }
}
