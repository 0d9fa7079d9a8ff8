package org.apctck.reference.fault;

import org.apctck.reference.kernel.Conduct;
import org.apctck.reference.kernel.Policy;

/**
 * A deliberate deviation of the reference, off unless it is asked for.
 *
 * @param id words in capitals, joined by hyphens
 * @param title what a reference with this fault does, in one line
 * @param origin the bug of a real implementation that it is rebuilt from; empty if it was thought up
 * @param conduct the decisions of a reference with this fault
 * @param rule the one that it breaks first of all; empty where the catalogue names it in one rule only
 */
public record Fault(String id, String title, String origin, Conduct conduct, String rule) {
    /** A fault that was thought up, which the catalogue names in one rule only, or in none. */
    public Fault(String id, String title, Policy... policies) {
        this(id, title, "", Conduct.DOCUMENTED.with(policies), "");
    }

    /** The same fault, which was seen in a real implementation. */
    Fault seenIn(String implementation) {
        return new Fault(id, title, implementation, conduct, rule);
    }

    /** The same fault, which breaks that rule first of all, and others by the way. */
    Fault breaking(String broken) {
        return new Fault(id, title, origin, conduct, broken);
    }
}
