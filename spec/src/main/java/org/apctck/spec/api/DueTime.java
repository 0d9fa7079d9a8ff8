package org.apctck.spec.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a timer is due, as a program says it.
 *
 * @param amount milliseconds, or units of 100 ns for {@link Form#RAW}
 */
public record DueTime(Form form, long amount) {
    /** What C takes in place of a millisecond. */
    public static final long UNITS_PER_MILLI = 10_000;

    /** The unit is well below what any clock tells; 292 years are more than any timer runs. */
    private static final long MILLIS_MAX = Long.MAX_VALUE / UNITS_PER_MILLI / 2;

    /** What the amount counts from. */
    public enum Form {
        /** From the call on. */
        AFTER,
        /** The same, but told as a time of day. */
        AT,
        /** As C has it: negative for an interval, positive for a time of day since 1601, UTC. */
        RAW
    }

    /** What an argument says; null if it is no due time. */
    static @Nullable DueTime of(Value value) {
        if (!(value instanceof Value.Record record) || record.fields().size() != 1) {
            return null;
        }
        Map.Entry<String, Value> field = record.fields().get(0);
        if (!(field.getValue() instanceof Value.Int amount)) {
            return null;
        }
        return switch (field.getKey()) {
            case "after" -> millis(Form.AFTER, 0, amount.value());
            case "at" -> millis(Form.AT, -MILLIS_MAX, amount.value());
            case "raw" -> new DueTime(Form.RAW, amount.value());
            default -> null;
        };
    }

    private static @Nullable DueTime millis(Form form, long least, long millis) {
        return millis < least || millis > MILLIS_MAX ? null : new DueTime(form, millis);
    }

    /**
     * What an argument for a {@link ParameterType#DUE_TIME} says.
     *
     * @throws IllegalArgumentException if it is no due time
     */
    public static DueTime read(Value value) {
        DueTime due = of(value);
        if (due == null) {
            throw new IllegalArgumentException("not a due time: " + value);
        }
        return due;
    }

    /**
     * What C is given.
     *
     * @param utc the time of day in units of 100 ns since 1601
     */
    public long units(long utc) {
        return switch (form) {
            case AFTER -> -amount * UNITS_PER_MILLI;
            case AT -> utc + amount * UNITS_PER_MILLI;
            case RAW -> amount;
        };
    }

    /** How many milliseconds from the call the timer is due; one that is due in the past, or at zero, is due at once. */
    public long millis(long utc) {
        long units = units(utc);
        return Math.max(0, (units <= 0 ? -units : units - utc) / UNITS_PER_MILLI);
    }
}
