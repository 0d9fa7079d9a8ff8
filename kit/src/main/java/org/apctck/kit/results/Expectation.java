package org.apctck.kit.results;

import org.apctck.spec.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A known deviation of a target.
 *
 * @param subject the id of a rule, for each of its scenarios, or the id of a scenario, which is more specific
 * @param digest of the case that the entry was written for, or null; for another digest the entry is stale
 * @param place file and line of the entry
 */
public record Expectation(
        String subject,
        Verdict verdict,
        String reason,
        @Nullable String digest,
        String place) {
    /** Whether the entry is about one scenario rather than all of a rule. */
    public boolean isOfScenario() {
        return subject.contains("/");
    }

    boolean isAbout(ScenarioResult result) {
        return subject.equals(isOfScenario() ? result.scenario() : result.rule());
    }
}
