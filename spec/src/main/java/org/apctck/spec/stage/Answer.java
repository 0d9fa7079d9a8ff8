package org.apctck.spec.stage;

/**
 * What a function answered.
 *
 * @param value the C value, zero-extended; 0 for a function without one
 * @param lastError if the value reports a failure: the last error, or {@link #UNCHANGED}; else without meaning
 */
public record Answer(long value, long lastError) {
    /** The function failed and did not set a last error. */
    public static final long UNCHANGED = -1;
}
