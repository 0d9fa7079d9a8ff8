package org.apctck.reference.following;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apctck.reference.model.Candidate;
import org.apctck.reference.model.Moment;
import org.apctck.reference.model.StateKey;

/**
 * Finds the states that silent steps lead to.
 *
 * <p>A path is followed no further than to where what is looked for is possible: a silent step that it does not need can be taken
 * later as well. So states do not multiply by steps that nobody notices.
 */
final class Search {
    private final int statesMax;
    private boolean bounded;

    /** @param statesMax the number of states after which a search gives up */
    Search(int statesMax) {
        this.statesMax = statesMax;
    }

    /** Whether a search has given up, so that its result is not all there is. */
    boolean isBounded() {
        return bounded;
    }

    /** The first states on each path of silent steps in which {@code goal} holds; states of {@code from} among them as they are. */
    List<Candidate> reach(List<Candidate> from, Moment moment, Predicate<Candidate> goal) {
        if (from.size() == 1 && goal.test(from.get(0))) {
            return from;
        }
        List<Candidate> reached = new ArrayList<>();
        walk(from, moment, state -> {
            boolean there = goal.test(state);
            if (there) {
                reached.add(state);
            }
            return there;
        });
        return reached;
    }

    /** Shows every state that silent steps lead to, until one is no longer followed. */
    void walk(List<Candidate> from, Moment moment, Predicate<Candidate> endsPath) {
        Set<StateKey> seen = new HashSet<>();
        Deque<Candidate> open = new ArrayDeque<>();
        enter(from, seen, open);
        while (!open.isEmpty() && !bounded) {
            Candidate state = open.remove();
            if (!endsPath.test(state)) {
                enter(state.silentSteps(moment), seen, open);
            }
        }
    }

    private void enter(Collection<Candidate> states, Set<StateKey> seen, Deque<Candidate> open) {
        for (Candidate state : states) {
            if (seen.add(state.key())) {
                open.add(state);
            }
        }
        bounded |= seen.size() > statesMax;
    }

    /** Without the states that another one of them leads to silently: whatever they can do, that one can. */
    List<Candidate> withoutSuccessors(List<Candidate> states, Moment moment) {
        if (states.size() < 2) {
            return states;
        }
        Map<StateKey, Candidate> kept = new LinkedHashMap<>();
        states.forEach(state -> kept.put(state.key(), state));
        for (Candidate state : states) {
            state.silentSteps(moment).forEach(next -> kept.remove(next.key()));
        }
        return List.copyOf(kept.values());
    }
}
