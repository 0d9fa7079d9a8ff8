package org.apctck.kit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * How the events of one thread compare with a list of expected ones.
 *
 * @param event the index in the trace of the first event that differs, or the number of its events if it ended too early
 * @param expected what should be there, or null for nothing more
 */
record Comparison(Kind kind, int event, @Nullable Expected expected) {
    enum Kind {
        EQUAL,
        /** Equal but for observations that were not made: nothing can be said. */
        UNSEEN,
        DIFFERENT
    }

    /**
     * Compares the events of {@code thread} with {@code expected}.
     *
     * <p>An observation ({@code blocked}, {@code suspended}, {@code resumed}) is compared only if one of its kind is expected.
     *
     * @param left kinds that are left out of the comparison altogether
     */
    static Comparison of(List<Expected> expected, Trace trace, String thread, Set<EventKind> left) {
        List<Integer> actual = events(expected, trace, thread, left);
        Comparison unseen = null;
        int next = 0;
        for (Expected wanted : expected) {
            int event = next < actual.size() ? actual.get(next) : trace.events().size();
            if (next < actual.size() && Cell.matches(wanted, trace.events().get(event))) {
                next++;
            } else if (!wanted.kind().isObservation()) {
                return new Comparison(Kind.DIFFERENT, event, wanted);
            } else if (unseen == null) {
                unseen = new Comparison(Kind.UNSEEN, event, wanted);
            }
        }
        if (next < actual.size()) {
            return new Comparison(Kind.DIFFERENT, actual.get(next), null);
        }
        return unseen != null
                ? unseen
                : new Comparison(Kind.EQUAL, trace.events().size(), null);
    }

    /** The indices of the events that take part. */
    private static List<Integer> events(List<Expected> expected, Trace trace, String thread, Set<EventKind> left) {
        Set<EventKind> kinds = EnumSet.allOf(EventKind.class);
        kinds.removeIf(EventKind::isObservation);
        kinds.removeAll(left);
        expected.forEach(wanted -> kinds.add(wanted.kind()));
        List<Integer> indices = new ArrayList<>();
        Event previous = null;
        for (int i = 0; i < trace.events().size(); i++) {
            Event event = trace.events().get(i);
            if (event.thread().equals(thread) && kinds.contains(event.kind()) && !repeats(event, previous)) {
                indices.add(i);
                previous = event;
            }
        }
        return indices;
    }

    /** A thread that stays blocked in one call may be seen so at several quiescent points; that is one fact. */
    private static boolean repeats(Event event, @Nullable Event previous) {
        return previous != null
                && event.kind() == EventKind.BLOCKED
                && event.happening().equals(previous.happening());
    }
}
