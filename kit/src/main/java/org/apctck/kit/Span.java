package org.apctck.kit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * A call of a trace with its return.
 *
 * @param index of its beginning among the events of the trace
 * @param call its beginning
 * @param returned its return, or null if it did not
 * @param end the index of its return, or the number of events
 * @param nested whether it was made by a routine
 */
public record Span(int index, Event call, @Nullable Event returned, int end, boolean nested) {

    /** The calls of {@code thread} in the order in which they began. */
    public static List<Span> of(Trace trace, String thread) {
        List<Span> spans = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        int routines = 0;
        for (int i = 0; i < trace.events().size(); i++) {
            Event event = trace.events().get(i);
            if (!event.thread().equals(thread)) {
                continue;
            }
            switch (event.kind()) {
                case CALLS -> {
                    open.push(spans.size());
                    spans.add(new Span(i, event, null, trace.events().size(), open.size() > 1 || routines > 0));
                }
                case RETURNS -> {
                    if (!open.isEmpty()) {
                        int span = open.pop();
                        spans.set(span, spans.get(span).returning(event, i));
                    }
                }
                case BEGINS -> routines++;
                case ENDS -> routines--;
                default -> {
                    // Says nothing about calls.
                }
            }
        }
        return spans;
    }

    private Span returning(Event event, int at) {
        return new Span(index, call, event, at, nested);
    }
}
