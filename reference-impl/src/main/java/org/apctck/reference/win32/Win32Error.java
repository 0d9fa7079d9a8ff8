package org.apctck.reference.win32;

import org.apctck.reference.kernel.NtStatus;

/** The last errors of Win32 and how status codes of the kernel map to them. */
public final class Win32Error {
    static final int ACCESS_DENIED = 5;
    static final int INVALID_HANDLE = 6;
    static final int GEN_FAILURE = 31;
    static final int INVALID_PARAMETER = 87;
    static final int FILE_NOT_FOUND = 2;
    static final int BROKEN_PIPE = 109;
    static final int PIPE_BUSY = 231;
    static final int NO_DATA = 232;
    static final int OPERATION_ABORTED = 995;
    static final int SIGNAL_REFUSED = 156;
    static final int NOT_SUPPORTED = 50;
    static final int NOT_OWNER = 288;
    static final int TOO_MANY_POSTS = 298;
    static final int TIMER_NOT_CANCELED = 541;

    private Win32Error() {}

    /** The last error that tells of {@code status}. */
    public static int of(int status) {
        return switch (status) {
            case NtStatus.ACCESS_DENIED, NtStatus.THREAD_IS_TERMINATING -> ACCESS_DENIED;
            case NtStatus.INVALID_HANDLE, NtStatus.OBJECT_TYPE_MISMATCH -> INVALID_HANDLE;
            case NtStatus.UNSUCCESSFUL -> GEN_FAILURE;
            case NtStatus.INVALID_PARAMETER -> INVALID_PARAMETER;
            case NtStatus.OBJECT_NAME_NOT_FOUND -> FILE_NOT_FOUND;
            case NtStatus.PIPE_BROKEN -> BROKEN_PIPE;
            case NtStatus.PIPE_NOT_AVAILABLE -> PIPE_BUSY;
            case NtStatus.PIPE_CLOSING -> NO_DATA;
            case NtStatus.CANCELLED -> OPERATION_ABORTED;
            case NtStatus.SUSPEND_COUNT_EXCEEDED -> SIGNAL_REFUSED;
            case NtStatus.TIMER_NOT_CANCELED -> TIMER_NOT_CANCELED;
            case NtStatus.MUTANT_NOT_OWNED -> NOT_OWNER;
            case NtStatus.SEMAPHORE_LIMIT_EXCEEDED -> TOO_MANY_POSTS;
            default -> throw new IllegalArgumentException("no last error for status " + Integer.toHexString(status));
        };
    }
}
