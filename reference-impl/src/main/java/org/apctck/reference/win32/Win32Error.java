package org.apctck.reference.win32;

import org.apctck.reference.kernel.NtStatus;

/** The last errors of Win32 and how status codes of the kernel map to them. */
public final class Win32Error {
    static final int ACCESS_DENIED = 5;
    static final int INVALID_HANDLE = 6;
    static final int GEN_FAILURE = 31;
    static final int INVALID_PARAMETER = 87;
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
            case NtStatus.SUSPEND_COUNT_EXCEEDED -> SIGNAL_REFUSED;
            case NtStatus.TIMER_NOT_CANCELED -> TIMER_NOT_CANCELED;
            case NtStatus.MUTANT_NOT_OWNED -> NOT_OWNER;
            case NtStatus.SEMAPHORE_LIMIT_EXCEEDED -> TOO_MANY_POSTS;
            default -> throw new IllegalArgumentException("no last error for status " + Integer.toHexString(status));
        };
    }
}
