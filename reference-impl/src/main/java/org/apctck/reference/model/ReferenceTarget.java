package org.apctck.reference.model;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apctck.spec.ApiFunction;
import org.apctck.spec.Program;
import org.apctck.spec.Run;
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;

/** The model as a target: a run yields every allowed outcome. */
final class ReferenceTarget implements Target {
    /** Every function: the reference is the measure of the others. */
    static final Set<String> APIS =
            Arrays.stream(ApiFunction.values()).map(ApiFunction::functionName).collect(Collectors.toSet());

    static final String VERSION = "0.1.0";

    @Override
    public TargetDescription describe() {
        return new TargetDescription("reference", "the model", VERSION, "", "any (virtual time)", APIS);
    }

    @Override
    public Run run(Program program) {
        Exploration exploration = Explorer.explore(program);
        return new Run(exploration.traces(), exploration.isComplete());
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
