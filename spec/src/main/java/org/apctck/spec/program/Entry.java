package org.apctck.spec.program;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.spec.api.Call;

/** One entry of the script of a {@link Program}. */
public sealed interface Entry {
    /** The calls of the entry, in order of threads. */
    List<Call> calls();

    /**
     * A call on a thread of the cast.
     *
     * @param mustBlock whether the scenario needs the thread to be seen blocked in it before the next entry
     * @param afterReturn whether an earlier call of the thread may still be in progress: time then passes until it returns
     */
    record CallOn(String thread, Call call, boolean mustBlock, boolean afterReturn) implements Entry {
        @Override
        public List<Call> calls() {
            return List.of(call);
        }
    }

    /** At least {@code millis} milliseconds pass. */
    record Elapse(int millis) implements Entry {
        @Override
        public List<Call> calls() {
            return List.of();
        }
    }

    /** The script goes on when the request of an OVERLAPPED, by its name, has ended. */
    record Completed(String request) implements Entry {
        @Override
        public List<Call> calls() {
            return List.of();
        }
    }

    /**
     * Calls that several threads make at the same time: each thread makes its own in order, and the order between threads is
     * left open. Time may pass at any point; the entry is over when every thread has made its calls, has ended, or is
     * blocked without a time-out.
     */
    record Race(Map<String, List<Call>> lanes) implements Entry {
        public Race {
            Map<String, List<Call>> copy = new LinkedHashMap<>();
            lanes.forEach((thread, calls) -> copy.put(thread, List.copyOf(calls)));
            lanes = Collections.unmodifiableMap(copy);
        }

        @Override
        public List<Call> calls() {
            List<Call> calls = new ArrayList<>();
            lanes.values().forEach(calls::addAll);
            return calls;
        }
    }
}
