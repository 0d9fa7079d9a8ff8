package org.apctck.reference.following;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apctck.reference.model.Candidate;
import org.apctck.reference.model.Moment;
import org.apctck.spec.trace.Happening;

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
                    lines.add(state.standing(thread));
                }
            }
            return false;
        });
        return List.copyOf(lines);
    }

    static String text(String thread, Happening happening) {
        return thread + " " + happening.text();
    }
}
