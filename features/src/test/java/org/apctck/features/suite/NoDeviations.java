package org.apctck.features.suite;

import java.util.List;
import org.apctck.kit.Case;
import org.apctck.kit.results.Attempt;
import org.apctck.spec.Verdict;

/** What is demanded of the reference: it passes everything, and an inconclusive scenario is a failure. */
final class NoDeviations implements SuiteRun.Known {
    @Override
    public String problem(Attempt attempt) {
        boolean holds = attempt.verdict() == Verdict.PASS || attempt.verdict() == Verdict.OBSERVED;
        return holds ? "" : "the reference must pass";
    }

    @Override
    public String problem(List<Attempt> attempts, List<Case> cases) {
        return "";
    }
}
