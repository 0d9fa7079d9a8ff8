package org.apctck.kit.agent;

import java.util.List;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.Trace;

/** What came of asking an agent to run a program. */
sealed interface Answer {
    /** It closed the trace. */
    record Closed(Trace trace, boolean exhausted) implements Answer {}

    /** It says that the program is in error. */
    record InError(String message) implements Answer {}

    /** It says that it is at fault itself. */
    record Faulty(List<Event> events, String message) implements Answer {}

    /** It ended before it closed the trace. */
    record Died(List<Event> events, AgentProcess.Obituary obituary) implements Answer {}

    /** It did not close the trace before the hard limit, and was killed. */
    record Silent(List<Event> events, int millis) implements Answer {}
}
