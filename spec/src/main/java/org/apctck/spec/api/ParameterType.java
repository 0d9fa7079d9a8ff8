package org.apctck.spec.api;

/** What a parameter of an {@link ApiFunction} takes: it fixes which {@link Value}s fit and how an adapter passes them. */
public enum ParameterType {
    /** A 32-bit number or a combination of flags. */
    DWORD(4),
    /** A signed 32-bit number. */
    LONG(4),
    /** TRUE or FALSE. */
    BOOL(4),
    /** A time-out in milliseconds; {@code INFINITE} never elapses. */
    MILLISECONDS(4),
    /** The identifier of a thread: {@code id of worker} or a number. */
    THREAD_ID(4),
    /** A size in bytes, as wide as a pointer. */
    SIZE(8),
    /** An integer as wide as a pointer that is handed through unchanged. */
    ULONG_PTR(8),
    /** A pointer to something optional: NULL, or a record if the parameter says of which structure. */
    POINTER(8),
    /** A handle. */
    HANDLE(8),
    /** An array of handles, written as a list. */
    HANDLES(8),
    /** A named APC routine. */
    APC_ROUTINE(8),
    /** A named start routine of a thread. */
    THREAD_ROUTINE(8),
    /** A named completion routine of a timer. */
    TIMER_ROUTINE(8),
    /**
     * When a timer is due, which C passes as a pointer to a count of 100 ns: {@code {after: 20}} milliseconds from the call,
     * {@code {at: 20}} the same as a time of day, before the call where it is negative, {@code {raw: 0}} the count itself.
     */
    DUE_TIME(8),
    /** When a timer was signaled: what its completion routine is told, and no argument of a call. */
    SIGNAL_TIME(8),
    /** A text, such as the name of a file. */
    TEXT(8),
    /** Bytes that the call hands over, written as a text. */
    BYTES(8),
    /** Memory that the request of the call fills, by its name; it lasts as long as the program. */
    BUFFER(8),
    /** An OVERLAPPED of zeros, {@code &name}, which stands for the request of the call; or NULL. */
    OVERLAPPED(8),
    /** A named completion routine of a request. */
    COMPLETION_ROUTINE(8),
    /** How a request has ended: what its completion routine is told, and no argument of a call. */
    COMPLETION_ERROR(4),
    /** Receives a 32-bit number: {@code &name} or NULL. */
    OUT_DWORD(8),
    /** Receives the identifier of a thread: {@code &name} or NULL. */
    OUT_THREAD_ID(8),
    /** Receives an exit code: {@code &name}. */
    OUT_EXIT_CODE(8),
    /** Receives a handle: {@code &name} or NULL. */
    OUT_HANDLE(8);

    private final int bytes;

    ParameterType(int bytes) {
        this.bytes = bytes;
    }

    /** The width of the argument in bytes on a 64-bit machine. */
    public int bytes() {
        return bytes;
    }

    /** Whether the function writes through this parameter. */
    public boolean isOut() {
        return this == OUT_DWORD || this == OUT_THREAD_ID || this == OUT_EXIT_CODE || this == OUT_HANDLE;
    }

    /** What a function wrote through this parameter, or a routine was given for it, as it stands in traces; an identifier as a number, for it has no name here. */
    public String write(long value) {
        return switch (this) {
            case OUT_EXIT_CODE -> Symbols.exitCode(value);
            case OUT_HANDLE -> ReturnType.HANDLE.write(value);
            case OUT_DWORD, OUT_THREAD_ID, ULONG_PTR -> Symbols.number(value);
            case DWORD,
                    LONG,
                    BOOL,
                    MILLISECONDS,
                    THREAD_ID,
                    SIZE,
                    POINTER,
                    HANDLE,
                    HANDLES,
                    APC_ROUTINE,
                    THREAD_ROUTINE,
                    TIMER_ROUTINE,
                    DUE_TIME,
                    SIGNAL_TIME,
                    TEXT,
                    BYTES,
                    BUFFER,
                    OVERLAPPED,
                    COMPLETION_ROUTINE,
                    COMPLETION_ERROR -> throw new IllegalStateException("nothing is written through " + this);
        };
    }

    /** Whether a name in this position is that of a routine. */
    public boolean isRoutine() {
        return this == APC_ROUTINE || this == THREAD_ROUTINE || this == TIMER_ROUTINE || this == COMPLETION_ROUTINE;
    }

    /** Whether {@code value} can stand in this position, by its form alone. */
    boolean accepts(Value value) {
        return switch (this) {
            case DWORD, LONG, BOOL, MILLISECONDS, SIZE, ULONG_PTR ->
                value instanceof Value.Int || value instanceof Value.Constants;
            case THREAD_ID -> value instanceof Value.Int || value instanceof Value.IdOf || value instanceof Value.Name;
            case POINTER -> Value.isNull(value);
            case HANDLE -> Value.isNull(value) || value instanceof Value.Name || value instanceof Value.Invalid;
            case HANDLES ->
                Value.isNull(value)
                        || value instanceof Value.Sequence list
                                && list.values().stream().allMatch(HANDLE::accepts);
            case APC_ROUTINE, THREAD_ROUTINE, TIMER_ROUTINE, COMPLETION_ROUTINE, BUFFER ->
                Value.isNull(value) || value instanceof Value.Name;
            case TEXT, BYTES -> Value.isNull(value) || value instanceof Value.Text;
            case OVERLAPPED -> Value.isNull(value) || value instanceof Value.Slot;
            case DUE_TIME -> DueTime.of(value) != null;
            case SIGNAL_TIME, COMPLETION_ERROR -> false;
            case OUT_DWORD, OUT_THREAD_ID, OUT_EXIT_CODE, OUT_HANDLE ->
                Value.isNull(value) || value instanceof Value.Slot;
        };
    }

    /** What can stand in this position, for people. */
    String expects() {
        return switch (this) {
            case DWORD, LONG, SIZE, ULONG_PTR -> "a number or constants";
            case BOOL -> "TRUE or FALSE";
            case MILLISECONDS -> "milliseconds or INFINITE";
            case THREAD_ID -> "`id of THREAD`, a number or a bound name";
            case POINTER -> "NULL";
            case HANDLE -> "the name of an object, thread or binding, NULL or `invalid`";
            case HANDLES -> "a list of handles such as [E, F]";
            case APC_ROUTINE, THREAD_ROUTINE, TIMER_ROUTINE, COMPLETION_ROUTINE -> "the name of a routine";
            case TEXT, BYTES -> "a text such as \"hello\", or NULL";
            case BUFFER -> "a name for the memory that is filled, or NULL";
            case OVERLAPPED -> "&name for an OVERLAPPED, or NULL";
            case DUE_TIME -> "{after: 20} or {at: 20} in milliseconds, or {raw: 0} in units of 100 ns";
            case SIGNAL_TIME, COMPLETION_ERROR -> "nothing";
            case OUT_DWORD, OUT_THREAD_ID, OUT_EXIT_CODE, OUT_HANDLE -> "&name or NULL";
        };
    }
}
