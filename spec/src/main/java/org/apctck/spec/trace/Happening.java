package org.apctck.spec.trace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.ParameterType;
import org.apctck.spec.api.Role;
import org.apctck.spec.api.Symbols;
import org.apctck.spec.api.Value;
import org.apctck.spec.program.Routine;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link Event} tells, without when and where: the part of it that belongs to an outcome.
 *
 * <p>What is read as text and written again is the same text: what does not stand as the kit writes it is {@link Malformed}.
 */
public sealed interface Happening {
    /** A thread of the cast begins to take entries of the script. */
    Happening STARTS = new Plain(EventKind.STARTS);

    Happening EXITS = new Plain(EventKind.EXITS);

    Happening SUSPENDED = new Plain(EventKind.SUSPENDED);

    Happening RESUMED = new Plain(EventKind.RESUMED);

    Happening QUIESCENT = new Plain(EventKind.QUIESCENT);

    EventKind kind();

    /** What stands beside the kind in a trace. */
    String what();

    /** The content in the notation of tables: {@code FALSE, last error ERROR_NOT_OWNER, code = 5}. */
    default String content() {
        return what();
    }

    /** Kind and content in the notation of tables: {@code begins A(5)}. */
    default String text() {
        return (kind().word() + " " + content()).strip();
    }

    /**
     * Reads what stands in a trace.
     *
     * @param lastError of a return; ignored elsewhere, as are the {@code slots}
     */
    static Happening read(EventKind kind, String what, @Nullable String lastError, Map<String, String> slots) {
        return kind == EventKind.RETURNS ? new Returns(what, lastError, slots) : HappeningReader.read(kind, what);
    }

    /**
     * A call begins.
     *
     * @param call without binding and loop, which belong to the program
     */
    record Calls(Call call) implements Happening {
        public Calls {
            call = call.once();
        }

        @Override
        public EventKind kind() {
            return EventKind.CALLS;
        }

        @Override
        public String what() {
            return call.text();
        }
    }

    /**
     * A call returns.
     *
     * @param value symbolic, as its {@link org.apctck.spec.api.ReturnType} writes it
     * @param lastError if it returned its failure value: the name of the error or its number; else null
     * @param slots the out-parameters that it wrote, by name, symbolic
     */
    record Returns(String value, @Nullable String lastError, Map<String, String> slots) implements Happening {
        public Returns {
            slots = slots.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(slots));
        }

        /** Without last error and out-parameters. */
        public Returns(String value) {
            this(value, null, Map.of());
        }

        @Override
        public EventKind kind() {
            return EventKind.RETURNS;
        }

        @Override
        public String what() {
            return value;
        }

        @Override
        public String content() {
            StringBuilder text = new StringBuilder(value);
            if (lastError != null) {
                text.append(", last error ").append(lastError);
            }
            slots.forEach((name, written) ->
                    text.append(", ").append(name).append(" = ").append(written));
            return text.toString();
        }
    }

    /**
     * An APC routine begins.
     *
     * @param arguments what it is given, symbolic: numbers as {@link Symbols#number} writes them, {@link Symbols#ON_TIME} or
     *     {@link Symbols#ANOTHER_TIME}
     */
    record Begins(String routine, List<String> arguments) implements Happening {
        public Begins {
            arguments = List.copyOf(arguments);
        }

        /** A routine that is given a number. */
        public Begins(String routine, long argument) {
            this(routine, List.of(Symbols.number(argument)));
        }

        /** What a call that names a routine has to lead to; null if it names none. */
        public static @Nullable Begins of(Call call) {
            ApiFunction function = call.function();
            if (!(call.argument(Role.ROUTINE) instanceof Value.Name routine)) {
                return null;
            }
            Routine.Kind kind = Routine.Kind.at(
                    function.parameters().get(function.at(Role.ROUTINE)).type());
            return of(kind, routine.name(), Value.number(call.argument(Role.DATA)));
        }

        /** What a routine of that kind is given that was queued with {@code data}, where all is well. */
        public static Begins of(Routine.Kind kind, String routine, long data) {
            return new Begins(
                    routine,
                    kind.parameters().stream()
                            .map(type -> type == ParameterType.SIGNAL_TIME ? Symbols.ON_TIME : Symbols.number(data))
                            .toList());
        }

        /** Whether {@code told} is what this one demands, whatever it says of the time: the same routine with the same argument. */
        public boolean allows(Begins told) {
            return routine.equals(told.routine)
                    && arguments.size() == told.arguments.size()
                    && IntStream.range(0, arguments.size())
                            .allMatch(i -> arguments.get(i).equals(Symbols.ON_TIME)
                                    || arguments.get(i).equals(told.arguments.get(i)));
        }

        @Override
        public EventKind kind() {
            return EventKind.BEGINS;
        }

        @Override
        public String what() {
            return Symbols.routine(routine, arguments);
        }
    }

    /** An APC routine ends. */
    record Ends(String routine) implements Happening {
        @Override
        public EventKind kind() {
            return EventKind.ENDS;
        }

        @Override
        public String what() {
            return routine;
        }
    }

    /** A thread that the program has made begins its start routine. */
    record Starts(String routine, long argument) implements Happening {
        @Override
        public EventKind kind() {
            return EventKind.STARTS;
        }

        @Override
        public String what() {
            return Symbols.routine(routine, List.of(Symbols.number(argument)));
        }
    }

    /** A thread was seen blocked, in a call of {@code function}. */
    record Blocked(ApiFunction function) implements Happening {
        @Override
        public EventKind kind() {
            return EventKind.BLOCKED;
        }

        @Override
        public String what() {
            return function.functionName();
        }
    }

    /** There is nothing to say but the kind: one of the constants above. */
    record Plain(EventKind kind) implements Happening {
        @Override
        public String what() {
            return "";
        }
    }

    /**
     * What does not stand as the protocol demands.
     *
     * @param what as it stands
     * @param problem what is wrong with it, for people
     */
    record Malformed(EventKind kind, String what, String problem) implements Happening {}
}
