package org.apctck.reference.model;

import java.util.List;
import java.util.stream.Stream;
import org.apctck.spec.Trace;

/** What an exploration found: each allowed outcome by a schedule that leads to it. */
public final class Exploration {
    private final Plan plan;
    private final List<Witness> outcomes;
    private final long schedules;
    private final long states;
    private final boolean complete;

    Exploration(Plan plan, List<Witness> outcomes, long schedules, long states, boolean complete) {
        this.plan = plan;
        this.outcomes = outcomes;
        this.schedules = schedules;
        this.states = states;
        this.complete = complete;
    }

    /** How many outcomes are allowed. */
    public int size() {
        return outcomes.size();
    }

    /** How many schedules there are; {@link Long#MAX_VALUE} for more. */
    public long schedules() {
        return schedules;
    }

    /** How many branching states were entered. */
    public long states() {
        return states;
    }

    /** False if it stopped at its bound: there may then be more outcomes. */
    public boolean isComplete() {
        return complete;
    }

    /** A trace for each outcome, made by replaying its schedule; it names the readings that the outcome depends on. */
    public List<Trace> traces() {
        return stream().toList();
    }

    /** The same, each replayed when it is asked for: there may be a hundred thousand of them. */
    public Stream<Trace> stream() {
        return outcomes.stream().map(this::replay);
    }

    private Trace replay(Witness witness) {
        Trace trace = Simulation.run(plan, witness.schedule());
        return new Trace(trace.events(), trace.status(), trace.evidence(), trace.schedule(), witness.readings());
    }
}
