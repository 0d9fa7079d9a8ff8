package org.apctck.kit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.spec.api.ApiFunction;

/** Something that a scenario demands of what happened, as data; it can be judged again at any time. */
public sealed interface Check {
    /** The line of the feature that states it. */
    int line();

    /**
     * These events happen on a thread, in this order and nothing else.
     *
     * <p>Observations ({@code blocked}, {@code suspended}, {@code resumed}) are compared only if the table has one of that
     * kind.
     */
    record Exactly(String thread, List<Expected> events, int line) implements Check {
        public Exactly {
            events = List.copyOf(events);
        }
    }

    /**
     * What happens on the threads named is one of the rows; calls are left out of the comparison.
     *
     * <p>On the model the rows must equal the set of allowed outcomes, in both directions.
     */
    record OneOf(List<Row> rows, int line) implements Check {
        public OneOf {
            rows = List.copyOf(rows);
        }
    }

    /** What happens on a thread is recorded and compared between targets; it is not judged. */
    record Recorded(String thread, int line) implements Check {}

    /** The first call of a function on a thread took at least so long, less one tick of the clock. */
    record TookAtLeast(String thread, ApiFunction function, int millis, int line) implements Check {}

    /**
     * The program comes to rest: nothing crashes and nothing hangs. What happens until then is left to those who examine traces;
     * a trace says as much of another run of the same program, so a race is run once.
     */
    record AtRest(int line) implements Check {}

    /** One allowed outcome: the events of each thread named, without its calls, and the reason why it is allowed. */
    record Row(Map<String, List<Expected>> threads, String why, int line) {
        public Row {
            Map<String, List<Expected>> copy = new LinkedHashMap<>();
            threads.forEach(
                    (thread, events) -> copy.put(thread, Collections.unmodifiableList(new ArrayList<>(events))));
            threads = Collections.unmodifiableMap(copy);
        }
    }
}
