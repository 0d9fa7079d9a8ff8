package org.apctck.spec.program;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.Constants;
import org.apctck.spec.api.Effect;
import org.apctck.spec.api.Layout;
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

    private static final String MAKERS = Stream.of(ApiFunction.values())
            .filter(function -> function.effect() == Effect.OPENS_OBJECT)
            .map(ApiFunction::functionName)
            .collect(Collectors.joining(", "));

    private final Program program;
    private final Map<String, String> declared = new LinkedHashMap<>();
    private final Set<String> bound = new HashSet<>();
    private final Set<String> cast = new HashSet<>();
    /** The OVERLAPPEDs that calls name. */
    private final Set<String> requests = new HashSet<>();

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
        for (int i = 0; i < program.objects().size(); i++) {
            ProgramObject object = program.objects().get(i);
            String place = "objects[" + i + "]";
            check(object, place); // before it has a name itself: its call may name those before it
            declare(object.name(), "object", place + ": ");
        }
        program.routines().forEach(routine -> declare(routine.name(), "routine"));
        program.calls().forEach(this::bind);
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
        declare(name, kind, "");
    }

    private void declare(String name, String kind, String place) {
        if (!name.matches("[A-Za-z_]\\w*") || Constants.valueOf(name) != null || name.equals("invalid")) {
            throw new ProgramException(place + "`" + name + "` cannot be the name of " + a(kind));
        }
        String other = declared.putIfAbsent(name, kind);
        if (other != null) {
            throw new ProgramException(place + "`" + name + "` names " + a(other) + " and " + a(kind));
        }
    }

    private static String a(String kind) {
        return (kind.startsWith("o") ? "an " : "a ") + kind;
    }

    private void bind(Call call) {
        if (call.binding() != null) {
            bindName(call.binding());
        }
        for (int i = 0; i < call.arguments().size(); i++) {
            ParameterType type = call.function().parameters().get(i).type();
            if (call.arguments().get(i) instanceof Value.Slot slot) {
                bindName(slot.name());
                if (type == ParameterType.OVERLAPPED) {
                    requests.add(slot.name());
                }
            } else if (type == ParameterType.BUFFER && call.arguments().get(i) instanceof Value.Name buffer) {
                bindName(buffer.name());
            }
        }
    }

    private void bindName(String name) {
        if (declared.containsKey(name)) {
            throw new ProgramException(
                    "`" + name + "` is the name of " + a(declared.get(name)) + " and cannot be bound");
        }
        bound.add(name);
    }

    private void check(ProgramObject object, String place) {
        Call call = object.call();
        if (call.function().effect() != Effect.OPENS_OBJECT) {
            throw new ProgramException(place + ": " + call.function() + " makes no object; declare `" + object.name()
                    + "` by a call of " + MAKERS + ", and make every other call in the script");
        }
        if (call.binding() != null) {
            throw new ProgramException(place + ": the handle is bound to the name of the object, `" + object.name()
                    + "`; leave out `" + call.binding() + " =`");
        }
        if (call.loop() != null) {
            throw new ProgramException(
                    place + ": `" + object.name() + "` is made once; leave out `while it returns` and what follows");
        }
        check(call, place);
        if (object.by() != null) {
            checkCast(object.by(), place);
            if (program.threads().contains(new CastThread(object.by(), true))) {
                throw new ProgramException(place + ": `" + object.by() + "` is created suspended, so it cannot make `"
                        + object.name() + "` before the script begins");
            }
        }
    }

    private void check(Entry entry, String place) {
        if (entry instanceof Entry.CallOn on) {
            checkCast(on.thread(), place);
            check(on.call(), place);
        } else if (entry instanceof Entry.Completed completed) {
            if (!requests.contains(completed.request())) {
                throw new ProgramException(place + ": no call has an OVERLAPPED `&" + completed.request() + "`");
            }
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
            Value value = call.arguments().get(i);
            String within = place + ", " + call.text();
            if (value instanceof Value.Record structure && parameter.layout() != null) {
                for (Layout.Field field : parameter.layout().fields()) {
                    Value given = structure.field(field.name());
                    if (given != null) {
                        check(given, field.type(), within);
                    }
                }
            } else {
                check(value, parameter.type(), within);
            }
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
            Routine.Kind wanted = Routine.Kind.at(type);
            if (kind == null && wanted.isQueued() && !bound.contains(name)) {
                declare(name, "routine");
                implied.add(new Routine(name, wanted, List.of(), 0));
            } else if (kind == null
                    || !kind.equals("routine")
                    || Stream.concat(program.routines().stream(), implied.stream())
                            .anyMatch(routine -> routine.name().equals(name) && routine.kind() != wanted)) {
                throw new ProgramException(place + ": `" + name + "` is not a declared " + wanted.word() + " routine");
            }
        } else if ("routine".equals(kind) || kind == null && !bound.contains(name)) {
            throw new ProgramException(
                    place + ": `" + name + "` is neither a thread nor an object nor bound by an earlier call");
        }
    }
}
