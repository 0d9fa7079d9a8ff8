package org.apctck.kit.diff;

import java.util.List;
import org.apctck.spec.Verdict;

/**
 * What differs in the scenarios of a rule.
 *
 * @param left what the scenarios that both sides have come to on one side
 * @param right what they come to on the other
 * @param scenarios those that differ; either all of them count, or none does
 */
public record RuleDifference(String rule, Verdict left, Verdict right, List<ScenarioDifference> scenarios) {
    /** What differs of a rule, what weighs most first. */
    public enum Kind {
        /** One side keeps it and the other does not, or not in the same way. */
        VERDICT("rules with another verdict"),
        /** Both keep it or both break it, but not with the same outcomes. */
        OUTCOME("rules with the same verdict and another outcome"),
        /** No side can be right or wrong: what they do is recorded. Does not count. */
        OBSERVATION("recorded observations that differ"),
        /** What either side may show when it is run again. Does not count. */
        CHANCE("what may be chance: races, and what either side may show when it is run again");

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
        if (scenarios.stream().allMatch(ScenarioDifference::isOfObservation)) {
            return Kind.OBSERVATION;
        }
        if (scenarios.stream().noneMatch(ScenarioDifference::counts)) {
            return Kind.CHANCE;
        }
        return left != right ? Kind.VERDICT : Kind.OUTCOME;
    }
}
