package org.apctck.reference.model;

import java.util.List;

/**
 * Why the model could not have produced a trace.
 *
 * @param event the index of the event that cannot be; -1 if the trace ends where it cannot end
 * @param reason one line
 * @param allowed what could have been there instead, one line a possibility
 * @param bounded whether it is no reason: there were too many states to follow the trace any further
 * @param rule the recommended rule that the trace breaks and no other; empty if it is not known to be one
 */
public record Refusal(int event, String reason, List<String> allowed, boolean bounded, String rule) {
    public Refusal {
        allowed = List.copyOf(allowed);
    }

    Refusal(int event, String reason, List<String> allowed) {
        this(event, reason, allowed, false, "");
    }

    /** The same for a trace that breaks one recommended rule alone. */
    Refusal of(String broken) {
        return new Refusal(event, reason, allowed, bounded, broken);
    }
}
