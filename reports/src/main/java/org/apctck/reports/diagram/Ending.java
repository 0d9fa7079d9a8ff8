package org.apctck.reports.diagram;

import org.apctck.spec.format.Printable;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;

/**
 * How a trace ended, in words.
 *
 * @param title a few words; empty if there is nothing to say
 * @param evidence why, one line; may be empty
 */
record Ending(Tone tone, String title, String evidence) {
    /** How bad it is. */
    enum Tone {
        PLAIN,
        WARNING,
        ALARM;

        String cssClass() {
            return "apc-" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static Ending of(Trace trace) {
        TraceStatus status = trace.status();
        String evidence = Printable.line(trace.evidence());
        return switch (status) {
            case COMPLETED -> new Ending(Tone.PLAIN, evidence.isEmpty() ? "" : "End", evidence);
            case STUCK -> new Ending(Tone.WARNING, "Stuck", evidence);
            case TIMEOUT -> new Ending(Tone.ALARM, "Hung", evidence);
            case UNSETTLED -> new Ending(Tone.WARNING, "Not at rest at the time limit", evidence);
            case CRASHED -> new Ending(Tone.ALARM, "Crashed", evidence);
            case NOT_IMPLEMENTED -> new Ending(Tone.WARNING, "Not implemented", evidence);
            case FAULT -> new Ending(Tone.ALARM, "Fault of the kit or the agent", evidence);
        };
    }

    /** The whole in one line; empty if there is nothing to say. */
    String text() {
        return evidence.isEmpty() ? title : title + ": " + evidence;
    }
}
