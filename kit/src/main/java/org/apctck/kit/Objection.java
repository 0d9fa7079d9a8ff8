package org.apctck.kit;

import java.util.List;

/**
 * What an {@link Examiner} has against a trace.
 *
 * @param by the name of the examiner
 * @param event the index in the trace of the event that cannot be; -1 if it is the end of the trace
 * @param reason one line
 * @param allowed what could have been there instead, one line a possibility; empty if the examiner cannot say
 * @param decided false if the examiner gave up at that event, so that it neither accepts nor rejects
 * @param rule the id of the one rule that the trace breaks, whatever scenario it comes from; empty if the examiner names none
 */
public record Objection(String by, int event, String reason, List<String> allowed, boolean decided, String rule) {
    public Objection {
        allowed = List.copyOf(allowed);
    }

    /** The trace cannot be. */
    public Objection(String by, int event, String reason, List<String> allowed) {
        this(by, event, reason, allowed, true, "");
    }

    /** The trace cannot be, because it breaks {@code rule} and no other. */
    public static Objection of(String rule, String by, int event, String reason, List<String> allowed) {
        return new Objection(by, event, reason, allowed, true, rule);
    }

    /** The examiner gave up: what it stands for was not seen to hold. */
    public static Objection undecided(String by, int event, String reason) {
        return new Objection(by, event, reason, List.of(), false, "");
    }

    /** Whether it is to be held against a scenario of {@code other}: not if it is about another rule alone. */
    boolean concerns(String other) {
        return rule.isEmpty() || rule.equals(other);
    }

    @Override
    public String toString() {
        return (decided ? "rejected by " : "not judged by ") + by + (rule.isEmpty() ? "" : " for " + rule) + ": "
                + reason;
    }
}
