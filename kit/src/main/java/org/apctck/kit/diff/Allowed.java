package org.apctck.kit.diff;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Outcome;

/** Every outcome of a program that the model allows. */
public final class Allowed {
    private final Program program;
    private final Set<Outcome> outcomes;
    private final Set<Outcome> comparable;

    public Allowed(Program program, Set<Outcome> outcomes) {
        this.program = program;
        this.outcomes = Set.copyOf(outcomes);
        this.comparable =
                outcomes.stream().map(outcome -> outcome.comparable(program)).collect(Collectors.toUnmodifiableSet());
    }

    public Set<Outcome> outcomes() {
        return outcomes;
    }

    /** Those that are none of them, as far as outcomes can be compared. */
    public List<Outcome> others(Collection<Outcome> shown) {
        return shown.stream()
                .filter(outcome -> !comparable.contains(outcome.comparable(program)))
                .toList();
    }
}
