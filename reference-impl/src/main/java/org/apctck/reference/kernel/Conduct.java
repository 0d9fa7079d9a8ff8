package org.apctck.reference.kernel;

import java.util.ArrayList;
import java.util.List;

/** What a reference decides: all as documented, but for the subjects whose policy was replaced. */
public final class Conduct {
    /** Every decision as documented. */
    public static final Conduct DOCUMENTED = new Conduct();

    private final Policy[] replacements;

    private Conduct(Policy... replacements) {
        this.replacements = replacements;
    }

    /** The same conduct with each of these policies for its subject. */
    public Conduct with(Policy... policies) {
        List<Policy> all = new ArrayList<>(List.of(replacements));
        for (Policy policy : policies) {
            all.removeIf(other -> other.subject() == policy.subject());
            if (!policy.isDocumented()) {
                all.add(policy);
            }
        }
        return new Conduct(all.toArray(Policy[]::new));
    }

    /** The policy that decides instead of {@code documented}; that one itself where its subject is left as documented. */
    public <P extends Policy> P insteadOf(P documented) {
        for (Policy policy : replacements) {
            if (documented.getClass().isInstance(policy)) {
                @SuppressWarnings("unchecked") // the documented policy of a subject is of the subject's very class
                P replacement = (P) policy;
                return replacement;
            }
        }
        return documented;
    }

    /** The policies that are not the documented ones. */
    public List<Policy> replacements() {
        return List.of(replacements);
    }

    /** Whether it is the conduct without any fault. */
    public boolean isDocumented() {
        return replacements.length == 0;
    }
}
