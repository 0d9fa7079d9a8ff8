package org.apctck.reference.win32;

import java.util.Arrays;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.Irp;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.KTimer;
import org.apctck.reference.kernel.UserApc;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * One call as its {@link Win32Function} sees it: who makes it, with which arguments, and who decides what is left open. A driver
 * says where the arguments come from and where what is written goes.
 */
public abstract class Win32Call {
    /** One more than a wait takes, of handles that are not there. */
    private static final int TOO_MANY = 65;

    private static final long[] NONE = {};

    private final ApiFunction function;
    private int kept = -1;

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

    /** The argument at {@code index} as a number, of which as many bits count as its parameter has; the address of a routine. */
    protected abstract long value(int index);

    /**
     * What the argument at {@code index} points to: the items of an array, or the fields of a structure in the order of its layout;
     * null for NULL.
     */
    protected abstract long @Nullable [] values(int index);

    /** Takes what the function writes through the argument at {@code index}, which may be NULL. */
    protected abstract void write(int index, long value);

    /** The call has made a thread, which is to run the routine of the call. */
    protected abstract void created(KThread thread);

    /** The call has queued an APC. */
    protected void queued(KThread thread, UserApc apc) {}

    /** The call has issued a request, which may queue the routine of the call to its caller from now on. */
    protected void issued(Irp irp) {}

    /** The call has set a timer, which may queue the routine of the call to its caller from now on. */
    protected void armed(KTimer timer) {}

    /** Whether APCs may end the wait of the call. */
    protected boolean isAlertable() {
        return function.has(Role.ALERTABLE) && argument(Role.ALERTABLE) != 0;
    }

    /** The argument in that role, zero-extended. */
    protected final long argument(Role role) {
        return argument(function.at(role));
    }

    private long argument(int index) {
        long value = value(index);
        return function.parameters().get(index).type().bytes() == Integer.BYTES ? value & 0xFFFF_FFFFL : value;
    }

    /** The object that the first of two acts has found, for the second. */
    public final int kept() {
        return kept;
    }

    /** Keeps the object that the first of two acts has found. */
    public final void keep(int object) {
        kept = object;
    }

    // For functions

    /** The argument for the parameter of that name, zero-extended. */
    final long number(String parameter) {
        return argument(function.at(parameter));
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

    /**
     * The handles of a call that waits for several; none for NULL. Where there are fewer than it says a C function would read
     * past the end: the missing ones are NULL.
     */
    protected final long[] handles() {
        long[] given = values(function.at(Role.AWAITED));
        if (given == null) {
            return NONE;
        }
        long count = argument(Role.COUNT);
        return given.length == count ? given : Arrays.copyOf(given, (int) Math.min(count, TOO_MANY));
    }
}
