package org.apctck.spec.api;

import static org.apctck.spec.api.ParameterType.APC_ROUTINE;
import static org.apctck.spec.api.ParameterType.BUFFER;
import static org.apctck.spec.api.ParameterType.BYTES;
import static org.apctck.spec.api.ParameterType.COMPLETION_ROUTINE;
import static org.apctck.spec.api.ParameterType.DUE_TIME;
import static org.apctck.spec.api.ParameterType.DWORD;
import static org.apctck.spec.api.ParameterType.HANDLES;
import static org.apctck.spec.api.ParameterType.LONG;
import static org.apctck.spec.api.ParameterType.MILLISECONDS;
import static org.apctck.spec.api.ParameterType.OUT_DWORD;
import static org.apctck.spec.api.ParameterType.OUT_EXIT_CODE;
import static org.apctck.spec.api.ParameterType.OUT_HANDLE;
import static org.apctck.spec.api.ParameterType.OUT_THREAD_ID;
import static org.apctck.spec.api.ParameterType.OVERLAPPED;
import static org.apctck.spec.api.ParameterType.POINTER;
import static org.apctck.spec.api.ParameterType.SIZE;
import static org.apctck.spec.api.ParameterType.TEXT;
import static org.apctck.spec.api.ParameterType.THREAD_ROUTINE;
import static org.apctck.spec.api.ParameterType.TIMER_ROUTINE;
import static org.apctck.spec.api.ParameterType.ULONG_PTR;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The functions of the Windows API that a program can call, with their C signatures as data, and what others than
 * the function itself must know of a call: its {@link Effect}, and the {@link Role}s of its arguments.
 *
 * <p>An adapter derives its mapping from the signature, so a new function needs one constant here and its meaning in the
 * reference, which does not load without it.
 */
