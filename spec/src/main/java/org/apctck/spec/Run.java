package org.apctck.spec;

import java.util.List;
import org.apctck.spec.trace.Trace;

/**
 * The result of running a program once on a target.
 *
 * @param traces one from an implementation; from the model, one for each allowed outcome
 * @param complete false if the model stopped at its bound before it had seen every outcome
 */
public record Run(List<Trace> traces, boolean complete) {
    public Run {
        traces = List.copyOf(traces);
    }

    /** The run of an implementation. */
    public static Run of(Trace trace) {
        return new Run(List.of(trace), true);
    }
}
