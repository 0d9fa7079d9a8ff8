package org.apctck.reference.win32;

import java.util.Objects;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.Conduct;
import org.apctck.reference.kernel.DispatcherObject;
import org.apctck.reference.kernel.KProcess;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.StateWriter;
import org.apctck.reference.kernel.Stateful;
import org.apctck.reference.win32.HandlePolicy.Purpose;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.ReturnType;
import org.jspecify.annotations.Nullable;

/**
 * One process as Win32 shows it: handles with access rights and last errors over the {@link Kernel}, and the functions that its
 * threads call.
 */
public final class Win32Process implements Stateful {
    /** Returned by a function that has begun a wait; no function returns this value otherwise. */
    public static final long WAITING = Long.MIN_VALUE;

    /** Returned by a function that is between its two acts. */
    public static final long BETWEEN = Long.MIN_VALUE + 1;

    public static final long CURRENT_PROCESS = -1;
    public static final long CURRENT_THREAD = -2;

    /** The time-out that never elapses. */
    static final long INFINITE = 0xFFFF_FFFFL;

    private static final long DWORD = 0xFFFF_FFFFL;

    private final Kernel kernel;
    private final HandlePolicy handlePolicy;
    private final CreationPolicy creationPolicy;
    private final ArgumentPolicy argumentPolicy;
    private final SignalWaitPolicy signalWaitPolicy;
    private final ResultPolicy resultPolicy;
    private final HandleTable handles;
    private final KProcess process;

    /** A process with the given kernel to itself and no handles, which decides as the kernel's conduct says. */
    public Win32Process(Kernel kernel) {
        this(kernel, kernel.createProcess(), new HandleTable());
        kernel.hold(process);
    }

    /** The same process over a copy of its kernel. */
    public Win32Process(Win32Process other, Kernel kernel) {
        this(kernel, (KProcess) kernel.object(other.process.id()), other.handles.copy());
    }

    private Win32Process(Kernel kernel, KProcess process, HandleTable handles) {
        this.kernel = kernel;
        this.process = process;
        this.handles = handles;
        Conduct conduct = kernel.conduct();
        this.handlePolicy = conduct.insteadOf(HandlePolicy.DOCUMENTED);
        this.creationPolicy = conduct.insteadOf(CreationPolicy.DOCUMENTED);
        this.argumentPolicy = conduct.insteadOf(ArgumentPolicy.DOCUMENTED);
        this.signalWaitPolicy = conduct.insteadOf(SignalWaitPolicy.DOCUMENTED);
        this.resultPolicy = conduct.insteadOf(ResultPolicy.DOCUMENTED);
    }

    /** Writes everything that what happens next depends on, without the kernel. */
    @Override
    public void writeTo(StateWriter out) {
        out.putFields(handles);
        out.endPart();
    }

    // Calls

    /** Makes a call. Returns as {@link Win32Function} says. */
    public long call(Win32Call call) {
        return Win32Functions.first(call.function()).call(this, call);
    }

    /** Makes the second act of a call that is {@link #BETWEEN} the two. */
    public long proceed(Win32Call call) {
        Win32Function second = Win32Functions.second(call.function());
        if (second == null) {
            throw new IllegalStateException(call.function() + " has one act only");
        }
        return second.call(this, call);
    }

    /** Whether a function acts twice, so that others may act between. */
    public static boolean actsTwice(ApiFunction function) {
        return Win32Functions.second(function) != null;
    }

    /** What {@code function} returns when its wait has ended with {@code status}. */
    public static long result(ApiFunction function, int status) {
        boolean over = status == NtStatus.TIMEOUT && function.returnType() != ReturnType.WAIT;
        return over ? 0 : status; // a sleep whose time is over has done what it was to do
    }

    // For drivers

    /** Makes a thread of the cast; the driver lets it begin. */
    public long createThread(boolean suspended) {
        return open(kernel.createThread(suspended));
    }

    /** Thread ids are multiples of four, as handles are, and never 0. */
    public static long threadId(KThread thread) {
        return 4L * (thread.id() + 1);
    }

    /** The thread behind a handle that the driver has just got from {@link #createThread}. */
    public KThread thread(long handle) {
        return (KThread)
                kernel.object(Objects.requireNonNull(handles.find(handle)).object());
    }

