package org.apctck.kit;

import java.util.List;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramCheck;

/**
 * A scenario as data: what it does, what it demands, and the rule that it is about. It needs no Gherkin to be run, recorded
 * or judged.
 *
 * @param id the id of the rule, {@code /}, the name in kebab case, {@code #n} for the n-th row of examples
 * @param rule the id of the rule
 * @param name the name of the scenario
 * @param feature the path of the feature file as shown to people
 * @param line of the scenario in it
 * @param gherkin the text of the scenario, with the values of its row of examples
 * @param stands why it stands although it may catch no fault of the reference; empty for a scenario that has to catch one
 */
public record Case(
        String id,
        String rule,
        String name,
        String feature,
        int line,
        String gherkin,
        Program program,
        List<Check> checks,
        String stands) {
    /**
     * @throws org.apctck.spec.program.ProgramException if the program refers to something that it does not declare
     */
    public Case {
        // The routines that a program only names are declared from here on, so that its digest is the same everywhere.
        program = ProgramCheck.check(program);
        checks = List.copyOf(checks);
    }

    /** A case that has to catch a fault of the reference. */
    public Case(
            String id,
            String rule,
            String name,
            String feature,
            int line,
            String gherkin,
            Program program,
            List<Check> checks) {
        this(id, rule, name, feature, line, gherkin, program, checks, "");
    }
}
