package org.apctck.features.suite;

import java.util.Optional;
import org.apctck.kit.Case;
import org.apctck.kit.Examiner;
import org.apctck.kit.Objection;
import org.apctck.reference.fault.Recommendations;
import org.apctck.reference.model.Oracle;
import org.apctck.spec.Trace;

/** The model as an examiner: it objects to what it could not have produced. */
public final class ModelExaminer implements Examiner {
    private static final String NAME = "the model";

    private final Oracle oracle = Recommendations.oracle();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Objection> examine(Case scenario, Trace trace) {
        return oracle.examine(scenario.id(), scenario.program(), trace)
                .map(refusal -> refusal.bounded()
                        ? Objection.undecided(NAME, refusal.event(), refusal.reason())
                        : Objection.of(refusal.rule(), NAME, refusal.event(), refusal.reason(), refusal.allowed()));
    }
}
