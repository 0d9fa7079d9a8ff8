package org.apctck.reference.win32;

import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.KThread;
import org.apctck.spec.api.ApiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A call whose arguments are numbers, in the order of the C declaration, and at most one array or structure. Of open ways it takes
 * the first.
 */
public class PlainCall extends Win32Call {
    private final KThread caller;
    private final long[] arguments;
    private final long @Nullable [] array;
    private int written = -1;

    /** A call without an array or a structure. */
    public PlainCall(KThread caller, ApiFunction function, long... arguments) {
        this(caller, function, null, arguments);
    }

    /**
     * @param array what the only pointer to an array or a structure points to; null for NULL, or where there is none
     * @param arguments as many as the function has; that of an out-parameter is without meaning
     */
    public PlainCall(KThread caller, ApiFunction function, long @Nullable [] array, long[] arguments) {
        super(function);
        this.caller = caller;
        this.array = array;
        this.arguments = arguments;
        if (arguments.length != function.parameters().size()) {
            throw new IllegalArgumentException(function + " has not " + arguments.length + " parameters");
        }
    }

    /** A truth value as an argument. */
    public static long flag(boolean value) {
        return value ? 1 : 0;
    }

    /** Whether the function has written through the argument at {@code index}. */
    public final boolean hasWritten(int index) {
        return written == index;
    }

    /** The argument at {@code index}: after the call what the function has written through it, if it {@link #hasWritten}. */
    @Override
    public final long value(int index) {
        return arguments[index];
    }

    @Override
    protected final KThread caller() {
        return caller;
    }

    @Override
    protected final Choice choice() {
        return Choice.FIRST;
    }

    @Override
    protected final long @Nullable [] values(int index) {
        return array;
    }

    @Override
    protected final void write(int index, long value) {
        arguments[index] = value;
        written = index;
    }

    @Override
    protected void created(KThread thread) {}
}
