package org.apctck.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Trace;

/**
 * The events of a trace as lines for people, each in the column of its thread.
 *
 * <p>A call that returns before anything else happens takes one line with its result; what runs inside a call is indented.
 *
 * @param threads in the order in which they first did something
 */
record TraceLines(List<String> threads, List<Line> lines) {
    /** Deeper nesting is not shown: a column is only so wide. */
    private static final int DEPTH_MAX = 10;

    /**
     * One line.
     *
     * @param thread the column
     * @param first the index of its first event in the trace
     * @param last the index of its last event in the trace
     */
    record Line(int thread, String text, int first, int last) {
        boolean holds(int event) {
            return first <= event && event <= last;
        }
    }

    static TraceLines of(Trace trace) {
        TraceLines built = new TraceLines(new ArrayList<>(), new ArrayList<>());
        Map<String, Integer> depths = new HashMap<>();
        List<Event> events = trace.events();
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            int depth = depths.getOrDefault(event.thread(), 0);
            if (event.kind() == EventKind.CALLS && isReturnOf(event, events, i + 1)) {
                built.add(event, depth, event.what() + result(events.get(i + 1)), i, i + 1);
                i++;
            } else if (event.kind() != EventKind.QUIESCENT) {
                depth = Math.max(0, depth - (closes(event) ? 1 : 0));
                built.add(event, depth, text(event), i, i);
                depths.put(event.thread(), depth + (opens(event) ? 1 : 0));
            }
        }
        return built;
    }

    private void add(Event event, int depth, String text, int first, int last) {
        int column = threads.indexOf(event.thread());
        if (column < 0) {
            column = threads.size();
            threads.add(event.thread());
        }
        lines.add(new Line(column, indented(depth, text), first, last));
    }

    private static boolean isReturnOf(Event call, List<Event> events, int next) {
        return next < events.size()
                && events.get(next).kind() == EventKind.RETURNS
                && events.get(next).thread().equals(call.thread());
    }

    private static boolean opens(Event event) {
        return event.kind() == EventKind.CALLS || event.kind() == EventKind.BEGINS;
    }

    private static boolean closes(Event event) {
        return event.kind() == EventKind.RETURNS || event.kind() == EventKind.ENDS;
    }

    private static String result(Event returned) {
        return returned.content().equals("void") ? "" : " -> " + returned.content();
    }

    private static String text(Event event) {
        return switch (event.kind()) {
            case CALLS -> event.what();
            case RETURNS -> "-> " + event.content();
            case BEGINS -> event.what() + " begins";
            case ENDS -> event.what() + " ends";
            case STARTS, EXITS -> event.happening().text();
            case BLOCKED -> "(blocked)";
            case SUSPENDED -> "(suspended)";
            case RESUMED -> "(resumed)";
            case QUIESCENT -> "";
        };
    }

    private static String indented(int depth, String text) {
        return "  ".repeat(Math.min(depth, DEPTH_MAX)) + text;
    }
}
