package org.apctck.spec.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The symbolic constants of the Windows SDK that programs and traces use. */
public final class Constants {
    /** The time-out that never elapses. */
    public static final long INFINITE = 0xFFFF_FFFFL;

    public static final long WAIT_ABANDONED_0 = 0x80;
    public static final long WAIT_IO_COMPLETION = 0xC0;
    public static final long WAIT_TIMEOUT = 0x102;
    public static final long WAIT_FAILED = 0xFFFF_FFFFL;
    public static final long STILL_ACTIVE = 259;

    /** The most objects that one wait takes. */
    public static final int MAXIMUM_WAIT_OBJECTS = 64;

    private static final Map<String, Long> VALUES = new LinkedHashMap<>();
    private static final Map<Long, String> ERRORS = new LinkedHashMap<>();

    static {
        value("NULL", 0);
        value("TRUE", 1);
        value("FALSE", 0);
        value("INFINITE", INFINITE);
        value("WAIT_OBJECT_0", 0);
        value("WAIT_ABANDONED_0", WAIT_ABANDONED_0);
        value("WAIT_IO_COMPLETION", WAIT_IO_COMPLETION);
        value("WAIT_TIMEOUT", WAIT_TIMEOUT);
        value("WAIT_FAILED", WAIT_FAILED);
        value("STILL_ACTIVE", STILL_ACTIVE);
        value("MAXIMUM_WAIT_OBJECTS", MAXIMUM_WAIT_OBJECTS);
        value("CREATE_SUSPENDED", 0x4);
        value("DUPLICATE_CLOSE_SOURCE", 0x1);
        value("DUPLICATE_SAME_ACCESS", 0x2);
        value("SYNCHRONIZE", 0x10_0000);
        value("THREAD_TERMINATE", 0x1);
        value("THREAD_SUSPEND_RESUME", 0x2);
        value("THREAD_GET_CONTEXT", 0x8);
        value("THREAD_SET_CONTEXT", 0x10);
        value("THREAD_SET_INFORMATION", 0x20);
        value("THREAD_QUERY_INFORMATION", 0x40);
        value("THREAD_QUERY_LIMITED_INFORMATION", 0x800);
        value("THREAD_ALL_ACCESS", 0x1F_FFFF);
        value("EVENT_MODIFY_STATE", 0x2);
        value("EVENT_ALL_ACCESS", 0x1F_0003);
        value("MUTEX_MODIFY_STATE", 0x1);
        value("MUTEX_ALL_ACCESS", 0x1F_0001);
        value("SEMAPHORE_MODIFY_STATE", 0x2);
        value("SEMAPHORE_ALL_ACCESS", 0x1F_0003);
        value("TIMER_QUERY_STATE", 0x1);
        value("TIMER_MODIFY_STATE", 0x2);
        value("TIMER_ALL_ACCESS", 0x1F_0003);
        value("CREATE_WAITABLE_TIMER_MANUAL_RESET", 0x1);
        value("CREATE_WAITABLE_TIMER_HIGH_RESOLUTION", 0x2);
        value("GENERIC_READ", 0x8000_0000L);
        value("GENERIC_WRITE", 0x4000_0000L);
        value("OPEN_EXISTING", 3);
        value("FILE_FLAG_OVERLAPPED", 0x4000_0000L);
        value("PIPE_ACCESS_DUPLEX", 0x3);
        value("PIPE_TYPE_BYTE", 0x0);
        error("ERROR_SUCCESS", 0);
        error("ERROR_FILE_NOT_FOUND", 2);
        error("ERROR_ACCESS_DENIED", 5);
        error("ERROR_INVALID_HANDLE", 6);
        error("ERROR_NOT_ENOUGH_MEMORY", 8);
        error("ERROR_GEN_FAILURE", 31);
        error("ERROR_NOT_SUPPORTED", 50);
        error("ERROR_INVALID_PARAMETER", 87);
        error("ERROR_BROKEN_PIPE", 109);
        error("ERROR_CALL_NOT_IMPLEMENTED", 120);
        error("ERROR_SIGNAL_REFUSED", 156);
        error("ERROR_PIPE_BUSY", 231);
        error("ERROR_NO_DATA", 232);
        error("ERROR_NOT_OWNER", 288);
        error("ERROR_TOO_MANY_POSTS", 298);
        error("ERROR_TIMER_NOT_CANCELED", 541);
        error("ERROR_OPERATION_ABORTED", 995);
        error("ERROR_IO_INCOMPLETE", 996);
        error("ERROR_IO_PENDING", 997);
    }

    private Constants() {}

    /** The value of {@code name}, or null if it is not a constant. */
    public static @Nullable Long valueOf(String name) {
        return VALUES.get(name);
    }

    /** The name of the error {@code code}, or the number where it has none here. */
    public static String errorName(long code) {
        String name = ERRORS.get(code);
        return name != null ? name : Long.toString(code);
    }

    /** All constants with their values, in the order of their subjects. */
    public static Map<String, Long> all() {
        return Collections.unmodifiableMap(VALUES);
    }

    private static void value(String name, long value) {
        VALUES.put(name, value);
    }

    private static void error(String name, long code) {
        VALUES.put(name, code);
        ERRORS.put(code, name);
    }
}
