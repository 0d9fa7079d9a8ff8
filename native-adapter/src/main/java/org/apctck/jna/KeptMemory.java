package org.apctck.jna;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The memory of a program that its requests use, in native form: held until {@link #forget}, as a request may write to it any time. */
final class KeptMemory {
    private static final int BYTES = 4096;
    /** What the first field of an OVERLAPPED says until its request has ended. */
    private static final long STATUS_PENDING = 0x103;

    private final Map<org.apctck.spec.stage.Memory, Memory> natives = new ConcurrentHashMap<>();
    private final List<Memory> kept = new ArrayList<>();
    private final AtomicInteger number = new AtomicInteger();

    /** The native form of a memory, zeros at first. */
    Memory of(org.apctck.spec.stage.Memory memory) {
        Memory known = natives.get(memory); // first without a lock: its holder may have been terminated
        return known != null ? known : natives.computeIfAbsent(memory, absent -> zeros());
    }

    private static Memory zeros() {
        Memory memory = new Memory(BYTES);
        memory.clear();
        return memory;
    }

    /** Whether the last request of an OVERLAPPED has not ended. */
    boolean isPending(org.apctck.spec.stage.Memory overlapped) {
        Memory known = natives.get(overlapped);
        return known != null && known.getLong(0) == STATUS_PENDING;
    }

    /** The key of the memory at an address, 0 for none; what requests have filled is known from then on. */
    long refresh(Pointer address) {
        long key = 0;
        for (var entry : natives.entrySet()) {
            entry.getKey().fill(entry.getValue().getByteArray(0, BYTES));
            if (entry.getValue().equals(address)) {
                key = entry.getKey().key();
            }
        }
        return key;
    }

    /** The number of the program: no other one has its names. */
    int number() {
        return number.get();
    }

    /** No request is in progress any more; another program comes. */
    void forget() {
        natives.clear();
        number.incrementAndGet();
    }

    /** Requests may be left that still write: their memory is held for the life of the process. */
    void keep() {
        kept.addAll(natives.values());
        forget();
    }
}
