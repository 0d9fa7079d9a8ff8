package org.apctck.kit;

import java.util.List;

/**
 * What an {@link Examiner} has against a trace.
 *
 * @param by the name of the examiner
 * @param event the index in the trace of the event that cannot be; -1 if it is the end of the trace
 * @param reason one line
 * @param allowed what could have been there instead, one line a possibility; empty if the examiner cannot say
 */
public record Objection(String by, int event, String reason, List<String> allowed) {
    public Objection {
        allowed = List.copyOf(allowed);
    }

    @Override
    public String toString() {
        return "rejected by " + by + ": " + reason;
    }
}
