package org.apctck.kit.race;

import org.apctck.spec.Steering;

/**
 * The stretch of time in which a contender took effect in one run, as far as was seen.
 *
 * @param fromMicros since the script began
 * @param fromEvent the index of the event before which it was not, and {@code toEvent} of that after which it was over
 * @param whole whether the events bound it exactly; otherwise it is a moment within a longer call
 */
record Stretch(long fromMicros, long toMicros, int fromEvent, int toEvent, boolean whole) {
    /** What a thread needs at least from the beginning of its call until it waits, and nobody can see. */
    static final long MOMENT_MICROS = 20;

    /** A thread whose time is over for longer has been woken, whenever it says so. */
    static final long LATE_MICROS_MAX = 200;

    static Stretch moment(long fromMicros, long toMicros, int fromEvent, int toEvent) {
        return new Stretch(fromMicros, toMicros, fromEvent, toEvent, false);
    }

    private long micros() {
        return toMicros - fromMicros;
    }

    long middleMicros() {
        return fromMicros + micros() / 2;
    }

    /**
     * Whether the order of the two was open: each began before the other was over. A moment is taken to last as long as the
     * other one, and {@link #MOMENT_MICROS} at least.
     */
    boolean meets(Stretch other) {
        if (fromEvent > other.toEvent || other.fromEvent > toEvent) {
            return false; // one was seen to be over before the other began
        }
        if (whole && other.whole) {
            return true;
        }
        long slack = Math.max(MOMENT_MICROS, Math.max(wholeMicros(), other.wholeMicros()));
        return fromMicros <= other.endMicros(slack) && other.fromMicros <= endMicros(slack);
    }

    /** Whether both threads were in their calls before either had been made, where they await each other there. */
    boolean awaits(Stretch other) {
        return fromEvent <= other.toEvent
                && other.fromEvent <= toEvent
                && 1000 * Math.abs(fromMicros - other.fromMicros) <= Steering.MEETING_NANOS;
    }

    private long wholeMicros() {
        return whole ? micros() : 0;
    }

    private long endMicros(long slack) {
        return whole ? toMicros : toMicros + slack;
    }
}
