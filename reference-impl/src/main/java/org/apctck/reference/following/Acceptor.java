package org.apctck.reference.following;

import org.apctck.reference.kernel.Conduct;
import org.apctck.reference.model.Candidate;
import org.apctck.reference.model.Histories;
import org.apctck.reference.model.Machine;
import org.apctck.reference.model.Plan;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Trace;

/**
 * Says of the trace of any target whether the model could have produced it.
 *
 * <p>It keeps the set of states in which the model can be after the events so far; the trace is rejected at the event that
 * leaves none. The order of the events of one thread is exact. A call has its effect somewhere between its beginning and its
 * return, so what is observed of several threads leaves the order of effects open, and with it every choice of the model. Time
 * is that of the trace: no wait ends by time before its time-out, less one clock tick; none must.
 *
 * <p>At a quiescent point nothing but time can be able to happen, so a wait that nobody wakes is found there.
 */
public final class Acceptor {
    /** States after which nothing is said, unless told otherwise. */
    public static final int STATES_MAX = 50_000;

    private final Plan plan;
    private final int statesMax;
    private final Histories histories = new Histories();
    private final Machine start;

    /** Prepares to follow runs of a program. */
    public Acceptor(Program program) {
        this(program, STATES_MAX);
    }

    /** @param statesMax the number of states at one event after which nothing is said */
    public Acceptor(Program program, int statesMax) {
        this(program, statesMax, Conduct.DOCUMENTED);
    }

    /** Prepares to follow runs of a program as a model that decides otherwise than documented would. */
    Acceptor(Program program, Conduct conduct) {
        this(program, STATES_MAX, conduct);
    }

    Acceptor(Program program, int statesMax, Conduct conduct) {
        this.plan = new Plan(program, true, conduct);
        this.statesMax = statesMax;
        this.start = new Machine(plan, histories);
    }

    /** Follows a trace of the program. */
    public Acceptance accept(Trace trace) {
        return following(trace).follow();
    }

    /** A trace of the program, not followed yet. */
    Following following(Trace trace) {
        Candidate first = new Candidate(start.copy(), histories);
        first.rest();
        return new Following(plan, first, trace, statesMax);
    }
}
