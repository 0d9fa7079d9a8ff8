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
import org.apctck.kit.Span;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.Effect;
import org.apctck.spec.api.Role;
import org.apctck.spec.api.Value;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.Happening.Begins;
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
     * @param apc the beginning of its routine
     * @param target the thread, or null if its handle is not called like a thread
     */
    record Queued(Begins apc, @Nullable String target, Span by) {}

    private final List<Queued> open = new ArrayList<>();
    private final Map<Integer, Queued> byBeginning = new HashMap<>();

    private Deliveries() {}

    static Deliveries of(Trace trace) {
        Deliveries deliveries = new Deliveries();
        deliveries.collect(trace);
        List<Queued> all = List.copyOf(deliveries.open);
        Set<Queued> used = new HashSet<>();
        for (int i = 0; i < trace.events().size(); i++) {
            Event event = trace.events().get(i);
            if (event.happening() instanceof Begins begins) {
                deliveries.deliver(i, event.thread(), begins, all, used);
            }
        }
        deliveries.open.removeAll(used);
        return deliveries;
    }

    private void collect(Trace trace) {
        Set<String> threads = trace.events().stream().map(Event::thread).collect(Collectors.toSet());
        for (Span span : Span.of(trace)) {
            Call call = span.call();
            Begins apc = call != null && call.function().effect() == Effect.QUEUES_APC ? Begins.of(call) : null;
            if (call != null && apc != null && !span.failed()) {
                String target = call.argument(Role.THREAD) instanceof Value.Name name && threads.contains(name.name())
                        ? name.name()
                        : null;
                open.add(new Queued(apc, target, span));
            }
        }
    }

    private void deliver(int index, String thread, Begins apc, List<Queued> all, Set<Queued> used) {
        List<Predicate<Queued>> ways = List.of(
                queued -> queued.apc().equals(apc) && thread.equals(queued.target()),
                queued -> queued.apc().equals(apc) && queued.target() == null,
                queued -> queued.apc().equals(apc),
                queued -> queued.apc().routine().equals(apc.routine()));
        for (Predicate<Queued> way : ways) {
            Queued first = all.stream()
                    .filter(queued -> queued.by().index() < index && !used.contains(queued))
                    .filter(way)
                    .min(Comparator.comparingInt(queued -> queued.by().end()))
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
                .filter(queued -> queued.target() != null && queued.by().returned() != null)
                .toList();
    }
}
