package org.apctck.reference.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A set of lists of numbers that numbers its members from 0 in the order in which they came: equal lists have equal numbers.
 *
 * <p>Lists are compared whole, so none is taken for another. They lie one after the other in large blocks, and the table that
 * finds them holds numbers only: an object for each of them took most of an exploration's time and memory.
 */
public final class IntLists {
    private static final int BLOCK = 1 << 14;

    /** The number of the list with that hash, plus one; 0 where there is none. */
    private int[] table = new int[64];

    private int size;
    /** By number: the hash, the block, and where in it the list lies behind its length. */
    private int[] hashes = new int[32];

    private int[] blocks = new int[32];
    private int[] offsets = new int[32];

    private final List<int[]> storage = new ArrayList<>();
    /** The last block of the storage, and how much of it is used. */
    private int[] last = {};

    private int used;

    /** How many different lists it holds. */
    int size() {
        return size;
    }

    /** The number of what stands in {@code numbers} between {@code begin} and {@code end}, or -1 if it does not hold that. */
    public int find(int[] numbers, int begin, int end) {
        return table[slot(numbers, begin, end, hash(numbers, begin, end))] - 1;
    }

    /** The same, and adds it if it does not hold it: its number is then {@link #size()} as it was before. */
    public int add(int[] numbers, int begin, int end) {
        int hash = hash(numbers, begin, end);
        int slot = slot(numbers, begin, end, hash);
        if (table[slot] != 0) {
            return table[slot] - 1;
        }
        if (size == hashes.length) {
            grow();
            slot = slot(numbers, begin, end, hash);
        }
        store(numbers, begin, end - begin);
        hashes[size] = hash;
        table[slot] = ++size;
        return size - 1;
    }

    private void store(int[] numbers, int begin, int count) {
        if (used + 1 + count > last.length) {
            last = new int[Math.max(BLOCK, 1 + count)];
            used = 0;
            storage.add(last);
        }
        blocks[size] = storage.size() - 1;
        offsets[size] = used;
        last[used] = count;
        System.arraycopy(numbers, begin, last, used + 1, count);
        used += 1 + count;
    }

    /** Where the list is or belongs: linear probing in a table that is never more than half full. */
    private int slot(int[] numbers, int begin, int end, int hash) {
        int mask = table.length - 1;
        int slot = hash & mask;
        while (table[slot] != 0 && !(hashes[table[slot] - 1] == hash && holds(table[slot] - 1, numbers, begin, end))) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean holds(int number, int[] numbers, int begin, int end) {
        int[] stored = storage.get(blocks[number]);
        int from = offsets[number] + 1;
        int count = stored[from - 1];
        return count == end - begin && Arrays.equals(stored, from, from + count, numbers, begin, end);
    }

    private void grow() {
        hashes = Arrays.copyOf(hashes, 2 * size);
        blocks = Arrays.copyOf(blocks, 2 * size);
        offsets = Arrays.copyOf(offsets, 2 * size);
        table = new int[4 * size];
        int mask = table.length - 1;
        for (int i = 0; i < size; i++) {
            int slot = hashes[i] & mask;
            while (table[slot] != 0) {
                slot = slot + 1 & mask;
            }
            table[slot] = i + 1;
        }
    }

    private static int hash(int[] numbers, int begin, int end) {
        int hash = end - begin;
        for (int i = begin; i < end; i++) {
            hash = (hash ^ numbers[i]) * 0x9E37_79B1;
        }
        return hash ^ hash >>> 16;
    }
}
