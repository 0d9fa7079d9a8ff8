package org.apctck.reference.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apctck.reference.kernel.KThread;
import org.apctck.spec.trace.Event;

/** Says in words for people what the model allows. */
final class Allowed {
    /** States after which a text is long enough. */
    private static final int STATES_MAX = 5_000;

    private Allowed() {}

    static Search search() {
        return new Search(STATES_MAX);
    }

    /** What the threads of that name can tell next, or how they stand where they tell nothing: one line a possibility. */
    static List<String> on(String name, List<Candidate> states, Moment moment) {
        Set<String> lines = new LinkedHashSet<>();
        search().walk(states, moment, state -> {
            for (int thread : state.threads(name)) {
                Happening next = state.next(thread);
                if (next != null) {
                    lines.add(text(name, next));
                } else if (state.isSettled()) {
                    lines.add(standing(state, thread));
                }
            }
            return false;
        });
        return List.copyOf(lines);
    }

    static String text(String thread, Happening happening) {
        return new Event(0, 0, thread, happening.kind(), happening.what(), happening.lastError(), happening.slots())
                .toString();
    }

    /** How a thread stands that tells nothing by itself. */
    static String standing(Candidate state, int index) {
        ModelThread thread = state.machine().thread(index);
        KThread kernelThread = thread.kernelThread;
        if (kernelThread.hasEnded()) {
            return thread.name + " has ended";
        }
        if (kernelThread.isSuspended()) {
            return thread.name + " is suspended";
        }
        PlannedCall call = state.blockedIn(index);
        if (call == null) {
            return thread.name + " awaits its next entry";
        }
        String until = state.isInFiniteWait(index)
                ? ", not over by time before " + Moment.earliestMicros(kernelThread.deadlineMicros()) / 1000 + " ms"
                : "";
        return thread.name + " is blocked in " + call.text() + until;
    }
}
