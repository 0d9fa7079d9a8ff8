package org.apctck.features.steps;

import java.util.List;
import java.util.function.Predicate;
import org.apctck.kit.Check;
import org.apctck.kit.Expected;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.Routine;
import org.apctck.spec.trace.EventKind;

/** Demands of checks that the functions and routines that they name are those of the program. */
final class CheckedNames {
    private final Program program;

    CheckedNames(Program program) {
        this.program = program;
    }

    /**
     * Looks at one check.
     *
     * @param lines of the feature, one for each event of a check that lists events
     * @throws StepException if the program can never do what {@code check} expects
     */
    void demand(Check check, List<Integer> lines) {
        if (check instanceof Check.Exactly exactly) {
            for (int i = 0; i < exactly.events().size(); i++) {
                demand(exactly.events().get(i), lines.get(i));
            }
        } else if (check instanceof Check.OneOf oneOf) {
            oneOf.rows().forEach(row -> row.threads().values().forEach(events -> demand(events, row.line())));
        } else if (check instanceof Check.TookAtLeast took) {
            demandCallOf(took.function().functionName(), check.line());
        }
    }

    private void demand(List<Expected> events, int line) {
        events.forEach(event -> demand(event, line));
    }

    private void demand(Expected event, int line) {
        int parenthesis = event.what().indexOf('(');
        String name = parenthesis < 0 ? event.what() : event.what().substring(0, parenthesis);
        if (event.kind() == EventKind.CALLS) {
            demandCallOf(name.substring(name.indexOf('=') + 1).strip(), line);
        } else if (event.kind() == EventKind.BEGINS || event.kind() == EventKind.ENDS) {
            demandRoutine(name, "APC", Routine.Kind::isQueued, line);
        } else if (event.kind() == EventKind.STARTS && !name.isEmpty()) {
            demandRoutine(name, "thread", kind -> !kind.isQueued(), line);
        }
    }

    private void demandCallOf(String function, int line) {
        if (program.calls().stream()
                .noneMatch(call -> call.function().functionName().equals(function))) {
            throw new StepException(line, "the scenario never calls " + function);
        }
    }

    private void demandRoutine(String name, String word, Predicate<Routine.Kind> fits, int line) {
        if (program.routine(name).filter(routine -> fits.test(routine.kind())).isEmpty()) {
            throw new StepException(line, "the scenario has no " + word + " routine `" + name + "`");
        }
    }
}
