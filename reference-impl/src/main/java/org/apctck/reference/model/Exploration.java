package org.apctck.reference.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apctck.spec.Trace;

/**
 * What an exploration found.
 *
 * @param traces one for each allowed outcome, with the schedule that replays it and the readings it depends on
 * @param schedules how many schedules there are; {@link Long#MAX_VALUE} for more
 * @param states how many branching states were entered
 * @param complete false if it stopped at its bound: there may then be more outcomes
 */
public record Exploration(List<Trace> traces, long schedules, long states, boolean complete) {
    public Exploration {
        traces = List.copyOf(traces);
    }

    static Exploration of(Plan plan, Collection<Witness> outcomes, long schedules, long states, boolean complete) {
        List<Trace> traces = new ArrayList<>();
        for (Witness witness : outcomes) {
            Trace trace = Simulation.run(plan, witness.schedule());
            traces.add(
                    new Trace(trace.events(), trace.status(), trace.evidence(), trace.schedule(), witness.readings()));
        }
        return new Exploration(traces, schedules, states, complete);
    }
}
