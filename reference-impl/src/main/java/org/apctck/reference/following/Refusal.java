package org.apctck.reference.following;

import java.util.List;

/**
 * Why the model could not have produced a trace.
 *
 * @param event the index of the event that cannot be; -1 if the trace ends where it cannot end
 * @param reason one line
 * @param allowed what could have been there instead, one line a possibility
 * @param rule the rule that the trace breaks there; empty if none is known
 * @param fault the fault of the reference that explains it; empty if none does, or none is needed to know the rule
 * @param isGuess whether that fault was thought up and is about another rule than the scenario
 */
public record Refusal(int event, String reason, List<String> allowed, String rule, String fault, boolean isGuess) {
    public Refusal {
        allowed = List.copyOf(allowed);
    }

    Refusal(int event, String reason, List<String> allowed) {
        this(event, reason, allowed, "", "", false);
    }

    /** The same for a trace that breaks a rule, which no fault is needed to know. */
    Refusal of(String broken) {
        return of(broken, "", false);
    }

    /** The same for a trace that breaks a rule, as a reference with that fault does. */
    Refusal of(String broken, String by, boolean guessed) {
        return new Refusal(event, reason, allowed, broken, by, guessed);
    }

    /** The reason, and what explains it. */
    public String text() {
        return reason + (fault.isEmpty() ? "" : ", as with the fault " + fault);
    }
}
