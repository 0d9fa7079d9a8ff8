package org.apctck.kit.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.rules.Rule;

/** Whether the catalogue names the faults that there are, and for each rule that can be broken at least one. */
public final class FaultNames {
    private FaultNames() {}

    /**
     * What is wrong, in one line each.
     *
     * @param known the ids of all faults
     */
    public static List<String> check(Catalogue catalogue, Collection<String> known) {
        List<String> findings = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (Rule rule : catalogue.rules()) {
            named.addAll(rule.faults());
            boolean isDemanding = rule.isTestable() && rule.level() != Rule.Level.INFORMATIVE;
            if (isDemanding && rule.faults().isEmpty()) {
                findings.add(rule.id() + " is testable and names no fault that its scenarios catch");
            } else if (!isDemanding && !rule.faults().isEmpty()) {
                findings.add(rule.id() + " names a fault, but no target can fail by it");
            }
            rule.faults().stream()
                    .filter(fault -> !known.contains(fault))
                    .forEach(fault -> findings.add(rule.id() + " names the fault " + fault + ", which there is not"));
        }
        known.stream()
                .filter(fault -> !named.contains(fault))
                .forEach(fault -> findings.add("no rule names the fault " + fault));
        return findings;
    }
}
