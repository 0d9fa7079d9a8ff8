package org.apctck.kit.invariants;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apctck.spec.api.Call;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * A call from its beginning to its return.
 *
 * @param returned the index of its return, or the number of events if it did not return
 * @param result its return, or null
 */
record Interval(
        String thread,
        Call call,
        int called,
        int returned,
        @Nullable Event result) {

    /** Every call of {@code trace}, in the order in which they began. */
    static List<Interval> of(Trace trace) {
        List<Interval> intervals = new ArrayList<>();
        Map<String, Deque<Integer>> open = new HashMap<>();
        int end = trace.events().size();
        for (int i = 0; i < end; i++) {
            Event event = trace.events().get(i);
            Deque<Integer> inProgress = open.computeIfAbsent(event.thread(), thread -> new ArrayDeque<>());
            switch (event.kind()) {
                case CALLS -> {
                    inProgress.push(intervals.size());
                    intervals.add(new Interval(event.thread(), Calls.read(event), i, end, null));
                }
                case RETURNS -> {
                    if (!inProgress.isEmpty()) {
                        int index = inProgress.pop();
                        Interval interval = intervals.get(index);
                        intervals.set(index, new Interval(interval.thread, interval.call, interval.called, i, event));
                    }
                }
                default -> {
                    // Neither begins nor ends a call.
                }
            }
        }
        return intervals;
    }

    /** Whether it returned its failure value. */
    boolean failed() {
        return result != null && call.function().returnType().isWrittenFailure(result.what());
    }
}
