package org.apctck.kit;

import java.util.Optional;
import org.apctck.spec.Trace;

/**
 * Looks at the traces of one target during one run, beside the checks of the cases.
 *
 * <p>It may keep state from trace to trace, such as the readings of the documentation that the target can still follow.
 */
public interface Examiner {
    /** Short name shown to people: "the model", "the invariants". */
    String name();

    /** What it objects to in {@code trace}, which shows a run of {@code scenario}; empty if nothing. */
    Optional<Objection> examine(Case scenario, Trace trace);
}
