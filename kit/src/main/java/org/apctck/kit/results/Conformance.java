package org.apctck.kit.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.spec.Verdict;
import org.apctck.spec.rules.Rule;

/**
 * Whether a target keeps a claim: every required rule of a set that programs can test.
 *
 * <p>Known deviations count like others: what is expected of a target is no excuse for it. A rule that needs a function which the
 * target lacks is not kept. Rules of one family state one property and count once.
 *
 * @param kept how many properties are kept
 * @param required how many there are
 * @param broken the rules that are not kept
 * @param lacking the rules for which the target lacks a function
 * @param open the rules of which nothing is known yet
 */
public record Conformance(
        State state,
        int kept,
        int required,
        List<Rule> broken,
        List<Rule> lacking,
        List<Rule> open,
        boolean isComplete) {
    public Conformance {
        broken = List.copyOf(broken);
        lacking = List.copyOf(lacking);
        open = List.copyOf(open);
    }

    /** What can be said of a claim. */
    public enum State {
        CONFORMANT,
        NOT_CONFORMANT,
        /** No rule is known to be broken, but not everything is known. */
        INCOMPLETE,
        /** Nothing is known. */
        NOT_RUN
    }

    /**
     * Judges the claim to keep {@code rules}.
     *
     * @param isWhole whether the results are complete
     */
    public static Conformance of(Collection<RuleResult> rules, boolean isWhole) {
        Map<String, List<Verdict>> families = new LinkedHashMap<>();
        List<Rule> broken = new ArrayList<>();
        List<Rule> lacking = new ArrayList<>();
        List<Rule> open = new ArrayList<>();
        boolean isKnown = false;
        for (RuleResult result : rules) {
            Rule rule = result.rule();
            if (!rule.isTestable() || rule.level() != Rule.Level.REQUIRED) {
                continue;
            }
            families.computeIfAbsent(rule.family(), family -> new ArrayList<>()).add(result.verdict());
            isKnown |= result.verdict() != Verdict.NOT_RUN;
            switch (result.verdict()) {
                case PASS -> {}
                case FAIL, CRASH, TIMEOUT -> broken.add(rule);
                case NOT_APPLICABLE -> lacking.add(rule);
                case ERROR, NOT_RUN, INCONCLUSIVE, OBSERVED, UNTESTABLE -> open.add(rule);
            }
        }
        int kept = (int) families.values().stream()
                .filter(family -> family.stream().allMatch(verdict -> verdict == Verdict.PASS))
                .count();
        boolean isComplete = isWhole && open.isEmpty();
        return new Conformance(
                state(isKnown, broken.isEmpty() && lacking.isEmpty(), isComplete),
                kept,
                families.size(),
                broken,
                lacking,
                open,
                isComplete);
    }

    private static State state(boolean isKnown, boolean isSound, boolean isComplete) {
        if (!isKnown) {
            return State.NOT_RUN;
        }
        if (!isSound) {
            return State.NOT_CONFORMANT;
        }
        return isComplete ? State.CONFORMANT : State.INCOMPLETE;
    }

    /** In a few words: {@code conformant}, {@code 12 of 40 rules kept}. */
    public String words() {
        return switch (state) {
            case CONFORMANT -> "conformant";
            case NOT_CONFORMANT -> kept + " of " + required + " rules kept" + (isComplete ? "" : ", incomplete");
            case INCOMPLETE -> "incomplete, " + kept + " of " + required + " rules kept";
            case NOT_RUN -> "not run";
        };
    }
}
