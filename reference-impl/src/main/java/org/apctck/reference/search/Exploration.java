package org.apctck.reference.search;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apctck.reference.kernel.StateWriter;
import org.apctck.reference.model.IntLists;
import org.apctck.spec.trace.Trace;

/** What an exploration found: each allowed outcome by a schedule that leads to it. */
public final class Exploration {
    private final Function<Schedule, Simulation> replay;
    private final IntLists outcomes;
    private final List<Witness> witnesses;
    private final long schedules;
    private final long states;
    private final boolean complete;

    /**
     * @param replay runs along a schedule again, with the histories that the outcomes are written in
     * @param outcomes what was found
     * @param witnesses by the number of the outcome
     */
    Exploration(
            Function<Schedule, Simulation> replay,
            IntLists outcomes,
            List<Witness> witnesses,
            long schedules,
            long states,
            boolean complete) {
        this.replay = replay;
        this.outcomes = outcomes;
        this.witnesses = List.copyOf(witnesses);
        this.schedules = schedules;
        this.states = states;
        this.complete = complete;
    }

    /** How many outcomes are allowed. */
    public int size() {
        return witnesses.size();
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

    /**
     * A trace for each outcome, made by replaying its schedule; it names the readings that the outcome depends on.
     *
     * @throws SelfCheckException if a schedule does not give the same twice
     */
    public List<Trace> traces() {
        return stream().toList();
    }

    /** The same, each replayed when it is asked for: there may be a hundred thousand of them. */
    public Stream<Trace> stream() {
        return IntStream.range(0, witnesses.size()).mapToObj(this::replay);
    }

    /** Replays the schedule of an outcome twice: what happens must be the same, and come to the outcome that was found. */
    private Trace replay(int outcome) {
        Witness witness = witnesses.get(outcome);
        Trace trace = run(witness.schedule(), outcome);
        Trace again = run(witness.schedule(), outcome);
        if (!trace.equals(again)) {
            throw SelfCheckException.ofTraces(witness.schedule(), trace, again);
        }
        return new Trace(trace.events(), trace.status(), trace.evidence(), trace.schedule(), witness.readings());
    }

    private Trace run(Schedule schedule, int outcome) {
        Simulation simulation = replay.apply(schedule);
        StateWriter found = new StateWriter();
        simulation.writeOutcome(found);
        if (outcomes.find(found.numbers(), 0, found.size()) != outcome) {
            throw SelfCheckException.ofOutcome(schedule);
        }
        return simulation.trace();
    }
}
