package org.apctck.reference.search;

import java.util.List;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.Trace;

/**
 * The model did not do the same twice along one schedule, so that nothing it says can be relied on: the kit is at fault, not
 * the target.
 */
public final class SelfCheckException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private SelfCheckException(Schedule schedule, String problem) {
        super("the model is not deterministic: schedule " + schedule + " " + problem);
    }

    /** The outcome of a run differs from the one that was found along the same schedule. */
    static SelfCheckException ofOutcome(Schedule schedule) {
        return new SelfCheckException(schedule, "ends in another outcome than when it was explored");
    }

    /** Two runs along one schedule have different traces. */
    static SelfCheckException ofTraces(Schedule schedule, Trace first, Trace second) {
        int same = 0;
        while (same < Math.min(first.events().size(), second.events().size())
                && first.events().get(same).equals(second.events().get(same))) {
            same++;
        }
        return new SelfCheckException(
                schedule,
                "gives two traces; event " + same + " is `" + at(first, same) + "` in one and `" + at(second, same)
                        + "` in the other");
    }

    private static String at(Trace trace, int index) {
        List<Event> events = trace.events();
        if (index >= events.size()) {
            return trace.status().name();
        }
        return events.get(index) + " at " + events.get(index).micros() + " us";
    }

    /** Without the name of the class: it is read by people. */
    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
