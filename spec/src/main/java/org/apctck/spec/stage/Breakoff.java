package org.apctck.spec.stage;

import org.apctck.spec.trace.TraceStatus;

/** The performance cannot go on: the status that its trace then has, and the evidence in words for people. */
final class Breakoff extends Exception {
    private static final long serialVersionUID = 1L;

    private final TraceStatus status;

    Breakoff(TraceStatus status, String evidence) {
        super(evidence, null, false, false);
        this.status = status;
    }

    TraceStatus status() {
        return status;
    }

    String evidence() {
        return String.valueOf(getMessage());
    }
}
