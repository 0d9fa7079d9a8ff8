package org.apctck.spec.program;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.Effect;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario does, as data: a cast of threads, objects, routines and a script.
 *
 * <p>The entries of the script run in order. The next one starts when the program is quiescent: every thread is idle,
 * ended, suspended, or blocked with nothing runnable. After the last entry the program runs until nothing more can happen;
 * a thread that is still blocked then is a normal end.
 *
 * <p>A program that was read by {@link ProgramReader} or checked by {@link ProgramCheck} refers to nothing that it does not
 * declare.
 */
public record Program(
        List<CastThread> threads, List<ProgramObject> objects, List<Routine> routines, List<Entry> script) {
    public Program {
        threads = List.copyOf(threads);
        objects = List.copyOf(objects);
        routines = List.copyOf(routines);
        script = List.copyOf(script);
    }

    /**
     * A thread that exists before the script begins and takes entries of it.
     *
     * @param suspended whether it was created suspended; it then has not begun its start routine
     */
    public record CastThread(String name, boolean suspended) {}

    /** The routine of that name. */
    public Optional<Routine> routine(String name) {
        return routines.stream().filter(routine -> routine.name().equals(name)).findFirst();
    }

    /** Every call of the script and of the routines. */
    public List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        script.forEach(entry -> calls.addAll(entry.calls()));
        routines.forEach(routine -> calls.addAll(routine.body()));
        return calls;
    }

    /** The calls that a thread of the cast makes by the script, in order. */
    public List<Call> callsOf(String thread) {
        List<Call> calls = new ArrayList<>();
        for (Entry entry : script) {
            if (entry instanceof Entry.CallOn on && on.thread().equals(thread)) {
                calls.add(on.call());
            } else if (entry instanceof Entry.Race race) {
                calls.addAll(race.lanes().getOrDefault(thread, List.of()));
            }
        }
        return calls;
    }

    /** Whether some call waits for a finite time or sets a timer: a busy machine may notice late that it is over, or when it is due. */
    public boolean hasFiniteWait() {
        return calls().stream()
                .anyMatch(call -> call.isFiniteWait() && call.timeoutMillis() > 0
                        || call.function().effect() == Effect.ARMS_TIMER);
    }

    /** The functions that a target must have to run this program, those of the set-up included. */
    public Set<ApiFunction> functions() {
        Set<ApiFunction> functions = EnumSet.of(ApiFunction.CREATE_THREAD);
        calls().forEach(call -> functions.add(call.function()));
        objects.forEach(object -> functions.add(object.call().function()));
        return functions;
    }

    /** Whether a call of the program has that effect. */
    public boolean does(Effect effect) {
        return calls().stream().anyMatch(call -> call.function().effect() == effect);
    }

    /** The object of that name, or null. */
    public @Nullable ProgramObject object(String name) {
        return objects.stream()
                .filter(object -> object.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
