package org.apctck.reference.win32;

import org.apctck.reference.kernel.IdTable;
import org.jspecify.annotations.Nullable;

/** The handles of the process. A handle is a multiple of four; its value is never issued again, and one that is closed is forgotten. */
final class HandleTable {
    private static final int STEP = 4;

    private final IdTable<Entry> entries;

    /** What an open handle stands for: the id of an object, with an access. */
    record Entry(int object, int access) {}

    HandleTable() {
        this(new IdTable<>());
    }

    private HandleTable(IdTable<Entry> entries) {
        this.entries = entries;
    }

    HandleTable copy() {
        return new HandleTable(entries.copy());
    }

    long open(int object, int granted) {
        return STEP * (entries.add(new Entry(object, granted)) + 1L);
    }

    /** What a handle stands for, or null if it is not open. */
    @Nullable
    Entry find(long handle) {
        return handle % STEP == 0 ? entries.get(handle / STEP - 1) : null;
    }

    /** Closes an open handle. */
    void close(long handle) {
        entries.remove((int) (handle / STEP - 1));
    }
}
