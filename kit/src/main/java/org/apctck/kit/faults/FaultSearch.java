package org.apctck.kit.faults;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apctck.spec.Run;
import org.apctck.spec.Target;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Outcome;
import org.apctck.spec.trace.Trace;

/**
 * On which of many programs each of many faults shows: the first of which it makes an outcome that is not allowed.
 *
 * @param shown by fault, in the order in which they were given: the name of the program, if there is one
 * @param idle the faults that no program asks for, so that nothing is known of them
 */
public record FaultSearch(Map<String, Optional<String>> shown, Set<String> idle) {
    public FaultSearch {
        idle = Set.copyOf(idle);
    }

    /**
     * A program and what is allowed of it.
     *
     * @param name by which it is found again
     */
    public record Subject(String name, Program program, Set<Outcome> allowed) {
        /** @param documented what the reference makes of it */
        public static Subject of(String name, Program program, Run documented) {
            return new Subject(
                    name,
                    program,
                    documented.traces().stream().map(Trace::outcome).collect(Collectors.toUnmodifiableSet()));
        }
    }

    /**
     * Runs faults on programs, on as many threads as there are processors.
     *
     * @param targets makes the target that has the fault of an id
     * @param shows whether a fault can show on a program; where it cannot it is not run
     * @param accepts whether a trace is allowed of which the reference shows no outcome: it shows but one error code, say
     * @param ended is told the id of each fault that is done, by several threads
     */
    public static FaultSearch run(
            Collection<String> faults,
            Function<String, Target> targets,
            List<Subject> subjects,
            BiPredicate<String, Subject> shows,
            BiPredicate<Program, Trace> accepts,
            Consumer<String> ended) {
        Map<String, Optional<String>> shown =
                Rows.of(faults, fault -> search(fault, targets.apply(fault), subjects, shows, accepts), ended);
        return new FaultSearch(
                shown,
                faults.stream()
                        .filter(fault -> subjects.stream().noneMatch(subject -> shows.test(fault, subject)))
                        .collect(Collectors.toSet()));
    }

    private static Optional<String> search(
            String fault,
            Target opened,
            List<Subject> subjects,
            BiPredicate<String, Subject> shows,
            BiPredicate<Program, Trace> accepts) {
        try (opened) {
            return subjects.stream()
                    .filter(subject -> shows.test(fault, subject) && shows(opened, subject, accepts))
                    .map(Subject::name)
                    .findFirst();
        }
    }

    private static boolean shows(Target target, Subject subject, BiPredicate<Program, Trace> accepts) {
        return target.run(subject.program()).traces().stream()
                .anyMatch(trace ->
                        !subject.allowed().contains(trace.outcome()) && !accepts.test(subject.program(), trace));
    }
}
