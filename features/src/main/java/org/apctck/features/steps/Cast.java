package org.apctck.features.steps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.Value;
import org.apctck.spec.program.Program.CastThread;

/** The threads that a scenario takes for granted: mentioning one declares it. */
final class Cast {
    private static final Pattern NAME = Pattern.compile("(main|worker|helper)(\\d*)");
    private static final List<String> ROLES = List.of("main", "worker", "helper");

    /** By name, whether it is created suspended; in the order in which people list them, whatever the order of mention. */
    private final Map<String, Boolean> suspended = new TreeMap<>(Comparator.<String>comparingInt(Cast::role)
            .thenComparing(String::length)
            .thenComparing(name -> name));

    private static int role(String name) {
        return ROLES.indexOf(name.replaceAll("\\d+$", ""));
    }

    /** Whether {@code name} is reserved for the cast. */
    static boolean has(String name) {
        return NAME.matcher(name).matches();
    }

    void mention(String name) {
        if (has(name)) {
            suspended.putIfAbsent(name, false);
        }
    }

    void suspend(String name) {
        suspended.put(name, true);
    }

    /** Declares the threads that {@code call} takes as handles or identifiers. */
    void mentionedIn(Call call) {
        call.arguments().forEach(this::mentionedIn);
    }

    private void mentionedIn(Value value) {
        if (value instanceof Value.Name name) {
            mention(name.name());
        } else if (value instanceof Value.IdOf id) {
            mention(id.thread());
        } else if (value instanceof Value.Sequence list) {
            list.values().forEach(this::mentionedIn);
        } else if (value instanceof Value.Record structure) {
            structure.fields().forEach(field -> mentionedIn(field.getValue()));
        }
    }

    List<CastThread> threads() {
        List<CastThread> threads = new ArrayList<>();
        suspended.forEach((name, isSuspended) -> threads.add(new CastThread(name, isSuspended)));
        return threads;
    }
}
