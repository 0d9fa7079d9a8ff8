package org.apctck.spec.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.Constants;
import org.apctck.spec.api.Role;
import org.apctck.spec.api.Symbols;
import org.apctck.spec.api.Value;
import org.apctck.spec.trace.Happening;
import org.jspecify.annotations.Nullable;

/** The requests of a program: the memory that they need, and what is told of one when it has ended. */
final class Requests {
    private final Map<String, Memory> memory = new ConcurrentHashMap<>();
    private final AtomicLong keys = new AtomicLong();
    /** What the last request of each OVERLAPPED fills, by the name of the OVERLAPPED. */
    private final Map<String, Memory> buffers = new ConcurrentHashMap<>();

    /** The memory of that name. */
    Memory memory(String name) {
        return memory.computeIfAbsent(name, fresh -> new Memory(fresh, keys.incrementAndGet()));
    }

    /** To be told before a call: what it names is tied to its OVERLAPPED. */
    void announce(Call call) {
        if (!(call.argument(Role.REQUEST) instanceof Value.Slot overlapped)) {
            return;
        }
        if (call.function().has(Role.BUFFER) && call.argument(Role.BUFFER) instanceof Value.Name buffer) {
            buffers.put(overlapped.name(), memory(buffer.name()));
        } else {
            buffers.remove(overlapped.name());
        }
    }

    /** That a completion routine begins with those arguments: an error, a count of bytes, the key of an OVERLAPPED. */
    Happening begins(String routine, long[] arguments) {
        Memory overlapped = find(arguments[2]);
        List<String> told = new ArrayList<>();
        told.add(arguments[0] == 0 ? "0" : Constants.errorName(arguments[0]));
        told.add(Symbols.number(arguments[1]));
        told.add(overlapped == null ? "stray" : "&" + overlapped.name());
        Memory filled = overlapped == null ? null : buffers.get(overlapped.name());
        return new Happening.Begins(
                routine,
                told,
                filled == null || arguments[1] == 0
                        ? Map.of()
                        : Map.of(filled.name(), new Value.Text(filled.text((int) arguments[1])).toString()));
    }

    private @Nullable Memory find(long key) {
        return memory.values().stream()
                .filter(known -> known.key() == key)
                .findFirst()
                .orElse(null);
    }
}
