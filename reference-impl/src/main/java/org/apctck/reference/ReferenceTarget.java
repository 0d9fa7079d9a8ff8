package org.apctck.reference;

import org.apctck.reference.fault.Fault;
import org.apctck.reference.model.Conduct;
import org.apctck.reference.model.Exploration;
import org.apctck.reference.model.Explorer;
import org.apctck.spec.Program;
import org.apctck.spec.Racing;
import org.apctck.spec.Run;
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;

/** The model as a target: a run yields every allowed outcome; one with a fault yields what that makes of them. */
final class ReferenceTarget implements Target {
    private final String implementation;
    private final Conduct conduct;

    /** The model as documented. */
    ReferenceTarget() {
        this(Reference.MODEL, Conduct.DOCUMENTED);
    }

    /** The model with a fault. */
    ReferenceTarget(Fault fault) {
        this(Reference.MODEL + " with the fault " + fault.id(), fault.conduct());
    }

    private ReferenceTarget(String implementation, Conduct conduct) {
        this.implementation = implementation;
        this.conduct = conduct;
    }

    @Override
    public TargetDescription describe() {
        return new TargetDescription(
                "reference", implementation, Reference.VERSION, "", "any (virtual time)", Reference.APIS);
    }

    @Override
    public Run run(Program program) {
        Exploration exploration = Explorer.explore(program, conduct, Explorer.STATES_MAX);
        return new Run(exploration.traces(), exploration.isComplete());
    }

    @Override
    public Racing racing() {
        return Racing.CHOSEN;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
