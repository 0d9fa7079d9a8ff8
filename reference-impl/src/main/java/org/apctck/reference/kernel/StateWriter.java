package org.apctck.reference.kernel;

import java.util.Arrays;

/** Collects the state of a machine as numbers: equal states give equal numbers. */
public final class StateWriter {
    private int[] numbers = new int[64];
    private int size;
    /** Where each part ends. */
    private int[] ends = new int[16];

    private int parts;
    private long originMicros;

    /** Sets the time from which {@link #putTime} counts. */
    public void setOriginMicros(long micros) {
        originMicros = micros;
    }

    /**
     * Appends a time, as far from the origin as it is, and one that has passed as now: what happens from now on depends
     * on how long things take, and not on when they began.
     *
     * @param micros {@link Deadline#NEVER} for no time
     */
    public void putTime(long micros) {
        put(micros == Deadline.NEVER ? micros : Math.max(0, micros - originMicros));
    }

    /** Appends a number. */
    public void put(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    /** Appends a number of 64 bits. */
    public void put(long number) {
        put((int) (number >>> 32));
        put((int) number);
    }

    /** Appends a list of numbers with its length. */
    public void put(int[] list) {
        put(list.length);
        for (int number : list) {
            put(number);
        }
    }

    /** Appends the class of an object and all its fields, but for those that are {@link NoState}. */
    public void putFields(Object holder) {
        StateFields.write(this, holder);
    }

    /** Ends a part: what was appended since the last one makes sense by itself, the state of an object say. */
    public void endPart() {
        if (parts == ends.length) {
            ends = Arrays.copyOf(ends, 2 * parts);
        }
        ends[parts++] = size;
    }

    /** How many parts were ended. */
    public int parts() {
        return parts;
    }

    /** Where a part begins in {@link #numbers}. */
    public int partBegin(int part) {
        return part == 0 ? 0 : ends[part - 1];
    }

    /** Where a part ends in {@link #numbers}. */
    public int partEnd(int part) {
        return ends[part];
    }

    /** Begins anew. */
    public void clear() {
        size = 0;
        parts = 0;
    }

    /** How many numbers were collected. */
    public int size() {
        return size;
    }

    /** What was collected, up to {@link #size}; the next number that is put may change it. */
    public int[] numbers() {
        return numbers;
    }

    /** A copy of what was collected. */
    public int[] toArray() {
        return Arrays.copyOf(numbers, size);
    }
}
