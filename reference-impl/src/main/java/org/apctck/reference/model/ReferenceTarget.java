package org.apctck.reference.model;

import org.apctck.reference.Reference;
import org.apctck.spec.Program;
import org.apctck.spec.Racing;
import org.apctck.spec.Run;
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;

/** The model as a target: a run yields every allowed outcome. */
final class ReferenceTarget implements Target {
    @Override
    public TargetDescription describe() {
        return new TargetDescription(
                "reference", Reference.MODEL, Reference.VERSION, "", "any (virtual time)", Reference.APIS);
    }

    @Override
    public Run run(Program program) {
        Exploration exploration = Explorer.explore(program);
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
