package org.apctck.reference;

import java.util.List;
import java.util.Map;
import org.apctck.reference.fault.Fault;
import org.apctck.reference.kernel.Conduct;
import org.apctck.reference.search.Exploration;
import org.apctck.reference.search.Explorer;
import org.apctck.spec.Racing;
import org.apctck.spec.Run;
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramException;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;

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
        if (conduct.isDocumented()) {
            return explore(program);
        }
        try {
            return explore(program);
        } catch (ProgramException e) {
            return new Run(List.of(unsettled(program, e)), true);
        }
    }

    private Run explore(Program program) {
        Exploration exploration = Explorer.explore(program, conduct, Explorer.STATES_MAX);
        return new Run(exploration.traces(), exploration.isComplete());
    }

    /** A program that goes on for ever with a fault alone is not in error; it has come to no end. */
    private static Trace unsettled(Program program, ProgramException e) {
        Explorer.explore(program);
        return new Trace(List.of(), TraceStatus.UNSETTLED, String.valueOf(e.getMessage()), null, Map.of());
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
