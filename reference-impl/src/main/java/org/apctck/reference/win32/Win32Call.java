package org.apctck.reference.win32;

import java.util.Arrays;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.UserApc;
import org.apctck.spec.ApiFunction;
import org.apctck.spec.Role;

/**
 * One call as its {@link Win32Function} sees it: who makes it, with which arguments, and who decides what is left open. A driver
 * says where the arguments come from and where what is written goes.
 */
public abstract class Win32Call {
    /** One more than a wait takes, of handles that are not there. */
    private static final int TOO_MANY = 65;

    private final ApiFunction function;

    protected Win32Call(ApiFunction function) {
        this.function = function;
    }

    public final ApiFunction function() {
        return function;
    }

    /** The thread that makes it. */
    protected abstract KThread caller();

    /** Decides what is left open. */
    protected abstract Choice choice();

    /** The argument at {@code index} as a number: zero-extended, or the address of a routine. */
    protected abstract long value(int index);

    /** The array that the argument at {@code index} points to; empty for NULL. */
    protected abstract long[] values(int index);

    /** Takes what the function writes through the argument at {@code index}, which may be NULL. */
    protected abstract void write(int index, long value);

    /** The call has made a thread, which is to run the routine of the call. */
    protected abstract void created(KThread thread);

    /** The call has queued an APC. */
    protected void queued(KThread thread, UserApc apc) {}

    /** Whether APCs may end the wait of the call. */
    protected boolean isAlertable() {
        return function.has(Role.ALERTABLE) && value(function.at(Role.ALERTABLE)) != 0;
    }

    // For functions

    /** The argument for the parameter of that name. */
    final long number(String parameter) {
        return value(function.at(parameter));
    }

    final int dword(String parameter) {
        return (int) number(parameter);
    }

    final boolean flag(String parameter) {
        return number(parameter) != 0;
    }

    final void write(String parameter, long value) {
        write(function.at(parameter), value);
    }

    final long argument(Role role) {
        return value(function.at(role));
    }

    /**
     * The handles of a call that waits for several. Where there are fewer than it says a C function would read past the end: the
     * missing ones are NULL.
     */
    protected final long[] handles() {
        long[] given = values(function.at(Role.AWAITED));
        long count = argument(Role.COUNT);
        return given.length == 0 || given.length == count
                ? given
                : Arrays.copyOf(given, (int) Math.min(count, TOO_MANY));
    }
}
