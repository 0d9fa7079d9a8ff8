package org.apctck.spec.api;

/**
 * What the return value of an {@link ApiFunction} means: how it is written in a trace and whether it reports a failure.
 *
 * <p>Raw values are the C values, zero-extended to 64 bits.
 */
public enum ReturnType {
    /** Nonzero for success. */
    BOOL,
    /** TRUE or FALSE as an answer: neither reports a failure. */
    ANSWER,
    /** The result of a wait: an object, an abandoned mutex, APCs, the time-out or a failure. */
    WAIT,
    /** 0 when the time has passed, else that APCs ran. SleepEx cannot fail. */
    SLEEP,
    /** Nonzero for success, with no particular value (QueueUserAPC). */
    NONZERO,
    /** A handle, NULL for failure. */
    HANDLE,
    /** A handle of a file, INVALID_HANDLE_VALUE for failure. */
    FILE,
    /** The previous suspend count, 0xFFFFFFFF for failure. */
    SUSPEND_COUNT,
    /** The identifier of a thread. */
    THREAD_ID,
    /** An error code. */
    ERROR_CODE,
    /** No value. */
    VOID;

    private static final String NUMBER = "\\d+|0x[0-9A-F]+";
    private static final long DWORD_MASK = 0xFFFF_FFFFL;

    /** Whether {@code raw} is the documented failure value, so that the last error is meaningful. */
    public boolean isFailure(long raw) {
        return switch (this) {
            case BOOL, NONZERO -> (raw & DWORD_MASK) == 0;
            case HANDLE -> raw == 0;
            case FILE -> raw == -1;
            case WAIT, SUSPEND_COUNT -> (raw & DWORD_MASK) == DWORD_MASK;
            case ANSWER, SLEEP, THREAD_ID, ERROR_CODE, VOID -> false;
        };
    }

    /**
     * Writes {@code raw} as it stands in a trace. An identifier of a thread is left as a number: only the one who runs
     * the program knows whose it is.
     */
    public String write(long raw) {
        long dword = raw & DWORD_MASK;
        return switch (this) {
            case BOOL, ANSWER -> dword == 0 ? "FALSE" : "TRUE";
            case NONZERO -> dword == 0 ? "0" : "nonzero";
            case HANDLE -> raw == 0 ? "NULL" : "handle";
            case FILE -> raw == -1 ? "INVALID_HANDLE_VALUE" : "handle";
            case VOID -> "void";
            case SUSPEND_COUNT -> dword == DWORD_MASK ? "0xFFFFFFFF" : Long.toString(dword);
            case SLEEP -> dword == Constants.WAIT_IO_COMPLETION ? "WAIT_IO_COMPLETION" : number(dword);
            case WAIT -> waitResult(dword);
            case ERROR_CODE -> Constants.errorName(dword);
            case THREAD_ID -> Long.toString(dword);
        };
    }

    /** Whether {@code text} is a value that {@link #write} could have written, or the identifier of a thread. */
    public boolean isWritten(String text) {
        return switch (this) {
            case BOOL, ANSWER -> text.equals("TRUE") || text.equals("FALSE");
            case NONZERO -> text.equals("nonzero") || text.equals("0");
            case HANDLE -> text.equals("handle") || text.equals("NULL");
            case FILE -> text.equals("handle") || text.equals("INVALID_HANDLE_VALUE");
            case VOID -> text.equals("void");
            case SUSPEND_COUNT -> text.matches("\\d+|0xFFFFFFFF");
            case SLEEP -> text.matches("WAIT_IO_COMPLETION|" + NUMBER);
            case WAIT ->
                text.matches("(WAIT_OBJECT_0|WAIT_ABANDONED_0)( \\+ \\d+)?|WAIT_IO_COMPLETION|WAIT_TIMEOUT|WAIT_FAILED|"
                        + NUMBER);
            case ERROR_CODE -> text.matches("[A-Z][A-Z0-9_]*|" + NUMBER);
            case THREAD_ID -> text.matches("id of \\w+|" + NUMBER);
        };
    }

    /** Whether {@link #write} gives {@code text} for some value, or it is the identifier of a thread of the program. */
    public boolean canWrite(String text) {
        return switch (this) {
            case BOOL, ANSWER, NONZERO, HANDLE, FILE, VOID -> isWritten(text);
            case SUSPEND_COUNT, SLEEP, WAIT, ERROR_CODE -> write(raw(text)).equals(text);
            case THREAD_ID -> text.matches("id of [A-Za-z_]\\w*");
        };
    }

    /** The value that {@code text} can only have been written for, and any value if there is none. */
    private static long raw(String text) {
        if (text.matches("0|[1-9]\\d{0,9}|0x[0-9A-F]{1,8}")) {
            return Long.decode(text);
        }
        String[] sum = text.split(" \\+ ", 2);
        Long constant = Constants.valueOf(sum[0]);
        boolean isSum = sum.length == 2 && sum[1].matches("\\d{1,3}");
        return (constant == null ? 0 : constant) + (isSum ? Integer.parseInt(sum[1]) : 0);
    }

    /** What {@link #canWrite} accepts, for people. */
    String expects() {
        return switch (this) {
            case BOOL, ANSWER -> "TRUE or FALSE";
            case NONZERO -> "nonzero or 0";
            case HANDLE -> "handle or NULL";
            case FILE -> "handle or INVALID_HANDLE_VALUE";
            case VOID -> "nothing";
            case SUSPEND_COUNT -> "a count such as 0, or 0xFFFFFFFF";
            case SLEEP -> "WAIT_IO_COMPLETION or 0";
            case WAIT -> "WAIT_OBJECT_0, WAIT_OBJECT_0 + 1, WAIT_IO_COMPLETION, WAIT_TIMEOUT and the like";
            case ERROR_CODE -> "the name of an error, such as ERROR_ACCESS_DENIED";
            case THREAD_ID -> "`id of` and the name of a thread";
        };
    }

    /** Whether {@code text} is the documented failure value as it stands in a trace. */
    public boolean isWrittenFailure(String text) {
        return switch (this) {
            case BOOL -> text.equals("FALSE");
            case NONZERO -> text.equals("0");
            case HANDLE -> text.equals("NULL");
            case FILE -> text.equals("INVALID_HANDLE_VALUE");
            case SUSPEND_COUNT -> text.equals("0xFFFFFFFF");
            case WAIT -> text.equals("WAIT_FAILED");
            case ANSWER, SLEEP, THREAD_ID, ERROR_CODE, VOID -> false;
        };
    }

    private static String waitResult(long dword) {
        if (dword < Constants.MAXIMUM_WAIT_OBJECTS) {
            return dword == 0 ? "WAIT_OBJECT_0" : "WAIT_OBJECT_0 + " + dword;
        }
        long abandoned = dword - Constants.WAIT_ABANDONED_0;
        if (abandoned >= 0 && abandoned < Constants.MAXIMUM_WAIT_OBJECTS) {
            return abandoned == 0 ? "WAIT_ABANDONED_0" : "WAIT_ABANDONED_0 + " + abandoned;
        }
        if (dword == Constants.WAIT_IO_COMPLETION) {
            return "WAIT_IO_COMPLETION";
        }
        if (dword == Constants.WAIT_TIMEOUT) {
            return "WAIT_TIMEOUT";
        }
        return dword == DWORD_MASK ? "WAIT_FAILED" : number(dword);
    }

    private static String number(long dword) {
        return dword < 10
                ? Long.toString(dword)
                : "0x" + Long.toHexString(dword).toUpperCase(java.util.Locale.ROOT);
    }
}