public enum ApiFunction {
    CREATE_THREAD(
            "CreateThread",
            ReturnType.HANDLE,
            Effect.CREATES_THREAD,
            attributes("lpThreadAttributes"),
            p("dwStackSize", SIZE),
            p("lpStartAddress", THREAD_ROUTINE).as(Role.ROUTINE),
            p("lpParameter", ULONG_PTR).as(Role.DATA),
            p("dwCreationFlags", DWORD).as(Role.CREATION),
            p("lpThreadId", OUT_THREAD_ID).as(Role.IDENTIFIER)),
    RESUME_THREAD("ResumeThread", ReturnType.SUSPEND_COUNT, Effect.RESUMES_THREAD, thread()),
    SUSPEND_THREAD("SuspendThread", ReturnType.SUSPEND_COUNT, Effect.SUSPENDS_THREAD, thread()),
    EXIT_THREAD("ExitThread", ReturnType.VOID, Effect.ENDS_CALLER, p("dwExitCode", DWORD)),
    TERMINATE_THREAD("TerminateThread", ReturnType.BOOL, Effect.ENDS_THREAD, thread(), p("dwExitCode", DWORD)),
    GET_EXIT_CODE_THREAD(
            "GetExitCodeThread", ReturnType.BOOL, Effect.NONE, handle("hThread"), p("lpExitCode", OUT_EXIT_CODE)),
    GET_CURRENT_THREAD_ID("GetCurrentThreadId", ReturnType.THREAD_ID, Effect.IDENTIFIES_CALLER),
    GET_CURRENT_THREAD("GetCurrentThread", ReturnType.HANDLE, Effect.NAMES_CALLER),
    GET_CURRENT_PROCESS("GetCurrentProcess", ReturnType.HANDLE, Effect.NONE),
    OPEN_THREAD(
            "OpenThread",
            ReturnType.HANDLE,
            Effect.OPENS_THREAD,
            p("dwDesiredAccess", DWORD),
            bool("bInheritHandle"),
            p("dwThreadId", ParameterType.THREAD_ID).as(Role.IDENTIFIER)),
    DUPLICATE_HANDLE(
            "DuplicateHandle",
            ReturnType.BOOL,
            Effect.COPIES_HANDLE,
            handle("hSourceProcessHandle"),
            handle("hSourceHandle").as(Role.HANDLE),
            handle("hTargetProcessHandle"),
            p("lpTargetHandle", OUT_HANDLE).as(Role.COPY),
            p("dwDesiredAccess", DWORD),
            bool("bInheritHandle"),
            p("dwOptions", DWORD).as(Role.OPTIONS)),
    CLOSE_HANDLE(
            "CloseHandle",
            ReturnType.BOOL,
            Effect.CLOSES_HANDLE,
            handle("hObject").as(Role.HANDLE)),
    QUEUE_USER_APC(
            "QueueUserAPC",
            ReturnType.NONZERO,
            Effect.QUEUES_APC,
            p("pfnAPC", APC_ROUTINE).as(Role.ROUTINE),
            thread(),
            p("dwData", ULONG_PTR).as(Role.DATA)),
    SWITCH_TO_THREAD("SwitchToThread", ReturnType.ANSWER, Effect.GIVES_WAY),
    SLEEP("Sleep", ReturnType.VOID, Effect.NONE, timeout()),
    SLEEP_EX("SleepEx", ReturnType.SLEEP, Effect.NONE, timeout(), alertable()),
    WAIT_FOR_SINGLE_OBJECT("WaitForSingleObject", ReturnType.WAIT, Effect.NONE, awaited("hHandle"), timeout()),
    WAIT_FOR_SINGLE_OBJECT_EX(
            "WaitForSingleObjectEx", ReturnType.WAIT, Effect.NONE, awaited("hHandle"), timeout(), alertable()),
    WAIT_FOR_MULTIPLE_OBJECTS(
            "WaitForMultipleObjects",
            ReturnType.WAIT,
            Effect.NONE,
            p("nCount", DWORD).as(Role.COUNT),
            p("lpHandles", HANDLES).as(Role.AWAITED),
            bool("bWaitAll").as(Role.ALL),
            timeout()),
    WAIT_FOR_MULTIPLE_OBJECTS_EX(
            "WaitForMultipleObjectsEx",
            ReturnType.WAIT,
            Effect.NONE,
            p("nCount", DWORD).as(Role.COUNT),
            p("lpHandles", HANDLES).as(Role.AWAITED),
            bool("bWaitAll").as(Role.ALL),
            timeout(),
            alertable()),
    SIGNAL_OBJECT_AND_WAIT(
            "SignalObjectAndWait",
            ReturnType.WAIT,
            Effect.SIGNALS_OBJECT,
            object("hObjectToSignal"),
            awaited("hObjectToWaitOn"),
            timeout(),
            alertable()),
    CREATE_EVENT(
            "CreateEventW",
            ReturnType.HANDLE,
            Effect.OPENS_OBJECT,
            attributes("lpEventAttributes"),
            bool("bManualReset"),
            bool("bInitialState"),
            p("lpName", POINTER)),
    SET_EVENT("SetEvent", ReturnType.BOOL, Effect.SIGNALS_OBJECT, object("hEvent")),
    RESET_EVENT("ResetEvent", ReturnType.BOOL, Effect.RESETS_OBJECT, object("hEvent")),
    PULSE_EVENT("PulseEvent", ReturnType.BOOL, Effect.PULSES_OBJECT, object("hEvent")),
    CREATE_MUTEX(
            "CreateMutexW",
            ReturnType.HANDLE,
            Effect.OPENS_OBJECT,
            attributes("lpMutexAttributes"),
            bool("bInitialOwner"),
            p("lpName", POINTER)),
    RELEASE_MUTEX("ReleaseMutex", ReturnType.BOOL, Effect.SIGNALS_OBJECT, object("hMutex")),
    CREATE_SEMAPHORE(
            "CreateSemaphoreW",
            ReturnType.HANDLE,
            Effect.OPENS_OBJECT,
            attributes("lpSemaphoreAttributes"),
            p("lInitialCount", LONG),
            p("lMaximumCount", LONG),
            p("lpName", POINTER)),
    RELEASE_SEMAPHORE(
            "ReleaseSemaphore",
            ReturnType.BOOL,
            Effect.SIGNALS_OBJECT,
            object("hSemaphore"),
            p("lReleaseCount", LONG),
            p("lpPreviousCount", OUT_DWORD)),
    CREATE_WAITABLE_TIMER(
            "CreateWaitableTimerW",
            ReturnType.HANDLE,
            Effect.OPENS_OBJECT,
            p("lpTimerAttributes", POINTER),
            bool("bManualReset"),
            p("lpTimerName", POINTER)),
    CREATE_WAITABLE_TIMER_EX(
            "CreateWaitableTimerExW",
            ReturnType.HANDLE,
            Effect.OPENS_OBJECT,
            p("lpTimerAttributes", POINTER),
            p("lpTimerName", POINTER),
            p("dwFlags", DWORD),
            p("dwDesiredAccess", DWORD)),
    SET_WAITABLE_TIMER(
            "SetWaitableTimer",
            ReturnType.BOOL,
            Effect.ARMS_TIMER,
            object("hTimer"),
            p("lpDueTime", DUE_TIME).as(Role.DUE_TIME),
            p("lPeriod", LONG).as(Role.PERIOD),
            p("pfnCompletionRoutine", TIMER_ROUTINE).as(Role.ROUTINE),
            p("lpArgToCompletionRoutine", ULONG_PTR).as(Role.DATA),
            bool("fResume")),
    SET_WAITABLE_TIMER_EX(
            "SetWaitableTimerEx",
            ReturnType.BOOL,
            Effect.ARMS_TIMER,
            object("hTimer"),
            p("lpDueTime", DUE_TIME).as(Role.DUE_TIME),
            p("lPeriod", LONG).as(Role.PERIOD),
            p("pfnCompletionRoutine", TIMER_ROUTINE).as(Role.ROUTINE),
            p("lpArgToCompletionRoutine", ULONG_PTR).as(Role.DATA),
            p("WakeContext", POINTER),
            p("TolerableDelay", DWORD)),
    CANCEL_WAITABLE_TIMER("CancelWaitableTimer", ReturnType.BOOL, Effect.DISARMS_TIMER, object("hTimer")),
    CREATE_NAMED_PIPE(
            "CreateNamedPipeW",
            ReturnType.FILE,
            Effect.OPENS_OBJECT,
            p("lpName", TEXT),
            p("dwOpenMode", DWORD),
            p("dwPipeMode", DWORD),
            p("nMaxInstances", DWORD),
            p("nOutBufferSize", DWORD),
            p("nInBufferSize", DWORD),
            p("nDefaultTimeOut", DWORD),
            attributes("lpSecurityAttributes")),
    CREATE_FILE(
            "CreateFileW",
            ReturnType.FILE,
            Effect.OPENS_OBJECT,
            p("lpFileName", TEXT),
            p("dwDesiredAccess", DWORD),
            p("dwShareMode", DWORD),
            attributes("lpSecurityAttributes"),
            p("dwCreationDisposition", DWORD),
            p("dwFlagsAndAttributes", DWORD),
            handle("hTemplateFile")),
    READ_FILE_EX(
            "ReadFileEx",
            ReturnType.BOOL,
            Effect.ISSUES_REQUEST,
            file(),
            p("lpBuffer", BUFFER).as(Role.BUFFER),
            p("nNumberOfBytesToRead", DWORD),
            request(),
            p("lpCompletionRoutine", COMPLETION_ROUTINE).as(Role.ROUTINE)),
    WRITE_FILE_EX(
            "WriteFileEx",
            ReturnType.BOOL,
            Effect.ISSUES_REQUEST,
            file(),
            p("lpBuffer", BYTES),
            p("nNumberOfBytesToWrite", DWORD),
            request(),
            p("lpCompletionRoutine", COMPLETION_ROUTINE).as(Role.ROUTINE)),
    WRITE_FILE(
            "WriteFile",
            ReturnType.BOOL,
            Effect.TRANSFERS,
            file(),
            p("lpBuffer", BYTES),
            p("nNumberOfBytesToWrite", DWORD),
            p("lpNumberOfBytesWritten", OUT_DWORD),
            request()),
    CANCEL_IO("CancelIo", ReturnType.BOOL, Effect.CANCELS_REQUESTS, file()),
    GET_LAST_ERROR("GetLastError", ReturnType.ERROR_CODE, Effect.NONE),
    SET_LAST_ERROR(
            "SetLastError", ReturnType.VOID, Effect.NONE, p("dwErrCode", DWORD).as(Role.ERROR));

