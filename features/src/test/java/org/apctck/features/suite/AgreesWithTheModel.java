package org.apctck.features.suite;

import java.util.List;
import java.util.stream.Collectors;
import org.apctck.kit.Case;
import org.apctck.kit.diff.Allowed;
import org.apctck.kit.results.Attempt;
import org.apctck.reference.search.Explorer;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Trace;

/**
 * What is demanded of the other drivers of the reference: they pass everything as the model does, and show only outcomes that
 * it allows, also where no check looks.
 */
final class AgreesWithTheModel implements SuiteRun.Known {
    private final NoDeviations passes = new NoDeviations();

    @Override
    public String problem(Attempt attempt) {
        String problem = passes.problem(attempt);
        if (!problem.isEmpty()) {
            return problem;
        }
        Program program = attempt.scenario().program();
        Allowed allowed = new Allowed(
                program, Explorer.explore(program).stream().map(Trace::outcome).collect(Collectors.toSet()));
        return allowed.others(attempt.sample().outcomes()).stream()
                .findFirst()
                .map(outcome -> "the model does not allow " + outcome + ", only " + allowed.outcomes())
                .orElse("");
    }

    @Override
    public String problem(List<Attempt> attempts, List<Case> cases) {
        return attempts.stream().anyMatch(attempt -> attempt.sample().outcomes().isEmpty())
                ? "an attempt has shown nothing"
                : "";
    }
}
