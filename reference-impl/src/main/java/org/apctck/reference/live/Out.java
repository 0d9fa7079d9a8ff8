package org.apctck.reference.live;

import org.jspecify.annotations.Nullable;

/**
 * A variable whose address is handed to a function, which may write it. For one thread at a time.
 *
 * @param <T> Integer for a DWORD or LONG, {@link Handle} for a HANDLE
 */
public final class Out<T> {
    private @Nullable T value;

    /** Whether a function has written the variable. */
    public boolean isSet() {
        return value != null;
    }

    /**
     * What a function wrote.
     *
     * @throws IllegalStateException if none did: a function that fails writes nothing
     */
    public T get() {
        T written = value;
        if (written == null) {
            throw new IllegalStateException("no function has written this variable");
        }
        return written;
    }

    void set(T written) {
        value = written;
    }
}
