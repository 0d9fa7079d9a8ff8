package org.apctck.reference.model;

import java.util.Arrays;

/**
 * A map from numbers to numbers without boxes: the explorer asks it for every event of every schedule, and boxing them took
 * most of its time.
 */
final class LongIntMap {
    /** What an absent key has; no key can be put with it. */
    static final int ABSENT = Integer.MIN_VALUE;

    private long[] keys = new long[64];
    private int[] values = new int[64];
    private int size;

    LongIntMap() {
        Arrays.fill(values, ABSENT);
    }

    int size() {
        return size;
    }

    int get(long key) {
        return values[slot(key)];
    }

    /** Puts a new key and returns its value. */
    int put(long key, int value) {
        if (2 * ++size > keys.length) {
            grow();
        }
        int slot = slot(key);
        keys[slot] = key;
        values[slot] = value;
        return value;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new int[2 * oldKeys.length];
        Arrays.fill(values, ABSENT);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != ABSENT) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }

    /** Where the key is or belongs: linear probing from a mixed hash. */
    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key * 0x9E37_79B9_7F4A_7C15L >>> 32) & mask;
        while (values[slot] != ABSENT && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
