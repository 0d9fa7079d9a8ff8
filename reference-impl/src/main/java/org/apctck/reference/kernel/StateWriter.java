package org.apctck.reference.kernel;

import java.util.Arrays;

/** Collects the state of a machine as numbers: equal states give equal numbers. */
public final class StateWriter {
    private int[] numbers = new int[64];
    private int size;

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

    /** Begins anew. */
    public void clear() {
        size = 0;
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
