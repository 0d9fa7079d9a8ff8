package org.apctck.features.lies;

import java.util.ArrayList;
import java.util.List;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Happening;
import org.jspecify.annotations.Nullable;

/** Events told otherwise than they happened. */
final class Telling {
    private Telling() {}

    static List<Event> renumbered(List<Event> events) {
        List<Event> renumbered = new ArrayList<>();
        for (Event event : events) {
            renumbered.add(event.at(renumbered.size()));
        }
        return renumbered;
    }

    static List<Event> without(List<Event> events, int from, int to) {
        List<Event> rest = new ArrayList<>(events);
        rest.subList(from, to).clear();
        return rest;
    }

    static List<Event> inserted(List<Event> events, int at, List<Event> more) {
        List<Event> longer = new ArrayList<>(events);
        longer.addAll(at, more);
        return longer;
    }

    static List<Event> moved(List<Event> events, int from, int to) {
        List<Event> moved = new ArrayList<>(events);
        moved.add(to, moved.remove(from));
        return moved;
    }

    static List<Event> changed(List<Event> events, int at, String thread, Happening happening) {
        Event event = events.get(at);
        List<Event> changed = new ArrayList<>(events);
        changed.set(at, new Event(event.seq(), event.micros(), thread, happening));
        return changed;
    }

    static int next(List<Event> events, int from, EventKind kind) {
        int next = from;
        while (next < events.size() - 1 && events.get(next).kind() != kind) {
            next++;
        }
        return next;
    }

    /** Another value that the call could return; null for an event that has none. */
    static @Nullable Happening otherwise(Event event) {
        if (!(event.happening() instanceof Happening.Returns returns)) {
            return null;
        }
        String other = otherValue(returns.value());
        return other == null ? null : new Happening.Returns(other, returns.lastError(), returns.slots());
    }

    private static @Nullable String otherValue(String value) {
        return switch (value) {
            case "TRUE" -> "FALSE";
            case "FALSE" -> "TRUE";
            case "nonzero" -> "0";
            case "handle" -> "NULL";
            case "NULL" -> "handle";
            case "WAIT_IO_COMPLETION" -> "0";
            case "WAIT_OBJECT_0" -> "WAIT_TIMEOUT";
            case "WAIT_TIMEOUT", "WAIT_FAILED" -> "WAIT_OBJECT_0";
            case "0" -> "1";
            case "1" -> "2";
            default -> null;
        };
    }

    /** The index of the end of the APC that begins at {@code begin}, or of the last event of its thread. */
    private static int end(List<Event> events, int begin) {
        String thread = events.get(begin).thread();
        int depth = 0;
        int last = begin;
        for (int i = begin; i < events.size(); i++) {
            Event event = events.get(i);
            if (event.thread().equals(thread)) {
                depth += event.kind() == EventKind.BEGINS ? 1 : event.kind() == EventKind.ENDS ? -1 : 0;
                last = i;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return last;
    }

    private static List<Event> apc(List<Event> events, int begin) {
        String thread = events.get(begin).thread();
        return events.subList(begin, end(events, begin) + 1).stream()
                .filter(event -> event.thread().equals(thread))
                .toList();
    }

    static List<Event> withoutApc(List<Event> events, int begin) {
        List<Event> apc = apc(events, begin);
        List<Event> rest = new ArrayList<>(events);
        rest.removeAll(apc); // events have numbers, so equal ones are the same
        return rest;
    }

    static List<Event> withApcAgain(List<Event> events, int begin) {
        return inserted(events, end(events, begin) + 1, apc(events, begin));
    }

    /** What the thread does from where it is blocked up to the return of that call, told as if it came at once. */
    static @Nullable List<Event> returningAtOnce(List<Event> events, int blocked) {
        String thread = events.get(blocked).thread();
        List<Event> rest = new ArrayList<>();
        int depth = 0;
        for (Event event : events.subList(blocked + 1, events.size())) {
            if (event.thread().equals(thread)) {
                rest.add(event);
                depth += event.kind() == EventKind.CALLS ? 1 : event.kind() == EventKind.RETURNS ? -1 : 0;
                if (depth < 0) {
                    List<Event> hasty = new ArrayList<>(events);
                    hasty.removeAll(rest);
                    hasty.addAll(blocked + 1, rest);
                    return hasty;
                }
            }
        }
        return null;
    }
}
