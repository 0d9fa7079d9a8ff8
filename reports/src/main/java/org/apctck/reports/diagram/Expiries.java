package org.apctck.reports.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apctck.kit.Span;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.DueTime;
import org.apctck.spec.api.Effect;
import org.apctck.spec.api.Role;
import org.apctck.spec.api.Value;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.Happening.Begins;
import org.apctck.spec.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Which call set the timer that queued a routine.
 *
 * <p>A trace does not tell it. The calls that count are those of the thread with the routine and its argument; if there are
 * none, those of any thread; and if there are none of these either, those with any argument, since implementations err. One
 * call must be left of them whose timer can still have been armed. Unlike two APCs that are alike, two timers are due at times
 * of their own, so where two are left, none is named.
 */
final class Expiries {
    /**
     * A timer that has queued its routine.
     *
     * @param by the call that set it
     * @param timer the name of its handle
     * @param due when it was due, as the call says it
     */
    record Expiry(Span by, String timer, String due) {}

    /** A call that set or cancelled a timer. */
    private record Change(Span by, Call call, @Nullable Begins routine) {
        boolean isOfSameTimer(Change other) {
            return call.argument(Role.OBJECT).equals(other.call.argument(Role.OBJECT));
        }

        /** Whether it had come into force when {@code later} began. */
        boolean isBefore(Change later) {
            return by.end() < later.by.index();
        }

        boolean leadsTo(Begins begins) {
            return routine != null && routine.allows(begins);
        }

        boolean isOf(String name) {
            return routine != null && routine.routine().equals(name);
        }

        long period() {
            return Value.number(call.argument(Role.PERIOD));
        }
    }

    private final List<Change> changes = new ArrayList<>();
    /** Those that queue no routine any more, as they have no period. */
    private final Set<Change> spent = new HashSet<>();
    /** Those that may have queued a routine before. */
    private final Set<Change> begun = new HashSet<>();

    private final Map<Integer, Expiry> byBeginning = new HashMap<>();

    private Expiries() {}

    static Expiries of(Trace trace) {
        Expiries expiries = new Expiries();
        for (Span span : Span.of(trace)) {
            Call call = span.call();
            if (call == null || span.failed()) {
                continue;
            }
            if (call.function().effect() == Effect.ARMS_TIMER) {
                expiries.changes.add(new Change(span, call, Begins.of(call)));
            } else if (call.function().effect() == Effect.DISARMS_TIMER) {
                expiries.changes.add(new Change(span, call, null));
            }
        }
        for (int i = 0; i < trace.events().size(); i++) {
            Event event = trace.events().get(i);
            if (event.happening() instanceof Begins begins) {
                expiries.lead(i, event.thread(), begins);
            }
        }
        return expiries;
    }

    private void lead(int index, String thread, Begins begins) {
        List<Change> origins = origins(index, thread, begins).stream()
                .filter(origin -> !spent.contains(origin) && !isOver(origin, index))
                .toList();
        if (origins.size() == 1) {
            Change origin = origins.get(0);
            if (origin.period() != 0) {
                byBeginning.put(index, expiry(origin));
            } else if (!begun.contains(origin)) {
                byBeginning.put(index, expiry(origin));
                spent.add(origin);
            }
        }
        begun.addAll(origins);
    }

    /** The calls that may have led to a routine, were none of their timers ever cancelled or set again. */
    private List<Change> origins(int index, String thread, Begins begins) {
        List<Predicate<Change>> ways = List.of(
                change -> change.leadsTo(begins) && change.by().thread().equals(thread),
                change -> change.leadsTo(begins),
                change -> change.isOf(begins.routine()));
        for (Predicate<Change> way : ways) {
            List<Change> origins = changes.stream()
                    .filter(change -> change.by().index() < index)
                    .filter(way)
                    .toList();
            if (!origins.isEmpty()) {
                return origins;
            }
        }
        return List.of();
    }

    /** Whether the timer was cancelled or set again before a routine began. Of calls that overlap, nobody knows which came first. */
    private boolean isOver(Change origin, int index) {
        return changes.stream()
                .anyMatch(change -> change.isOfSameTimer(origin)
                        && origin.isBefore(change)
                        && change.by().end() < index);
    }

    private Expiry expiry(Change origin) {
        boolean isFirst = !begun.contains(origin);
        return new Expiry(
                origin.by(),
                origin.call().argument(Role.OBJECT).toString(),
                isFirst ? due(origin.call().argument(Role.DUE_TIME)) : "every " + origin.period() + " ms");
    }

    private static String due(Value value) {
        DueTime due = DueTime.read(value);
        long amount = due.amount();
        return switch (due.form()) {
            case AFTER -> "after " + amount + " ms";
            case AT -> "at call " + (amount < 0 ? "- " : "+ ") + Math.abs(amount) + " ms";
            case RAW ->
                amount < 0 && amount % DueTime.UNITS_PER_MILLI == 0 ? "after " + due.millis(0) + " ms" : "at " + value;
        };
    }

    /** What led to the routine that begins at an event; null if no timer did, or more than one may have. */
    @Nullable
    Expiry expiryFor(int beginning) {
        return byBeginning.get(beginning);
    }
}
