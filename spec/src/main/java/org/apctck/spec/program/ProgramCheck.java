package org.apctck.spec.program;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.Constants;
import org.apctck.spec.api.Effect;
import org.apctck.spec.api.Parameter;
import org.apctck.spec.api.ParameterType;
import org.apctck.spec.api.ReturnType;
import org.apctck.spec.api.Value;
import org.apctck.spec.program.Program.CastThread;

/**
 * Checks that a program refers to nothing that it does not declare, and declares the routines that it only names.
 *
 * <p>A name in the position of an APC routine that no routine has is an APC routine with an empty body.
 */
public final class ProgramCheck {
    /** The most threads and entries that a program may have: room for a thousand times what a scenario needs. */
    private static final int ENTRIES_MAX = 100_000;

    private final Program program;
    private final Map<String, String> declared = new LinkedHashMap<>();
    private final Set<String> bound = new HashSet<>();
    private final Set<String> cast = new HashSet<>();
    private final List<Routine> implied = new ArrayList<>();

    private ProgramCheck(Program program) {
        this.program = program;
    }

    /**
     * Checks {@code program}.
     *
     * @return the program with the routines that it only names
     * @throws ProgramException with the offending name and its place
     */
    public static Program check(Program program) {
        return new ProgramCheck(program).checked();
    }

    private Program checked() {
        if (program.threads().isEmpty()) {
            throw new ProgramException("a program needs at least one thread");
        }
        if (program.script().size() > ENTRIES_MAX) {
            throw new ProgramException("a script has at most " + ENTRIES_MAX + " entries");
        }
        for (CastThread thread : program.threads()) {
            declare(thread.name(), "thread");
            cast.add(thread.name());
        }
        program.objects().forEach(object -> declare(object.name(), "object"));
        program.routines().forEach(routine -> declare(routine.name(), "routine"));
        program.calls().forEach(this::bind);
        for (ProgramObject object : program.objects()) {
            if (object instanceof ProgramObject.Mutex mutex && mutex.owner() != null) {
                checkOwner(mutex, mutex.owner());
            }
        }
        for (Routine routine : program.routines()) {
            routine.body().forEach(call -> check(call, "routine " + routine.name()));
        }
        for (int i = 0; i < program.script().size(); i++) {
            check(program.script().get(i), "script[" + i + "]");
        }
        BindingRaces.checkNewThreads(program);
        List<Routine> routines = new ArrayList<>(program.routines());
        routines.addAll(implied);
        return new Program(program.threads(), program.objects(), routines, program.script());
    }

    private void declare(String name, String kind) {
        if (!name.matches("[A-Za-z_]\\w*") || Constants.valueOf(name) != null || name.equals("invalid")) {
            throw new ProgramException("`" + name + "` cannot be the name of a " + kind);
        }
        String other = declared.putIfAbsent(name, kind);
        if (other != null) {
            throw new ProgramException("`" + name + "` names a " + other + " and a " + kind);
        }
    }

    private void bind(Call call) {
        if (call.binding() != null) {
            bindName(call.binding());
        }
        for (Value argument : call.arguments()) {
            if (argument instanceof Value.Slot slot) {
                bindName(slot.name());
            }
        }
    }

    private void bindName(String name) {
        if (declared.containsKey(name)) {
            throw new ProgramException(
                    "`" + name + "` is the name of a " + declared.get(name) + " and cannot be bound");
        }
        bound.add(name);
    }

    private void checkOwner(ProgramObject.Mutex mutex, String owner) {
        CastThread thread = program.threads().stream()
                .filter(candidate -> candidate.name().equals(owner))
                .findFirst()
                .orElseThrow(() -> new ProgramException(
                        "the owner `" + owner + "` of mutex " + mutex.name() + " is not a thread"));
        if (thread.suspended()) {
            throw new ProgramException("the owner `" + owner + "` of mutex " + mutex.name()
                    + " is created suspended, so it cannot own anything yet");
        }
    }

    private void check(Entry entry, String place) {
        if (entry instanceof Entry.CallOn on) {
            checkCast(on.thread(), place);
            check(on.call(), place);
        } else if (entry instanceof Entry.Race race) {
            if (race.lanes().size() < 2) {
                throw new ProgramException(place + ": a race needs at least two threads");
            }
            race.lanes().forEach((thread, calls) -> {
                checkCast(thread, place);
                calls.forEach(call -> check(call, place));
            });
            BindingRaces.check(race, place);
        }
    }

    private void checkCast(String thread, String place) {
        if (!cast.contains(thread)) {
            throw new ProgramException(
                    place + ": `" + thread + "` is not a declared thread; declared are " + String.join(", ", cast));
        }
    }

    private void check(Call call, String place) {
        for (int i = 0; i < call.arguments().size(); i++) {
            Parameter parameter = call.function().parameters().get(i);
            check(call.arguments().get(i), parameter.type(), place + ", " + call.text());
        }
        if (call.mostTimes() > 1 && call.binding() != null && call.function().effect() == Effect.CREATES_THREAD) {
            throw new ProgramException(place + ", " + call.text() + ": the loop makes several threads, and `"
                    + call.binding() + "` can be the name of one; leave it out");
        }
        if (call.loop() != null && call.function().returnType() == ReturnType.THREAD_ID) {
            checkThreadName(call.loop().result().substring("id of ".length()), place + ", " + call.text());
        }
    }

    private void check(Value value, ParameterType type, String place) {
        if (type == ParameterType.THREAD_ROUTINE && Value.isNull(value)) {
            throw new ProgramException(place + ": a routine is needed; what becomes of NULL is documented nowhere");
        }
        if (value instanceof Value.Sequence list) {
            list.values().forEach(item -> check(item, ParameterType.HANDLE, place));
        } else if (value instanceof Value.IdOf id) {
            checkThreadName(id.thread(), place);
        } else if (value instanceof Value.Name name) {
            checkName(name.name(), type, place);
        }
    }

    private void checkThreadName(String name, String place) {
        if (!"thread".equals(declared.get(name)) && !bound.contains(name)) {
            throw new ProgramException(place + ": `" + name + "` is not a thread");
        }
    }

    private void checkName(String name, ParameterType type, String place) {
        String kind = declared.get(name);
        if (type.isRoutine()) {
            Routine.Kind wanted = type == ParameterType.APC_ROUTINE ? Routine.Kind.APC : Routine.Kind.THREAD;
            if (kind == null && wanted == Routine.Kind.APC && !bound.contains(name)) {
                declare(name, "routine");
                implied.add(new Routine(name, Routine.Kind.APC, List.of(), 0));
            } else if (kind == null
                    || !kind.equals("routine")
                    || program.routine(name)
                            .map(routine -> routine.kind() != wanted)
                            .orElse(false)) {
                throw new ProgramException(place + ": `" + name + "` is not a declared "
                        + (wanted == Routine.Kind.APC ? "APC" : "thread") + " routine");
            }
        } else if ("routine".equals(kind) || kind == null && !bound.contains(name)) {
            throw new ProgramException(
                    place + ": `" + name + "` is neither a thread nor an object nor bound by an earlier call");
        }
    }
}
