package org.apctck.reference.model;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apctck.spec.ProgramException;
import org.jspecify.annotations.Nullable;

/** Counts the steps of one run: a program that goes on for ever is stopped, and what it repeats is named. */
final class StepLimit {
    /** Steps after which a program counts as looping. */
    private static final int STEPS_MAX = 20_000;
    /** The last steps, of which the routines are remembered. */
    private static final int REMEMBERED = 100;

    private int steps;
    private @Nullable Set<String> routines;

    StepLimit() {}

    StepLimit(StepLimit other) {
        this.steps = other.steps;
        this.routines = other.routines == null ? null : new LinkedHashSet<>(other.routines);
    }

    /** @throws ProgramException if there were too many */
    void count() {
        if (++steps > STEPS_MAX) {
            String cycle =
                    routines == null ? "the threads go on for ever" : String.join(", ", routines) + " in a cycle";
            throw new ProgramException(
                    "stopped after " + STEPS_MAX + " steps: " + cycle + "; a program must come to an end");
        }
    }

    /** Remembers a routine that begins shortly before the limit. */
    void note(ModelThread thread, PlannedRoutine routine) {
        if (steps > STEPS_MAX - REMEMBERED) {
            if (routines == null) {
                routines = new LinkedHashSet<>();
            }
            routines.add(thread.name + " runs " + routine.name());
        }
    }
}
