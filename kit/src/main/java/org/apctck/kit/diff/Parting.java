package org.apctck.kit.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Outcome.Step;
import org.apctck.spec.trace.Trace;

/** Two traces of one program, and where they part. */
public record Parting(Divergence divergence, Trace left, Trace right) {
    /** The events before the difference, in the order of the left trace, as far as the right one has them as well. */
    public List<Event> common() {
        Map<String, Integer> agreed = new HashMap<>();
        Map<String, List<Step>> lefts = left.outcome().threads();
        Map<String, List<Step>> rights = right.outcome().threads();
        lefts.forEach((thread, events) -> agreed.put(thread, agreed(events, rights.getOrDefault(thread, List.of()))));
        Map<String, Integer> seen = new HashMap<>();
        List<Event> common = new ArrayList<>();
        for (Event event : left.events()) {
            boolean counts =
                    event.kind() != EventKind.QUIESCENT && !event.kind().isObservation();
            int index = counts ? seen.merge(event.thread(), 1, Integer::sum) - 1 : -1;
            if (counts && index == divergence.event() && event.thread().equals(divergence.thread())) {
                break;
            }
            if (counts ? index < agreed.getOrDefault(event.thread(), 0) : event.kind() == EventKind.BLOCKED) {
                common.add(event);
            }
        }
        return common;
    }

    private static int agreed(List<Step> one, List<Step> other) {
        int agreed = 0;
        while (agreed < one.size() && agreed < other.size() && one.get(agreed).equals(other.get(agreed))) {
            agreed++;
        }
        return agreed;
    }
}
