package org.apctck.spec;

import java.util.List;

/**
 * What an {@link Examiner} has against a trace.
 *
 * @param by the name of the examiner
 * @param event the index in the trace of the event that cannot be; -1 if it is the end of the trace
 * @param reason one line
 * @param allowed what could have been there instead, one line a possibility; empty if the examiner cannot say
 * @param decided false if the examiner gave up at that event, so that it neither accepts nor rejects
 * @param rule the id of the rule that the objection rests on, whatever scenario the trace is of; empty for a finding of its own
 * @param isGuess whether breaking that rule would explain the trace, and nothing else speaks for it
 */
public record Objection(
        String by, int event, String reason, List<String> allowed, boolean decided, String rule, boolean isGuess) {
    public Objection {
        allowed = List.copyOf(allowed);
    }

    /** The trace cannot be, and no rule is known that says so. */
    public Objection(String by, int event, String reason, List<String> allowed) {
        this(by, event, reason, allowed, true, "", false);
    }

    /** The trace cannot be, because it breaks {@code rule}. */
    public static Objection of(String rule, String by, int event, String reason, List<String> allowed) {
        return new Objection(by, event, reason, allowed, true, rule, false);
    }

    /** The same where the rule is a guess. */
    public Objection guessed() {
        return new Objection(by, event, reason, allowed, decided, rule, true);
    }

    /** The examiner gave up: what it stands for was not seen to hold. */
    public static Objection undecided(String by, int event, String reason) {
        return new Objection(by, event, reason, List.of(), false, "", false);
    }

    /** The same, resting on {@code other}. */
    public Objection restingOn(String other) {
        return new Objection(by, event, reason, allowed, decided, other, false);
    }

    /** Whether something is wrong and no rule is known that says so. */
    public boolean isFinding() {
        return decided && rule.isEmpty();
    }

    @Override
    public String toString() {
        return (decided ? "rejected by " : "not judged by ") + by + (rule.isEmpty() ? "" : " for " + rule) + ": "
                + reason;
    }
}