    private static final Map<String, ApiFunction> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(ApiFunction::functionName, Function.identity()));

    private final String functionName;
    private final ReturnType returnType;
    private final List<Parameter> parameters;
    private final Effect effect;
    private final int[] places = new int[Role.values().length];

    ApiFunction(String functionName, ReturnType returnType, Effect effect, Parameter... parameters) {
        this.functionName = functionName;
        this.returnType = returnType;
        this.effect = effect;
        this.parameters = List.of(parameters);
        Arrays.fill(places, -1);
        for (int i = 0; i < parameters.length; i++) {
            Role role = parameters[i].role();
            if (role != null && has(role)) {
                throw new IllegalArgumentException(functionName + " has two arguments in the role " + role);
            }
            if (role != null) {
                places[role.ordinal()] = i;
            }
        }
        effect.roles().forEach(this::at);
    }

    /** The function of that name, or null. */
    public static @Nullable ApiFunction named(String name) {
        return BY_NAME.get(name);
    }

    /** The name of the export, as in the SDK. */
    public String functionName() {
        return functionName;
    }

    public ReturnType returnType() {
        return returnType;
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    /** What a call does that others keep count of. */
    public Effect effect() {
        return effect;
    }

    /** Whether an argument has that role. */
    public boolean has(Role role) {
        return places[role.ordinal()] >= 0;
    }

    /**
     * The index of the argument of that role.
     *
     * @throws IllegalArgumentException if the function has none
     */
    public int at(Role role) {
        if (!has(role)) {
            throw new IllegalArgumentException(functionName + " has no argument in the role " + role);
        }
        return places[role.ordinal()];
    }

    /**
     * The index of the parameter of that name.
     *
     * @throws IllegalArgumentException if the function has none
     */
    public int at(String parameter) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(parameter)) {
                return i;
            }
        }
        throw new IllegalArgumentException(functionName + " has no parameter " + parameter);
    }

    /** Whether the function can keep its caller waiting. */
    public boolean canBlock() {
        return has(Role.TIMEOUT);
    }

    /** Whether the function ends a thread, which a JVM does not survive. */
    public boolean endsThread() {
        return effect == Effect.ENDS_CALLER || effect == Effect.ENDS_THREAD;
    }

    @Override
    public String toString() {
        return functionName;
    }

    private static Parameter p(String name, ParameterType type) {
        return new Parameter(name, type, null, null);
    }

    private static Parameter attributes(String name) {
        return p(name, POINTER).of(Layout.SECURITY_ATTRIBUTES);
    }

    private static Parameter handle(String name) {
        return p(name, ParameterType.HANDLE);
    }

    private static Parameter bool(String name) {
        return p(name, ParameterType.BOOL);
    }

    private static Parameter thread() {
        return handle("hThread").as(Role.THREAD);
    }

    private static Parameter object(String name) {
        return handle(name).as(Role.OBJECT);
    }

    private static Parameter file() {
        return handle("hFile").as(Role.FILE);
    }

    private static Parameter request() {
        return p("lpOverlapped", OVERLAPPED).as(Role.REQUEST);
    }

    private static Parameter awaited(String name) {
        return handle(name).as(Role.AWAITED);
    }

    private static Parameter timeout() {
        return p("dwMilliseconds", MILLISECONDS).as(Role.TIMEOUT);
    }

    private static Parameter alertable() {
        return bool("bAlertable").as(Role.ALERTABLE);
    }
}
