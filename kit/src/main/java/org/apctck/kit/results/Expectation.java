package org.apctck.kit.results;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apctck.spec.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A known deviation of a target.
 *
 * @param subject the id of a rule, for each of its scenarios, or the id of a scenario, which is more specific
 * @param condition on which targets it is known
 * @param verdicts the one that is expected, or several for a deviation that comes and goes
 * @param shows what the reason of the verdict must contain, such as the first event that differs; empty for anything
 * @param reason why the target deviates, for people
 * @param bug the address of the bug that was reported for it, or empty
 * @param review the day after which the entry must be looked at again, or null
 * @param digest of the case that the entry was written for, or null; for another digest the entry is stale
 * @param place file and line of the entry
 */
public record Expectation(
        String subject,
        Condition condition,
        Set<Verdict> verdicts,
        String shows,
        String reason,
        String bug,
        @Nullable LocalDate review,
        @Nullable String digest,
        String place) {
    public Expectation {
        verdicts = Collections.unmodifiableSet(EnumSet.copyOf(verdicts));
    }

    /** Whether the entry is about one scenario rather than all of a rule. */
    public boolean isOfScenario() {
        return subject.contains("/");
    }

    boolean isAbout(ScenarioResult result) {
        return subject.equals(isOfScenario() ? result.scenario() : result.rule());
    }

    /** The verdicts in words: {@code PASS or FAIL}. */
    public String verdictText() {
        return verdicts.stream().map(Verdict::name).collect(Collectors.joining(" or "));
    }
}
