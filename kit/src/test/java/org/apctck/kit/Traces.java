package org.apctck.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Happening;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;

/** Traces for tests, written as they are shown: {@code worker returns FALSE, last error ERROR_NOT_OWNER}. */
public final class Traces {
    private Traces() {}

    /** A completed trace; an event takes a millisecond, unless its line begins with its time in milliseconds. */
    public static Trace of(String... lines) {
        return ended(TraceStatus.COMPLETED, "", lines);
    }

    public static Trace ended(TraceStatus status, String evidence, String... lines) {
        return Trace.of(events(lines), status, evidence);
    }

    /** A trace of the model. */
    public static Trace scheduled(String schedule, String... lines) {
        return new Trace(events(lines), TraceStatus.COMPLETED, "", schedule, Map.of());
    }

    public static List<Event> events(String... lines) {
        List<Event> events = new ArrayList<>();
        long millis = 0;
        for (String line : lines) {
            String[] words = line.split(" ", 2);
            if (words[0].matches("\\d+")) {
                millis = Long.parseLong(words[0]);
                words = words[1].split(" ", 2);
            }
            events.add(event(events.size(), 1000 * millis++, words));
        }
        return events;
    }

    private static Event event(int seq, long micros, String[] words) {
        if (words[0].equals("quiescent")) {
            return Event.of(seq, micros, "", EventKind.QUIESCENT, "");
        }
        String[] rest = words[1].split(" ", 2);
        EventKind kind = EventKind.of(rest[0]);
        String what = rest.length == 2 ? rest[1] : "";
        if (kind != EventKind.RETURNS) {
            return Event.of(seq, micros, words[0], kind, what);
        }
        String[] parts = what.split(", ");
        String lastError = null;
        Map<String, String> slots = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].startsWith("last error ")) {
                lastError = parts[i].substring("last error ".length());
            } else {
                String[] slot = parts[i].split(" = ");
                slots.put(slot[0], slot[1]);
            }
        }
        return new Event(seq, micros, words[0], new Happening.Returns(parts[0], lastError, slots));
    }
}
