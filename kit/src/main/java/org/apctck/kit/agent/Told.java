package org.apctck.kit.agent;

import java.util.List;
import java.util.Optional;
import org.apctck.spec.ApiFunction;
import org.apctck.spec.Event;
import org.apctck.spec.Program;
import org.apctck.spec.Trace;
import org.apctck.spec.TraceCheck;
import org.apctck.spec.TraceStatus;

/**
 * Whether what an agent tells of a program can be all that happened.
 *
 * <p>One that leaves out or makes up events says nothing about its implementation, so that its trace must not be judged.
 */
final class Told {
    private Told() {}

    /**
     * The trace as it was told, or one that says that the agent is at fault.
     *
     * @param sent the events as they were numbered by the agent, in order
     */
    static Trace checked(Program program, List<Event> sent, Trace trace) {
        return gap(program, sent, trace)
                .or(() -> TraceCheck.problem(program, trace))
                .map(problem -> Trace.of(
                        trace.events(),
                        TraceStatus.FAULT,
                        "the agent is at fault: this cannot be all that happened: " + problem))
                .orElse(trace);
    }

    /** A thread that is terminated while it tells something leaves a gap; so does one that goes on when the trace is closed. */
    private static Optional<String> gap(Program program, List<Event> sent, Trace trace) {
        boolean atRest = trace.status() == TraceStatus.COMPLETED || trace.status() == TraceStatus.STUCK;
        if (!atRest || program.functions().contains(ApiFunction.TERMINATE_THREAD)) {
            return Optional.empty();
        }
        for (int i = 0; i < sent.size(); i++) {
            if (sent.get(i).seq() != i) {
                return Optional.of("there is no event with the number " + i);
            }
        }
        return Optional.empty();
    }
}
