package org.apctck.spec.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apctck.spec.program.Program;

/**
 * What a run comes to: for each thread its events, without times and ids, and the order between threads that was observed.
 *
 * <p>Order between threads is claimed by quiescent points only. Each event carries the number of the quiescent points before
 * it: an event of a lower number happened before one of a higher number, and between equal ones no order is claimed. Calls
 * are intervals, so the order in which two threads happened to log them says nothing.
 *
 * @param threads by name, each a list of {@code "<point> <event> <content>"}
 * @param status how the run ended
 */
public record Outcome(Map<String, List<String>> threads, TraceStatus status) {
    public Outcome {
        Map<String, List<String>> copy = new TreeMap<>();
        threads.forEach((thread, events) -> copy.put(thread, List.copyOf(events)));
        threads = java.util.Collections.unmodifiableMap(copy);
    }

    static Outcome of(Trace trace) {
        Map<String, List<String>> threads = new TreeMap<>();
        int point = 0;
        for (Event event : trace.events()) {
            if (event.kind() == EventKind.QUIESCENT) {
                point++;
            } else if (!event.kind().isObservation()) {
                threads.computeIfAbsent(event.thread(), thread -> new ArrayList<>())
                        .add(point + " " + event.happening().text());
            }
        }
        return new Outcome(threads, trace.status());
    }

    /**
     * What of this outcome of a program can be compared between implementations. Whether a finite wait ends before or after
     * the threads are looked at depends on how long the look takes, so a program with such a wait claims no order by
     * quiescent points.
     */
    public Outcome comparable(Program program) {
        return program.hasFiniteWait() ? withoutPoints() : this;
    }

    private Outcome withoutPoints() {
        Map<String, List<String>> plain = new TreeMap<>();
        threads.forEach((thread, events) -> plain.put(
                thread,
                events.stream()
                        .map(event -> "0" + event.substring(event.indexOf(' ')))
                        .toList()));
        return new Outcome(plain, status);
    }
}
