package org.apctck.cli;

import java.util.List;
import org.apctck.kit.Examiner;
import org.apctck.kit.invariants.Invariants;
import org.apctck.spec.TargetDescription;

/** Who looks at each trace of a run, beside the checks. */
final class Examiners {
    private Examiners() {}

    /** New ones for a run on {@code target}. */
    static List<Examiner> of(TargetDescription target) {
        return List.of(new Invariants(), new ModelExaminer());
    }
}
