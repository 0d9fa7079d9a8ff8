package org.apctck.kit.invariants;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apctck.kit.Span;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.Effect;
import org.apctck.spec.api.Role;
import org.apctck.spec.api.Value;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Happening;
import org.jspecify.annotations.Nullable;

/**
 * Which thread a handle of the program stands for, as far as that can be told: a name that was bound to two different
 * things, or whose handle may have been closed, stands for none.
 */
final class ThreadHandles {
    private static final int DUPLICATE_CLOSE_SOURCE = 1;

    /** What a name is bound to: a thread by its name, the thread that uses it, or something else. */
    private record Meaning(@Nullable String thread) {
        static final Meaning USER = new Meaning("the thread that uses it");
        static final Meaning OTHER = new Meaning(null);
    }

    private final Map<String, Set<Meaning>> meanings = new HashMap<>();
    private final Map<String, Set<Meaning>> identifiers = new HashMap<>();
    private final Map<String, Integer> closed = new HashMap<>();

    private ThreadHandles() {}

    static ThreadHandles of(Program program, List<Span> calls) {
        ThreadHandles handles = new ThreadHandles();
        program.threads().forEach(cast -> handles.bind(cast.name(), new Meaning(cast.name())));
        Map<Happening, Set<String>> names = bindings(program);
        calls.forEach(span -> handles.take(span, names.getOrDefault(span.begun().happening(), Set.of())));
        return handles;
    }

    /** The names that the program binds to what a call, as it stands in a trace, returns. */
    private static Map<Happening, Set<String>> bindings(Program program) {
        Map<Happening, Set<String>> names = new HashMap<>();
        for (Call call : program.calls()) {
            if (call.binding() != null) {
                names.computeIfAbsent(new Happening.Calls(call), begun -> new HashSet<>())
                        .add(call.binding());
            }
        }
        return names;
    }

    private void take(Span span, Set<String> names) {
        Call call = span.call();
        if (call == null) {
            return;
        }
        switch (call.function().effect()) {
            case CREATES_THREAD -> {
                // The thread is called after its binding.
                names.forEach(name -> bind(name, new Meaning(name)));
                slot(
                        call,
                        Role.IDENTIFIER,
                        identifiers,
                        names.size() == 1 ? new Meaning(names.iterator().next()) : Meaning.OTHER);
            }
            case IDENTIFIES_CALLER -> names.forEach(name -> add(identifiers, name, new Meaning(span.thread())));
            case OPENS_THREAD -> names.forEach(name -> bind(name, identified(call.argument(Role.IDENTIFIER))));
            case NAMES_CALLER -> names.forEach(name -> bind(name, Meaning.USER));
            case COPIES_HANDLE -> {
                Value source = call.argument(Role.HANDLE);
                slot(call, Role.COPY, meanings, meaning(source, span));
                if ((Value.number(call.argument(Role.OPTIONS)) & DUPLICATE_CLOSE_SOURCE) != 0) {
                    close(source, span);
                }
            }
            case CLOSES_HANDLE -> close(call.argument(Role.HANDLE), span);
            case NONE,
                    ISSUES_REQUEST,
                    TRANSFERS,
                    CANCELS_REQUESTS,
                    GIVES_WAY,
                    OPENS_OBJECT,
                    QUEUES_APC,
                    SUSPENDS_THREAD,
                    RESUMES_THREAD,
                    ENDS_CALLER,
                    ENDS_THREAD,
                    SIGNALS_OBJECT,
                    PULSES_OBJECT,
                    RESETS_OBJECT,
                    ARMS_TIMER,
                    DISARMS_TIMER -> names.forEach(name -> bind(name, Meaning.OTHER));
        }
    }

    private static void add(Map<String, Set<Meaning>> map, String name, Meaning meaning) {
        map.computeIfAbsent(name, key -> new HashSet<>()).add(meaning);
    }

    private void bind(String name, Meaning meaning) {
        add(meanings, name, meaning);
    }

    private static void slot(Call call, Role role, Map<String, Set<Meaning>> map, Meaning meaning) {
        if (call.argument(role) instanceof Value.Slot slot) {
            add(map, slot.name(), meaning);
        }
    }

    private void close(Value handle, Span by) {
        if (handle instanceof Value.Name name) {
            closed.merge(name.name(), by.index(), Math::min);
        }
    }

    private Meaning identified(Value id) {
        if (id instanceof Value.IdOf of) {
            return new Meaning(of.thread());
        }
        return id instanceof Value.Name name ? only(identifiers.get(name.name())) : Meaning.OTHER;
    }

    private Meaning meaning(Value handle, Span use) {
        if (!(handle instanceof Value.Name name) || closed.getOrDefault(name.name(), Integer.MAX_VALUE) < use.end()) {
            return Meaning.OTHER;
        }
        Meaning meaning = only(meanings.get(name.name()));
        return meaning.equals(Meaning.USER) ? new Meaning(use.thread()) : meaning;
    }

    private static Meaning only(@Nullable Set<Meaning> known) {
        return known != null && known.size() == 1 ? known.iterator().next() : Meaning.OTHER;
    }

    /** The thread that a call queues an APC to; null if that cannot be told. */
    @Nullable
    String target(Call queueing, Span span) {
        if (queueing.function().effect() != Effect.QUEUES_APC) {
            throw new IllegalArgumentException(queueing + " queues nothing");
        }
        return meaning(queueing.argument(Role.THREAD), span).thread();
    }
}
