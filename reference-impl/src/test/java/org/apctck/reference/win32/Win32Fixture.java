package org.apctck.reference.win32;

import static org.assertj.core.api.Assertions.assertThat;

import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;

/** A process with two threads, and what its tests say often. */
final class Win32Fixture {
    static final long INVALID = 0x7FFF_FFFC;
    static final long INFINITE = 0xFFFF_FFFFL;
    static final long WAIT_FAILED = 0xFFFF_FFFFL;

    final Kernel kernel = new Kernel();
    final Win32Layer win32 = new Win32Layer(kernel);
    final long callerHandle = win32.createThread(false);
    final KThread caller = win32.thread(callerHandle);
    final long otherHandle = win32.createThread(false);
    final KThread other = win32.thread(otherHandle);

    /** What a wait without time-out returns that is over at once. */
    long poll(long handle) {
        return pollOn(caller, handle);
    }

    long pollOn(KThread thread, long handle) {
        long value = win32.waitForSingleObjectEx(thread, handle, 0, false, Choice.FIRST);
        return value == Win32Layer.WAITING ? Win32Layer.waitResult(thread.waitStatus()) : value;
    }

    /** The threads that a wait is still blocking. */
    boolean isBlocked(KThread thread) {
        return thread.waitStatus() == NtStatus.PENDING;
    }

    /** A handle to the object behind {@code handle} with other rights. */
    long with(int access, long handle) {
        long[] copy = new long[1];
        assertThat(win32.duplicateHandle(
                        caller, Win32Layer.CURRENT_PROCESS, handle, Win32Layer.CURRENT_PROCESS, copy, access, 0))
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
