package org.apctck.spec.program;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.Effect;
import org.apctck.spec.api.Role;
import org.apctck.spec.api.Value;

/**
 * Finds programs whose threads race for a name: one may use it before another has bound it.
 *
 * <p>When a call binds its result is the affair of who runs the program, not of the implementation under test: the model
 * binds together with the effect of the call, a real thread some time before it returns. A program that can tell the
 * difference says nothing about the implementation, so it is in error. Found is what stands in one race, and a new thread
 * that runs at once; not what an APC routine uses.
 */
final class BindingRaces {
    private static final long CREATE_SUSPENDED = 0x4;

    private BindingRaces() {}

    /**
     * Checks the lanes of a race.
     *
     * @throws ProgramException if one binds what another one binds or uses
     */
    static void check(Entry.Race race, String place) {
        Map<String, String> boundBy = new LinkedHashMap<>();
        race.lanes().forEach((thread, calls) -> {
            for (String name : bound(calls)) {
                String other = boundBy.put(name, thread);
                if (other != null) {
                    throw new ProgramException(place + ": `" + name + "` is bound by " + other + " and by " + thread
                            + " at the same time");
                }
            }
        });
        race.lanes().forEach((thread, calls) -> {
            for (String name : used(calls)) {
                String binder = boundBy.getOrDefault(name, thread);
                if (!binder.equals(thread)) {
                    throw new ProgramException(place + ": " + thread + " uses `" + name + "` while " + binder
                            + " binds it: bind it in an entry before the race");
                }
            }
        });
    }

    /**
     * Checks the threads that a program makes.
     *
     * @throws ProgramException if one begins at once and uses what its creation binds, or binds what others bind that the
     *     same loop makes
     */
    static void checkNewThreads(Program program) {
        for (Call call : program.calls()) {
            if (call.function().effect() == Effect.CREATES_THREAD
                    && (Value.number(call.argument(Role.CREATION)) & CREATE_SUSPENDED) == 0
                    && call.argument(Role.ROUTINE) instanceof Value.Name routine) {
                List<Call> body =
                        program.routine(routine.name()).map(Routine::body).orElse(List.of());
                Set<String> raced = bound(List.of(call));
                raced.retainAll(used(body));
                if (!raced.isEmpty()) {
                    throw new ProgramException("routine " + routine.name() + " uses `"
                            + raced.iterator().next() + "`, which is bound only when " + call.text()
                            + " returns: create the thread suspended and resume it");
                }
                Set<String> boundByAll = bound(body);
                if (call.mostTimes() > 1 && !boundByAll.isEmpty()) {
                    throw new ProgramException("routine " + routine.name() + " binds `"
                            + boundByAll.iterator().next() + "` on every thread that " + call
                            + " makes: make one thread in one call");
                }
            }
        }
    }

    private static Set<String> bound(List<Call> calls) {
        Set<String> names = new HashSet<>();
        for (Call call : calls) {
            if (call.binding() != null) {
                names.add(call.binding());
            }
            for (Value argument : call.arguments()) {
                if (argument instanceof Value.Slot slot) {
                    names.add(slot.name());
                }
            }
        }
        return names;
    }

    private static Set<String> used(List<Call> calls) {
        Set<String> names = new HashSet<>();
        calls.forEach(call -> call.arguments().forEach(argument -> use(argument, names)));
        return names;
    }

    private static void use(Value value, Set<String> names) {
        if (value instanceof Value.Name name) {
            names.add(name.name());
        } else if (value instanceof Value.IdOf id) {
            names.add(id.thread());
        } else if (value instanceof Value.Sequence list) {
            list.values().forEach(item -> use(item, names));
        } else if (value instanceof Value.Record struct) {
            struct.fields().forEach(field -> use(field.getValue(), names));
        }
    }
}
