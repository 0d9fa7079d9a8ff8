package org.apctck.spec.trace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened while a program ran.
 *
 * @param seq the position in the trace, from 0
 * @param micros microseconds since the script began; virtual for the model
 * @param thread the name of the thread; empty for {@link EventKind#QUIESCENT}
 * @param what symbolic, by kind: a call as written, a value, a routine with its argument
 * @param lastError of a call that returned its failure value: the name of the error or its number; else null
 * @param slots the out-parameters that a call wrote, by name, symbolic
 */
public record Event(
        int seq,
        long micros,
        String thread,
        EventKind kind,
        String what,
        @Nullable String lastError,
        Map<String, String> slots) {
    public Event {
        slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
    }

    /** An event without last error and out-parameters. */
    public static Event of(int seq, long micros, String thread, EventKind kind, String what) {
        return new Event(seq, micros, thread, kind, what, null, Map.of());
    }

    /** The content in the notation of tables: {@code FALSE, last error ERROR_NOT_OWNER, code = 5}. */
    public String content() {
        StringBuilder text = new StringBuilder(what);
        if (lastError != null) {
            text.append(", last error ").append(lastError);
        }
        slots.forEach(
                (name, value) -> text.append(", ").append(name).append(" = ").append(value));
        return text.toString();
    }

    /** The name of the function or routine, without arguments. */
    public String subject() {
        int parenthesis = what.indexOf('(');
        return parenthesis < 0 ? what : what.substring(0, parenthesis);
    }

    @Override
    public String toString() {
        return (thread + " " + kind.word() + " " + content()).strip();
    }
}
