package org.apctck.cli;

import java.util.List;
import org.apctck.kit.invariants.Invariants;
import org.apctck.reference.fault.Suspects;
import org.apctck.reference.model.Oracle;
import org.apctck.spec.Catalogue;
import org.apctck.spec.Examiner;

/** Who looks at each trace of a run, beside the checks. */
final class Examiners {
    private Examiners() {}

    /** New ones for a run on a target. */
    static List<Examiner> of(Catalogue catalogue) {
        return List.of(new Invariants(), new Oracle(Suspects.of(catalogue)));
    }
}
