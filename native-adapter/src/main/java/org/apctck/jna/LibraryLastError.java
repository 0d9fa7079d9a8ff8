package org.apctck.jna;

import com.sun.jna.Function;
import com.sun.jna.Pointer;
import org.apctck.spec.api.ApiFunction;

/** The last error that the library keeps itself, outside Windows: what JNA calls the last error is errno there. */
final class LibraryLastError implements LastError {
    private static final long DWORD_MASK = 0xFFFF_FFFFL;
    private static final Object[] NO_ARGUMENTS = {};

    private final Function getLastError;
    private final Function setLastError;

    LibraryLastError(Exports exports) {
        getLastError = exports.get(ApiFunction.GET_LAST_ERROR);
        setLastError = exports.get(ApiFunction.SET_LAST_ERROR);
    }

    @Override
    public long get() {
        return getLastError.invokeInt(NO_ARGUMENTS) & DWORD_MASK;
    }

    @Override
    public void set(long code) {
        setLastError.invokeVoid(new Object[] {(int) code});
    }

    @Override
    public void restore() {
        // Nothing but the library knows where it keeps it.
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
        // Java and JNA do not touch what the library keeps.
    }

    @Override
    public void leaves(long kept) {
        // Nor on the way back.
    }
}
