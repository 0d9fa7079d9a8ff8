package org.apctck.reference.model;

import java.util.Arrays;

/** A state as the numbers it is made of, compared whole. */
public record StateKey(int[] numbers, int hash) {
    StateKey(int[] numbers) {
        this(numbers, Arrays.hashCode(numbers));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StateKey key && hash == key.hash && Arrays.equals(numbers, key.numbers);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
