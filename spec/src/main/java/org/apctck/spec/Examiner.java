package org.apctck.spec;

import java.util.List;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Trace;

/**
 * Looks at the traces of one target during one run, beside the checks of the scenarios.
 *
 * <p>It may keep state from trace to trace, such as the readings of the documentation that the target can still follow.
 */
public interface Examiner {
    /** Short name shown to people: "the model", "the invariants". */
    String name();

    /**
     * What it objects to in a trace, in the order of its events; empty if it objects to nothing.
     *
     * @param scenario the id of the scenario that the trace shows a run of
     * @param rule the id of the rule that the scenario is about; empty if it is about none
     */
    List<Objection> examine(String scenario, String rule, Program program, Trace trace);
}
