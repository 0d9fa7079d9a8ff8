package org.apctck.spec.trace;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What happened when a program ran once.
 *
 * @param events in the order of their sequence numbers
 * @param evidence why the status is what it is, in words for people; empty for {@link TraceStatus#COMPLETED}
 * @param schedule a token that replays this run on the model, or null
 * @param readings the readings of the documentation that this run of the model took, by their ids
 */
public record Trace(
        List<Event> events,
        TraceStatus status,
        String evidence,
        @Nullable String schedule,
        Map<String, String> readings) {
    /** The most events of a trace; a program with more is stopped. */
    public static final int EVENTS_MAX = 100_000;

    public Trace {
        events = List.copyOf(events);
        readings = Map.copyOf(new TreeMap<>(readings));
    }

    /** A trace of an implementation. */
    public static Trace of(List<Event> events, TraceStatus status, String evidence) {
        return new Trace(events, status, evidence, null, Map.of());
    }

    /** The events of one thread, observations included. */
    public List<Event> on(String thread) {
        return events.stream().filter(event -> event.thread().equals(thread)).toList();
    }

    /** The outcome: what two runs must share to count as equal. */
    public Outcome outcome() {
        return Outcome.of(this);
    }
}
