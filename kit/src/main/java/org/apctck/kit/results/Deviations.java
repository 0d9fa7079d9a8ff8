package org.apctck.kit.results;

import java.util.List;
import org.apctck.kit.ExitStatus;
import org.jspecify.annotations.Nullable;

/**
 * How results deviate from what is expected.
 *
 * @param unexpected what nobody has accounted for
 * @param known the deviations that an entry accounts for
 * @param status what the results come to: ERROR is a fault, NOT_RUN and INCONCLUSIVE have their own statuses
 */
public record Deviations(List<Deviation> unexpected, List<Known> known, ExitStatus status) {
    public Deviations {
        unexpected = List.copyOf(unexpected);
        known = List.copyOf(known);
    }

    /**
     * An unexpected result.
     *
     * @param line for people: names the scenario or the entry
     * @param result null for an entry that matches nothing
     */
    public record Deviation(String line, @Nullable ScenarioResult result) {}

    /** A result that is as its entry says. */
    public record Known(ScenarioResult result, Expectation entry) {}

    /** The unexpected results in one line each. */
    public List<String> lines() {
        return unexpected.stream().map(Deviation::line).toList();
    }
}
