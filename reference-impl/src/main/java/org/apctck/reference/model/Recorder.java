package org.apctck.reference.model;

import org.apctck.spec.trace.Happening;

/** Is told each event of a machine as it happens. */
@FunctionalInterface
public interface Recorder {
    /** Keeps nothing. */
    Recorder NONE = (micros, thread, happening) -> {};

    /** @param thread empty for a quiescent point */
    void record(long micros, String thread, Happening happening);
}
