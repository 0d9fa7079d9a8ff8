package org.apctck.spec;

import java.util.Collection;
import java.util.Comparator;

/** What is said of an attempt, a scenario or a rule on a target; declared in the order in which a roll-up takes them. */
public enum Verdict {
    /** The kit or the agent is at fault. */
    ERROR,
    /** The process of the implementation died. */
    CRASH,
    /** The implementation hung: every live thread was seen blocked and no finite wait was outstanding. */
    TIMEOUT,
    /** What happened is not what the rule says. */
    FAIL,
    /** It was asked for and has no result. */
    NOT_RUN,
    /** What the scenario needs did not happen, so nothing can be said. */
    INCONCLUSIVE,
    /** What happened is what the rule says. */
    PASS,
    /** An informative scenario: what happened is recorded, and no target fails by it. */
    OBSERVED,
    /** The target lacks a function that the scenario needs. */
    NOT_APPLICABLE,
    /** For rules only: no program can tell. */
    UNTESTABLE;

    /** The first present of {@code verdicts} in the order of the roll-up; {@link #NOT_RUN} if there is none. */
    public static Verdict rollUp(Collection<Verdict> verdicts) {
        return verdicts.stream().min(Comparator.naturalOrder()).orElse(NOT_RUN);
    }
}
