package org.apctck.reference.following;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Happening;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;

/** A trace in the making, for tests: as somebody claims to have seen it. */
final class Sightings {
    private final List<Event> events = new ArrayList<>();
    private TraceStatus status = TraceStatus.COMPLETED;
    private long micros;

    /** Nothing was seen so far. */
    Sightings() {}

    /** What was seen is at first what {@code trace} tells. */
    Sightings(Trace trace) {
        events.addAll(trace.events());
        status = trace.status();
    }

    /** Sets the time of what is seen from now on. */
    Sightings at(long millis) {
        micros = 1000 * millis;
        return this;
    }

    /** @param text an event as a trace writes it: {@code worker returns 0} */
    Sightings see(String... texts) {
        for (String text : texts) {
            events.add(event(text));
        }
        return this;
    }

    /** Replaces an event. */
    Sightings set(int index, String text) {
        micros = events.get(index).micros();
        events.set(index, event(text));
        return this;
    }

    Sightings insert(int index, String text) {
        micros = events.get(Math.max(0, index - 1)).micros();
        events.add(index, event(text));
        return this;
    }

    Sightings drop(int index) {
        events.remove(index);
        return this;
    }

    Sightings swap(int one, int other) {
        Collections.swap(events, one, other);
        return this;
    }

    /** Only the first events were seen. */
    Sightings cut(int count, TraceStatus how) {
        events.subList(count, events.size()).clear();
        status = how;
        return this;
    }

    Sightings ending(TraceStatus how) {
        status = how;
        return this;
    }

    /** The index of the first event that reads so. */
    int indexOf(String text) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).toString().equals(text)) {
                return i;
            }
        }
        throw new IllegalArgumentException("nobody saw `" + text + "` in " + events);
    }

    Trace trace() {
        List<Event> numbered = new ArrayList<>();
        for (Event event : events) {
            numbered.add(event.at(numbered.size()));
        }
        return Trace.of(numbered, status, "");
    }

    private Event event(String text) {
        if (text.equals("quiescent")) {
            return Event.of(0, micros, "", EventKind.QUIESCENT, "");
        }
        String[] words = text.split(" ", 3);
        String[] parts = (words.length < 3 ? "" : words[2]).split(", last error ");
        String lastError = parts.length < 2 ? null : parts[1];
        return new Event(0, micros, words[0], Happening.read(EventKind.of(words[1]), parts[0], lastError, Map.of()));
    }
}
