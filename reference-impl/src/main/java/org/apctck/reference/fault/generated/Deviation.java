package org.apctck.reference.fault.generated;

import java.util.List;
import java.util.Set;
import org.apctck.reference.fault.Fault;
import org.apctck.reference.kernel.Conduct;
import org.apctck.reference.kernel.Policy;

/**
 * A decision that is made otherwise than documented, whenever it is made.
 *
 * @param rules what it breaks
 * @param scope what is known where it is made
 */
record Deviation(String id, String title, List<String> rules, Scope scope, Conduct conduct) {
    static Deviation of(String id, String title, String rules, Policy... policies) {
        Conduct conduct = Conduct.DOCUMENTED.with(policies);
        return new Deviation(id, title, List.of(rules.split(" ")), Scope.of(Scope.decisions(conduct)), conduct);
    }

    /** A fault that was thought up, to be narrowed: the catalogue says what it breaks. */
    static Deviation named(Fault fault) {
        Conduct conduct = fault.conduct();
        return new Deviation(fault.id(), fault.title(), List.of(), Scope.of(Scope.decisions(conduct)), conduct);
    }

    /** What it decides otherwise, by the names of the methods. */
    Set<String> decisions() {
        return Scope.decisions(conduct);
    }
}
