package org.apctck.spec.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apctck.spec.api.Symbols;
import org.jspecify.annotations.Nullable;

/** What names stand for while a program runs, and back: the global variables, the handles of threads, their identifiers. */
final class Names {
    /** The pseudo handle of the calling thread. */
    private static final long CURRENT_THREAD = -2L;

    private final Map<String, Long> variables = new ConcurrentHashMap<>();
    private final Map<String, Long> identifiers = new ConcurrentHashMap<>();
    private final Map<Long, Actor> threadsByHandle = new ConcurrentHashMap<>();
    private final Set<Long> openHandles = ConcurrentHashMap.newKeySet();

    /** The value of a global variable; 0 before it is bound, as in C. */
    long value(String name) {
        return variables.getOrDefault(name, 0L);
    }

    void bind(String name, long value) {
        variables.put(name, value);
    }

    /** A handle was issued, whatever its value stood for before. */
    void opened(long handle) {
        threadsByHandle.remove(handle);
        openHandles.add(handle);
    }

    /** A handle of a thread was issued. */
    void openedThread(long handle, Actor thread) {
        opened(handle);
        threadsByHandle.put(handle, thread);
    }

    /** The implementation gave a handle that stands for the calling thread and need not be closed. */
    void currentThread(long handle, Actor caller) {
        if (handle != CURRENT_THREAD) {
            threadsByHandle.putIfAbsent(handle, caller);
        }
    }

    void closed(long handle) {
        openHandles.remove(handle);
        threadsByHandle.remove(handle);
    }

    /** Every handle that was issued and not closed since. */
    List<Long> openHandles() {
        return new ArrayList<>(openHandles);
    }

    /** The thread that {@code handle} stands for when {@code caller} uses it, or null. */
    @Nullable
    Actor thread(long handle, Actor caller) {
        return handle == CURRENT_THREAD ? caller : threadsByHandle.get(handle);
    }

    /** A handle of {@code thread} that is still open, or null. */
    @Nullable
    Long handle(Actor thread) {
        return threadsByHandle.entrySet().stream()
                .filter(entry -> entry.getValue() == thread)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    void identify(Actor thread, long identifier) {
        identifiers.put(thread.name(), identifier);
    }

    boolean isIdentified(Actor thread) {
        return identifiers.containsKey(thread.name());
    }

    /** The identifier of a thread of the program, or of the thread whose identifier is bound to {@code name}. */
    long identifier(String name) {
        Long identifier = identifiers.get(name);
        return identifier != null ? identifier : value(name);
    }

    /** The name of the thread with that identifier, or null. */
    @Nullable
    String threadIdentifiedBy(long identifier) {
        return identifiers.entrySet().stream()
                .filter(entry -> entry.getValue() == identifier)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** Writes an identifier of a thread as it stands in a trace. */
    String writeIdentifier(long identifier) {
        String thread = threadIdentifiedBy(identifier);
        return thread == null ? Symbols.number(identifier) : Symbols.idOf(thread);
    }
}
