package org.apctck.reference.win32;

import static org.assertj.core.api.Assertions.assertThat;

import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.ParameterType;

/** A process with two threads, and what its tests say often. */
final class Win32Fixture {
    static final long INVALID = 0x7FFF_FFFC;
    static final long INFINITE = 0xFFFF_FFFFL;
    static final long WAIT_FAILED = 0xFFFF_FFFFL;

    final Kernel kernel = new Kernel();
    final Win32Process win32 = new Win32Process(kernel);
    final long callerHandle = win32.createThread(false);
    final KThread caller = win32.thread(callerHandle);
    final long otherHandle = win32.createThread(false);
    final KThread other = win32.thread(otherHandle);

    /** Calls a function with numbers and truth values; an array is one of handles, or receives what the function writes. */
    long call(KThread thread, ApiFunction function, Object... arguments) {
        return callOn(win32, thread, function, arguments);
    }

    /** Calls a function of another process. */
    long callOn(Win32Process process, KThread thread, ApiFunction function, Object... arguments) {
        long[] numbers = new long[arguments.length];
        long[] array = null;
        for (int i = 0; i < numbers.length; i++) {
            if (arguments[i] instanceof Number number) {
                numbers[i] = number.longValue();
            } else if (arguments[i] instanceof Boolean flag) {
                numbers[i] = flag ? 1 : 0;
            } else if (function.parameters().get(i).type() == ParameterType.HANDLES) {
                array = (long[]) arguments[i];
            }
        }
        PlainCall call = new PlainCall(thread, function, array, numbers);
        long value = process.call(call);
        for (int i = 0; i < numbers.length; i++) {
            if (call.hasWritten(i) && arguments[i] instanceof long[] out) {
                out[0] = call.value(i);
            }
        }
        return value;
    }

    /** What a wait without time-out returns that is over at once. */
    long poll(long handle) {
        return pollOn(caller, handle);
    }

    long pollOn(KThread thread, long handle) {
        long value = call(thread, ApiFunction.WAIT_FOR_SINGLE_OBJECT, handle, 0);
        return value == Win32Process.WAITING ? waited(thread) : value;
    }

    /** What a wait function returns when its wait has ended as that of {@code thread}. */
    long waited(KThread thread) {
        return Win32Process.result(ApiFunction.WAIT_FOR_SINGLE_OBJECT_EX, thread.waitStatus());
    }

    /** The threads that a wait is still blocking. */
    boolean isBlocked(KThread thread) {
        return thread.waitStatus() == NtStatus.PENDING;
    }

    /** A handle to the object behind {@code handle} with other rights. */
    long with(int access, long handle) {
        long[] copy = new long[1];
        long process = Win32Process.CURRENT_PROCESS;
        assertThat(call(caller, ApiFunction.DUPLICATE_HANDLE, process, handle, process, copy, access, false, 0))
                .isEqualTo(1);
        return copy[0];
    }

    /** Checks that a call has returned its failure value and left an error behind. */
    void assertFailed(long value, long failure, int error) {
        assertThat(value).isEqualTo(failure);
        assertThat(win32.getLastError(caller)).isEqualTo(error);
        win32.setLastError(caller, 0);
    }
}
