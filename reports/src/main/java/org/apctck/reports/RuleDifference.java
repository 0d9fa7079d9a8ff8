package org.apctck.reports;

import java.util.List;
import org.apctck.spec.Verdict;

/**
 * What differs in the scenarios of a rule.
 *
 * @param left what the scenarios that both sides have come to on one side
 * @param right what they come to on the other
 * @param scenarios those that differ
 */
public record RuleDifference(String rule, Verdict left, Verdict right, List<ScenarioDifference> scenarios) {
    /** What differs of a rule, what weighs most first. */
    public enum Kind {
        /** One side keeps it and the other does not, or not in the same way. */
        VERDICT("rules with another verdict"),
        /** Both keep it or both break it, but not with the same outcomes. */
        OUTCOME("rules with the same verdict and another outcome"),
        /** No side can be right or wrong: what they do is recorded. */
        OBSERVATION("recorded observations that differ");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** As a heading. */
        public String title() {
            return title;
        }
    }

    public RuleDifference {
        scenarios = List.copyOf(scenarios);
    }

    /** What kind of difference it is. */
    public Kind kind() {
        if (left != right) {
            return Kind.VERDICT;
        }
        return scenarios.stream().allMatch(ScenarioDifference::isOfObservation) ? Kind.OBSERVATION : Kind.OUTCOME;
    }
}
