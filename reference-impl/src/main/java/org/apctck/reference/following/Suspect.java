package org.apctck.reference.following;

import java.util.List;
import org.apctck.reference.kernel.Conduct;
import org.apctck.spec.rules.Rule;

/**
 * A deviation that may be the reason why a trace is rejected.
 *
 * @param id of the fault of the reference that deviates so
 * @param conduct what a model with it decides
 * @param isSeen whether a real implementation was seen to do so
 * @param rules that it breaks, the one that it breaks first of all in front
 * @param isClear whether it is known which that is; if not, it explains nothing but in scenarios of these rules
 */
public record Suspect(String id, Conduct conduct, boolean isSeen, List<Rule> rules, boolean isClear) {
    public Suspect {
        rules = List.copyOf(rules);
    }

    /** Whether the rule that it breaks first of all is no more than recommended. */
    public boolean isRecommended() {
        return rules.get(0).level() == Rule.Level.RECOMMENDED;
    }

    /** Whether it can explain something in a scenario of {@code rule}. */
    boolean isOfUse(String rule) {
        return isClear || breaks(rule);
    }

    boolean breaks(String rule) {
        return rules.stream().anyMatch(broken -> broken.id().equals(rule));
    }

    /**
     * The rule to blame: that of the scenario if it is broken, else one about the function whose result is refused, else the first.
     *
     * @param rule that the scenario is about
     * @param function whose result it is; empty for another event
     */
    String blamed(String rule, String function) {
        return breaks(rule)
                ? rule
                : rules.stream()
                        .filter(broken -> !function.isEmpty() && isAbout(broken, function))
                        .findFirst()
                        .orElse(rules.get(0))
                        .id();
    }

    /** A rule names the function that it is about before those that its scenarios use as well. */
    private static boolean isAbout(Rule rule, String function) {
        return rule.apis().get(0).replaceFirst("Ex$", "").equals(function.replaceFirst("Ex$", ""));
    }
}
