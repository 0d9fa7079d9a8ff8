package org.apctck.reference.fault;

import java.util.Map;
import org.apctck.reference.model.Conduct;
import org.apctck.reference.model.Oracle;

/**
 * The recommended rules that a target may be seen to break in scenarios of other rules.
 *
 * <p>The model keeps them, so it rejects such a trace; but one gap must not count as ten. It is held against the rule that is
 * broken, and against no other.
 */
public final class Recommendations {
    private static final Map<String, Conduct> BROKEN = Map.of("DELIVER-FIRST-CAUSE-1", conduct("WOKEN-LATE"));

    private Recommendations() {}

    /** The model as the judge of a target that knows these rules. */
    public static Oracle oracle() {
        return new Oracle(BROKEN);
    }

    private static Conduct conduct(String fault) {
        return Faults.find(fault).orElseThrow().conduct();
    }
}
