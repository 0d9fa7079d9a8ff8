package org.apctck.reports.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.CallSyntaxException;
import org.apctck.spec.api.Effect;
import org.apctck.spec.api.Role;
import org.apctck.spec.api.Symbols;
import org.apctck.spec.api.Value;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Which call queued which APC that ran.
 *
 * <p>A trace does not tell it. Of the calls that queued the routine, those whose handle is that of the thread come first, then
 * those whose handle may be, then, since implementations err, any; among them the one that returned first. Two APCs of the same
 * routine and argument are alike, so nothing is lost if they are taken for each other.
 */
final class Deliveries {
    /**
     * A call that queued an APC.
     *
     * @param called the index of its beginning in the trace
     * @param returned the index of its return; the number of events if it did not return
     * @param target the thread, or null if its handle is not called like a thread
     */
    record Queued(String routine, String what, @Nullable String target, int called, int returned) {}

    private final List<Queued> open = new ArrayList<>();
    private final Map<Integer, Queued> byBeginning = new HashMap<>();
    private final int end;

    private Deliveries(Trace trace) {
        this.end = trace.events().size();
    }

    static Deliveries of(Trace trace) {
        Deliveries deliveries = new Deliveries(trace);
        deliveries.collect(trace);
        List<Queued> all = List.copyOf(deliveries.open);
        Set<Queued> used = new HashSet<>();
        for (int i = 0; i < trace.events().size(); i++) {
            Event event = trace.events().get(i);
            if (event.kind() == EventKind.BEGINS) {
                deliveries.deliver(i, event, all, used);
            }
        }
        deliveries.open.removeAll(used);
        return deliveries;
    }

    private void collect(Trace trace) {
        Set<String> threads = trace.events().stream().map(Event::thread).collect(Collectors.toSet());
        for (int i = 0; i < end; i++) {
            Event event = trace.events().get(i);
            Call call = event.kind() == EventKind.CALLS ? queueing(event) : null;
            if (call == null || !(call.argument(Role.ROUTINE) instanceof Value.Name routine)) {
                continue;
            }
            int returned = returned(trace, i);
            boolean failed = returned < end
                    && call.function()
                            .returnType()
                            .isWrittenFailure(trace.events().get(returned).what());
            if (!failed) {
                String target = call.argument(Role.THREAD) instanceof Value.Name name && threads.contains(name.name())
                        ? name.name()
                        : null;
                String what = Symbols.routine(routine.name(), Value.number(call.argument(Role.DATA)));
                open.add(new Queued(routine.name(), what, target, i, returned));
            }
        }
    }

    private static @Nullable Call queueing(Event event) {
        try {
            Call call = Call.parse(event.what());
            return call.function().effect() == Effect.QUEUES_APC ? call : null;
        } catch (CallSyntaxException notACall) {
            return null; // another implementation's agent may write what it likes; it queues nothing that can be
            // matched
        }
    }

    private static int returned(Trace trace, int call) {
        String thread = trace.events().get(call).thread();
        int depth = 0;
        for (int i = call; i < trace.events().size(); i++) {
            Event event = trace.events().get(i);
            if (event.thread().equals(thread)) {
                depth += event.kind() == EventKind.CALLS ? 1 : event.kind() == EventKind.RETURNS ? -1 : 0;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return trace.events().size();
    }

    private void deliver(int index, Event event, List<Queued> all, Set<Queued> used) {
        List<Predicate<Queued>> ways = List.of(
                queued -> queued.what().equals(event.what()) && event.thread().equals(queued.target()),
                queued -> queued.what().equals(event.what()) && queued.target() == null,
                queued -> queued.what().equals(event.what()),
                queued -> queued.routine().equals(event.subject()));
        for (Predicate<Queued> way : ways) {
            Queued first = all.stream()
                    .filter(queued -> queued.called() < index && !used.contains(queued))
                    .filter(way)
                    .min(Comparator.comparingInt(Queued::returned))
                    .orElse(null);
            if (first != null) {
                used.add(first);
                byBeginning.put(index, first);
                return;
            }
        }
    }

    /** The call that queued the APC which begins at an event; null if none did. */
    @Nullable
    Queued queuedFor(int beginning) {
        return byBeginning.get(beginning);
    }

    /** What was queued to a thread, with success, and never ran there or elsewhere. */
    List<Queued> pending() {
        return open.stream()
                .filter(queued -> queued.target() != null && queued.returned() < end)
                .toList();
    }
}
