package org.apctck.reference.fault;

import java.util.Comparator;
import java.util.List;
import org.apctck.reference.following.Suspect;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.rules.Rule;

/**
 * The faults of the reference as suspects: which rules a target breaks that does the same.
 *
 * <p>The catalogue says it. A rule names the faults that its scenarios catch; where several name one fault, the fault says which
 * of them it breaks first of all. If it does not, it is no reason to blame any of them for what happens in a scenario of another.
 */
public final class Suspects {
    private Suspects() {}

    /**
     * Every fault that a rule names. Those that were seen in a real implementation come first, for they are likelier than those
     * that were thought up; then those whose first rule is a mere recommendation, for in doubt a target has broken no more than
     * that; else they stand as their rules do in the catalogue.
     */
    public static List<Suspect> of(Catalogue catalogue) {
        List<Rule> order = List.copyOf(catalogue.rules());
        return Faults.all().stream()
                .map(fault -> new Suspect(
                        fault.id(),
                        fault.conduct(),
                        !fault.origin().isEmpty(),
                        broken(fault, catalogue),
                        isClear(fault, naming(fault, catalogue))))
                .filter(suspect -> !suspect.rules().isEmpty())
                .sorted(Comparator.<Suspect, Boolean>comparing(suspect -> !suspect.isSeen())
                        .thenComparing(suspect -> !suspect.isRecommended())
                        .thenComparing(suspect -> order.indexOf(suspect.rules().get(0))))
                .toList();
    }

    /** The faults that say that they break a rule which does not name them, in one line each. */
    public static List<String> check(Catalogue catalogue) {
        return Faults.all().stream()
                .filter(fault -> !fault.rule().isEmpty() && !isClear(fault, naming(fault, catalogue)))
                .map(fault -> "the fault " + fault.id() + " breaks " + fault.rule()
                        + " first of all, but that rule does not name it")
                .toList();
    }

    private static boolean isClear(Fault fault, List<Rule> naming) {
        return fault.rule().isEmpty()
                ? naming.size() <= 1
                : naming.stream().anyMatch(rule -> rule.id().equals(fault.rule()));
    }

    /** The rules that name a fault, the one that it breaks first of all in front. */
    private static List<Rule> broken(Fault fault, Catalogue catalogue) {
        return naming(fault, catalogue).stream()
                .sorted(Comparator.comparing(rule -> !rule.id().equals(fault.rule())))
                .toList();
    }

    private static List<Rule> naming(Fault fault, Catalogue catalogue) {
        return catalogue.rules().stream()
                .filter(rule -> rule.faults().contains(fault.id()))
                .toList();
    }
}
