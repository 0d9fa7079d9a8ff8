package org.apctck.reference.kernel;

/** The status codes that the kernel answers with, and the one of ours for a wait that goes on. */
public final class NtStatus {
    public static final int SUCCESS = 0;
    /** The wait was satisfied; the index of the object is added. */
    public static final int WAIT_0 = 0;
    /** The wait was satisfied by an abandoned mutex; the index of the object is added. */
    public static final int ABANDONED_WAIT_0 = 0x80;
    /** The wait ended because user APCs are to run. */
    public static final int USER_APC = 0xC0;
    /** The interval of the wait has passed. */
    public static final int TIMEOUT = 0x102;
    /** The wait goes on. Not a code of NT: there the caller would be blocked. */
    public static final int PENDING = 0x103;

    public static final int UNSUCCESSFUL = 0xC0000001;
    public static final int INVALID_HANDLE = 0xC0000008;
    public static final int TIMER_NOT_CANCELED = 0xC000000C;
    public static final int INVALID_PARAMETER = 0xC000000D;
    public static final int NOT_SUPPORTED = 0xC00000BB;
    public static final int ACCESS_DENIED = 0xC0000022;
    public static final int OBJECT_TYPE_MISMATCH = 0xC0000024;
    public static final int MUTANT_NOT_OWNED = 0xC0000046;
    public static final int SEMAPHORE_LIMIT_EXCEEDED = 0xC0000047;
    public static final int SUSPEND_COUNT_EXCEEDED = 0xC000004A;
    public static final int PIPE_CLOSING = 0xC00000B1;
    public static final int PIPE_BROKEN = 0xC000014B;
    public static final int CANCELLED = 0xC0000120;
    public static final int PIPE_NOT_AVAILABLE = 0xC00000AC;
    public static final int OBJECT_NAME_NOT_FOUND = 0xC0000034;
    public static final int THREAD_IS_TERMINATING = 0xC000004B;

    private NtStatus() {}

    /** Whether {@code status} is an error. */
    public static boolean isError(int status) {
        return status < 0;
    }
}
