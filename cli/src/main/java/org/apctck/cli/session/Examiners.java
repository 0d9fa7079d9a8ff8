package org.apctck.cli.session;

import java.util.List;
import org.apctck.kit.Case;
import org.apctck.kit.generate.GeneratedCases;
import org.apctck.kit.invariants.Invariants;
import org.apctck.reference.fault.Suspects;
import org.apctck.reference.following.Oracle;
import org.apctck.spec.Examiner;
import org.apctck.spec.rules.Catalogue;

/** Who looks at each trace of a run, beside the checks. */
final class Examiners {
    private Examiners() {}

    /**
     * New ones for a run of {@code cases} on a target. The model is not asked about itself, which would take a quarter of the time in which it runs scenarios: that
     * it accepts what it does in the scenarios that are shipped is a test of the build. Of generated programs nobody has tried it.
     */
    static List<Examiner> of(Catalogue catalogue, List<Case> cases, boolean isModel) {
        return isModel && cases.stream().noneMatch(GeneratedCases::isGenerated)
                ? List.of(new Invariants())
                : List.of(new Invariants(), new Oracle(Suspects.of(catalogue)));
    }
}
