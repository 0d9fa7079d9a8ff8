package org.apctck.reference.kernel;

/** Points in time at which a wait ends, in microseconds of the kernel's clock. */
public final class Deadline {
    /** A wait that never ends by time. */
    public static final long NEVER = Long.MAX_VALUE;

    private Deadline() {}

    /**
     * When an interval that begins now is over.
     *
     * @param timeoutMillis 0 for a wait that only polls; negative for one that never ends by time
     */
    public static long after(long nowMicros, long timeoutMillis) {
        return timeoutMillis < 0 ? NEVER : nowMicros + 1000 * timeoutMillis;
    }
}