    /** The thread behind a handle that a caller names, for the driver: no rights are asked; null if it is not a handle to a thread. */
    public @Nullable KThread thread(KThread caller, long handle) {
        if (handle == CURRENT_THREAD) {
            return caller;
        }
        return object(handle) instanceof KThread thread ? thread : null;
    }

    /** Whether a handle is one to an object that is signaled and stays so whoever waits for it; no rights are asked. */
    public boolean isSignaledForGood(KThread caller, long handle) {
        DispatcherObject object = object(handle);
        return object != null && !object.isConsumed() && object.isSignaledFor(caller);
    }

    /** The last error of a thread, zero-extended. */
    public long getLastError(KThread thread) {
        return thread.local() & DWORD;
    }

    public void setLastError(KThread thread, int code) {
        kernel.setLocal(thread, code);
    }

    // For functions

    Kernel kernel() {
        return kernel;
    }

    HandlePolicy handlePolicy() {
        return handlePolicy;
    }

    CreationPolicy creationPolicy() {
        return creationPolicy;
    }

    ArgumentPolicy argumentPolicy() {
        return argumentPolicy;
    }

    SignalWaitPolicy signalWaitPolicy() {
        return signalWaitPolicy;
    }

    ResultPolicy resultPolicy() {
        return resultPolicy;
    }

    /** A handle with all access. */
    long open(DispatcherObject object) {
        return open(object, Access.ALL);
    }

    long open(DispatcherObject object, int access) {
        kernel.opened(object);
        return handles.open(object.id(), access);
    }

    /** @return whether the handle was open */
    boolean close(long handle, Choice choice) {
        DispatcherObject object = object(handle);
        if (object == null) {
            return false;
        }
        handles.close(handle);
        kernel.closed(object, choice);
        return true;
    }

    /** The object behind a handle, whatever rights it has; null if it is not open. */
    @Nullable
    DispatcherObject object(long handle) {
        HandleTable.Entry entry = handles.find(handle);
        return entry == null ? null : kernel.object(entry.object());
    }

    /** The thread of an identifier, or null. */
    @Nullable
    KThread threadOfId(long threadId) {
        return threadId % 4 == 0 && kernel.find(threadId / 4 - 1) instanceof KThread thread ? thread : null;
    }

    /** The object behind a handle, or null with the last error set: 6 if there is none of that type, 5 without the access. */
    @Nullable
    DispatcherObject find(Win32Call call, long handle, Class<? extends DispatcherObject> type, Purpose purpose) {
        DispatcherObject object;
        if (handle == CURRENT_THREAD && handlePolicy.knowsPseudoHandle(call.caller())) {
            object = handlePolicy.current(kernel, call.caller());
        } else if (handle == CURRENT_PROCESS
                && (purpose != Purpose.WAIT || handlePolicy.waitsForProcess(call.caller()))) {
            object = process;
        } else {
            object = object(handle);
        }
        if (object == null) {
            fail(call, NtStatus.INVALID_HANDLE, 0);
            return null;
        }
        if (!type.isInstance(object)) {
            fail(call, NtStatus.OBJECT_TYPE_MISMATCH, 0);
            return null;
        }
        if ((handlePolicy.access(call.caller(), purpose) & ~accessOf(handle)) != 0) {
            fail(call, NtStatus.ACCESS_DENIED, 0);
            return null;
        }
        return object;
    }

    int accessOf(long handle) {
        return isPseudoHandle(handle)
                ? Access.ALL
                : Objects.requireNonNull(handles.find(handle)).access();
    }

    static boolean isPseudoHandle(long handle) {
        return handle == CURRENT_PROCESS || handle == CURRENT_THREAD;
    }

    /** Nonzero, or 0 with the last error set where {@code status} is an error. */
    long result(Win32Call call, int status) {
        return NtStatus.isError(status) ? fail(call, status, 0) : 1;
    }

    /** Sets the last error, and returns {@code value}. */
    long fail(Win32Call call, int status, long value) {
        setLastError(call.caller(), resultPolicy.lastError(call.caller(), status));
        return value;
    }
}
