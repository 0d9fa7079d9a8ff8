package org.apctck.spec.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apctck.spec.program.Program;

/**
 * What a run comes to: for each thread its events, without times and ids, and the order between threads that was observed.
 *
 * <p>Order between threads is claimed by quiescent points only. Each event carries the number of the quiescent points before
 * it: an event of a lower number happened before one of a higher number, and between equal ones no order is claimed. Calls
 * are intervals, so the order in which two threads happened to log them says nothing.
 *
 * @param threads by name, each with what it did
 * @param status how the run ended
 */
public record Outcome(Map<String, List<Step>> threads, TraceStatus status) {
    /**
     * An event as it counts in an outcome.
     *
     * @param point how many quiescent points came before it
     * @param text {@link Happening#text}
     */
    public record Step(int point, String text) {
        private static Step read(String step) {
            int blank = step.indexOf(' ');
            return new Step(Integer.parseInt(step.substring(0, Math.max(0, blank))), step.substring(blank + 1));
        }

        @Override
        public String toString() {
            return point + " " + text;
        }
    }

    public Outcome {
        threads = Collections.unmodifiableMap(mapped(threads, step -> step));
    }

    /**
     * Reads an outcome.
     *
     * @param threads {@link #texts}
     * @throws IllegalArgumentException if they are none
     */
    public static Outcome read(Map<String, List<String>> threads, TraceStatus status) {
        return new Outcome(mapped(threads, Step::read), status);
    }

    /** By thread, each a list of {@code "<point> <event> <content>"}. */
    public Map<String, List<String>> texts() {
        return mapped(threads, Step::toString);
    }

    static Outcome of(Trace trace) {
        Map<String, List<Step>> threads = new TreeMap<>();
        int point = 0;
        for (Event event : trace.events()) {
            if (event.kind() == EventKind.QUIESCENT) {
                point++;
            } else if (!event.kind().isObservation()) {
                threads.computeIfAbsent(event.thread(), thread -> new ArrayList<>())
                        .add(new Step(point, event.happening().text()));
            }
        }
        return new Outcome(threads, trace.status());
    }

    /**
     * What of this outcome of a program can be compared between implementations. Whether a finite wait ends, or a timer expires,
     * before or after the threads are looked at depends on how long the look takes, so a program with such a wait or a timer
     * claims no order by quiescent points.
     */
    public Outcome comparable(Program program) {
        return program.hasFiniteWait() ? new Outcome(mapped(threads, step -> new Step(0, step.text())), status) : this;
    }

    private static <T, U> Map<String, List<U>> mapped(Map<String, List<T>> threads, Function<T, U> each) {
        Map<String, List<U>> mapped = new TreeMap<>();
        threads.forEach(
                (thread, steps) -> mapped.put(thread, steps.stream().map(each).toList()));
        return mapped;
    }
}
