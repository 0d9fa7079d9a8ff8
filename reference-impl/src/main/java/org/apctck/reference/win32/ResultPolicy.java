package org.apctck.reference.win32;

import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Policy;
import org.apctck.spec.api.ApiFunction;

/** What is decided about results: whether a call has its effect, what it returns and writes, and the last error it leaves. */
public class ResultPolicy extends Policy {
    /** Every decision as documented. */
    public static final ResultPolicy DOCUMENTED = new ResultPolicy();

    protected ResultPolicy() {}

    /** Whether a call has its effect; one that has none answers as if it had. */
    public boolean performs(KThread caller, ApiFunction function) {
        return true;
    }

    /** What a call answers that would return {@code value}. */
    public long answer(KThread caller, ApiFunction function, long value) {
        return value;
    }

    /** What can be seen of the value that a call returns: the value itself. */
    public long told(KThread caller, ApiFunction function, long value) {
        return value;
    }

    /** The count that ReleaseSemaphore tells: that of before (KERNEL-SEMAPHORE-COUNT-1). */
    public int previousCount(KThread caller, int before, int more) {
        return before;
    }

    /** The exit code that GetExitCodeThread tells (THREAD-SIGNALED-1). */
    public int exitCodeTold(KThread caller, KThread thread) {
        return thread.exitCode();
    }

    /** The last error that tells of {@code status}. */
    public int lastError(KThread caller, int status) {
        return Win32Error.of(status);
    }

    /** The last error after a wait that has ended with {@code status}: that of before (RETURN-LASTERROR-1). */
    public long lastErrorLeft(KThread caller, long before, int status) {
        return before;
    }
}
