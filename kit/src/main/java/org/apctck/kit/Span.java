package org.apctck.kit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Call;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.Happening;
import org.apctck.spec.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * A call of a trace with its return.
 *
 * @param index of its beginning among the events of the trace
 * @param begun its beginning
 * @param returned its return, or null if it did not
 * @param end the index of its return, or the number of events
 * @param nested whether it was made by a routine
 */
public record Span(int index, Event begun, @Nullable Event returned, int end, boolean nested) {

    /** The calls of {@code trace} in the order in which they began. */
    public static List<Span> of(Trace trace) {
        return of(trace, thread -> true);
    }

    /** The calls of {@code thread} in the order in which they began. */
    public static List<Span> of(Trace trace, String thread) {
        return of(trace, thread::equals);
    }

    /**
     * For each call that {@code thread} makes by the script of {@code program}, and not in a routine, what {@code trace} has of
     * it: one span, or several if the call is a loop. The list ends with the last call that was made.
     */
    public static List<List<Span>> ofScript(Program program, Trace trace, String thread) {
        List<Span> spans =
                of(trace, thread).stream().filter(span -> !span.nested()).toList();
        List<List<Span>> made = new ArrayList<>();
        int next = 0;
        for (Call call : program.callsOf(thread)) {
            int first = next;
            while (next < spans.size() && (next == first || spans.get(next - 1).leadsTo(call, next - first))) {
                next++;
            }
            if (next == first) {
                break;
            }
            made.add(spans.subList(first, next));
        }
        return made;
    }

    /** Whether {@code call}, which this span is of and which was made so often, is made again. */
    private boolean leadsTo(Call call, int times) {
        return returned != null && call.isMadeAgain(returned.what(), times);
    }

    private static List<Span> of(Trace trace, Predicate<String> threads) {
        List<Span> spans = new ArrayList<>();
        Map<String, Deque<Integer>> calls = new HashMap<>();
        Map<String, Integer> routines = new HashMap<>();
        for (int i = 0; i < trace.events().size(); i++) {
            Event event = trace.events().get(i);
            if (!threads.test(event.thread())) {
                continue;
            }
            Deque<Integer> open = calls.computeIfAbsent(event.thread(), thread -> new ArrayDeque<>());
            switch (event.kind()) {
                case CALLS -> {
                    boolean nested = !open.isEmpty() || routines.getOrDefault(event.thread(), 0) > 0;
                    open.push(spans.size());
                    spans.add(new Span(i, event, null, trace.events().size(), nested));
                }
                case RETURNS -> {
                    if (!open.isEmpty()) {
                        int span = open.pop();
                        spans.set(span, spans.get(span).returning(event, i));
                    }
                }
                case BEGINS -> routines.merge(event.thread(), 1, Integer::sum);
                case ENDS -> routines.merge(event.thread(), -1, Integer::sum);
                default -> {
                    // Says nothing about calls.
                }
            }
        }
        return spans;
    }

    private Span returning(Event event, int at) {
        return new Span(index, begun, event, at, nested);
    }

    public String thread() {
        return begun.thread();
    }

    /** The call; null if somebody tells of one that is none: nothing follows from it. */
    public @Nullable Call call() {
        return begun.happening() instanceof Happening.Calls calls ? calls.call() : null;
    }

    public boolean isOf(ApiFunction function) {
        Call call = call();
        return call != null && call.function() == function;
    }

    /** Whether it returned its failure value. */
    public boolean failed() {
        Call call = call();
        return call != null && returned != null && call.function().returnType().isWrittenFailure(returned.what());
    }
}
