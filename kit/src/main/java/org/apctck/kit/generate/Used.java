package org.apctck.kit.generate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.Value;
import org.apctck.spec.program.Program;

/** Leaves out of a program the objects and routines that nothing in it comes to. */
final class Used {
    private Used() {}

    /** The program without what it does not use. */
    static Program of(Program program) {
        Set<String> names = new HashSet<>();
        Deque<Call> calls = new ArrayDeque<>();
        program.script().forEach(entry -> calls.addAll(entry.calls()));
        while (!calls.isEmpty()) {
            for (Value argument : calls.remove().arguments()) {
                note(argument, names, program, calls);
            }
        }
        return new Program(
                program.threads(),
                program.objects().stream()
                        .filter(object -> names.contains(object.name()))
                        .toList(),
                program.routines().stream()
                        .filter(routine -> names.contains(routine.name()))
                        .toList(),
                program.script());
    }

    private static void note(Value value, Set<String> names, Program program, Deque<Call> calls) {
        if (value instanceof Value.Sequence list) {
            list.values().forEach(item -> note(item, names, program, calls));
        } else if (value instanceof Value.Name name && names.add(name.name())) {
            program.routine(name.name()).ifPresent(routine -> calls.addAll(List.copyOf(routine.body())));
        }
    }
}
