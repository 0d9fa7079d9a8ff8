package org.apctck.jna;

import com.sun.jna.Function;
import com.sun.jna.Pointer;

/** For what nobody asks for the last error. */
final class NoLastError implements LastError {
    @Override
    public long get() {
        return 0;
    }

    @Override
    public void set(long code) {
        // Kept nowhere.
    }

    @Override
    public void restore() {
        // Kept nowhere.
    }

    @Override
    public Function around(Function export) {
        return export;
    }

    @Override
    public Pointer entrance(Pointer routine, int arguments) {
        return routine;
    }

    @Override
    public void entered(long kept) {
        // Kept nowhere.
    }

    @Override
    public void leaves(long kept) {
        // Kept nowhere.
    }
}
