package org.apctck.reference.model;

import java.util.Map;

/**
 * What a trace says about time at one of its events.
 *
 * @param micros when the event was recorded: what happens silently before it happens no later
 * @param calledMicros when each thread began its present call: no wait of the call began earlier
 */
public record Moment(long micros, Map<String, Long> calledMicros) {
    /** Clocks advance in ticks, and a wait may end up to one tick early: 15.625 ms on Windows. */
    private static final long TICK_MICROS = 16_000;

    long calledMicros(String thread) {
        return calledMicros.getOrDefault(thread, 0L);
    }

    /** Whether a wait with that deadline can be over by time. */
    boolean isPast(long deadlineMicros) {
        return deadlineMicros - TICK_MICROS <= micros;
    }

    /** When a wait with that deadline can be over at the earliest. */
    static long earliestMicros(long deadlineMicros) {
        return Math.max(0, deadlineMicros - TICK_MICROS);
    }
}
