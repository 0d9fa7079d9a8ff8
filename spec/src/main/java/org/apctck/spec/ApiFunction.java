package org.apctck.spec;

import static org.apctck.spec.ParameterType.APC_ROUTINE;
import static org.apctck.spec.ParameterType.DWORD;
import static org.apctck.spec.ParameterType.HANDLES;
import static org.apctck.spec.ParameterType.LONG;
import static org.apctck.spec.ParameterType.MILLISECONDS;
import static org.apctck.spec.ParameterType.OUT_DWORD;
import static org.apctck.spec.ParameterType.OUT_EXIT_CODE;
import static org.apctck.spec.ParameterType.OUT_HANDLE;
import static org.apctck.spec.ParameterType.OUT_THREAD_ID;
import static org.apctck.spec.ParameterType.POINTER;
import static org.apctck.spec.ParameterType.SIZE;
import static org.apctck.spec.ParameterType.THREAD_ROUTINE;
import static org.apctck.spec.ParameterType.ULONG_PTR;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The functions of the Windows API that a program can call, with their C signatures as data.
 *
 * <p>An adapter derives its mapping from the signature, so a new function needs one constant here and its meaning in the
 * reference; the compiler names the place, since switches over this enum are exhaustive.
 */
public enum ApiFunction {
    CREATE_THREAD(
            "CreateThread",
            ReturnType.HANDLE,
            p("lpThreadAttributes", POINTER),
            p("dwStackSize", SIZE),
            p("lpStartAddress", THREAD_ROUTINE),
            p("lpParameter", ULONG_PTR),
            p("dwCreationFlags", DWORD),
            p("lpThreadId", OUT_THREAD_ID)),
    RESUME_THREAD("ResumeThread", ReturnType.SUSPEND_COUNT, handle("hThread")),
    SUSPEND_THREAD("SuspendThread", ReturnType.SUSPEND_COUNT, handle("hThread")),
    EXIT_THREAD("ExitThread", ReturnType.VOID, p("dwExitCode", DWORD)),
    TERMINATE_THREAD("TerminateThread", ReturnType.BOOL, handle("hThread"), p("dwExitCode", DWORD)),
    GET_EXIT_CODE_THREAD("GetExitCodeThread", ReturnType.BOOL, handle("hThread"), p("lpExitCode", OUT_EXIT_CODE)),
    GET_CURRENT_THREAD_ID("GetCurrentThreadId", ReturnType.THREAD_ID),
    GET_CURRENT_THREAD("GetCurrentThread", ReturnType.HANDLE),
    GET_CURRENT_PROCESS("GetCurrentProcess", ReturnType.HANDLE),
    OPEN_THREAD(
            "OpenThread",
            ReturnType.HANDLE,
            p("dwDesiredAccess", DWORD),
            bool("bInheritHandle"),
            p("dwThreadId", ParameterType.THREAD_ID)),
    DUPLICATE_HANDLE(
            "DuplicateHandle",
            ReturnType.BOOL,
            handle("hSourceProcessHandle"),
            handle("hSourceHandle"),
            handle("hTargetProcessHandle"),
            p("lpTargetHandle", OUT_HANDLE),
            p("dwDesiredAccess", DWORD),
            bool("bInheritHandle"),
            p("dwOptions", DWORD)),
    CLOSE_HANDLE("CloseHandle", ReturnType.BOOL, handle("hObject")),
    QUEUE_USER_APC(
            "QueueUserAPC", ReturnType.NONZERO, p("pfnAPC", APC_ROUTINE), handle("hThread"), p("dwData", ULONG_PTR)),
    SLEEP("Sleep", ReturnType.VOID, millis()),
    SLEEP_EX("SleepEx", ReturnType.SLEEP, millis(), bool("bAlertable")),
    WAIT_FOR_SINGLE_OBJECT("WaitForSingleObject", ReturnType.WAIT, handle("hHandle"), millis()),
    WAIT_FOR_SINGLE_OBJECT_EX(
            "WaitForSingleObjectEx", ReturnType.WAIT, handle("hHandle"), millis(), bool("bAlertable")),
    WAIT_FOR_MULTIPLE_OBJECTS(
            "WaitForMultipleObjects",
            ReturnType.WAIT,
            p("nCount", DWORD),
            p("lpHandles", HANDLES),
            bool("bWaitAll"),
            millis()),
    WAIT_FOR_MULTIPLE_OBJECTS_EX(
            "WaitForMultipleObjectsEx",
            ReturnType.WAIT,
            p("nCount", DWORD),
            p("lpHandles", HANDLES),
            bool("bWaitAll"),
            millis(),
            bool("bAlertable")),
    SIGNAL_OBJECT_AND_WAIT(
            "SignalObjectAndWait",
            ReturnType.WAIT,
            handle("hObjectToSignal"),
            handle("hObjectToWaitOn"),
            millis(),
            bool("bAlertable")),
    CREATE_EVENT(
            "CreateEventW",
            ReturnType.HANDLE,
            p("lpEventAttributes", POINTER),
            bool("bManualReset"),
            bool("bInitialState"),
            p("lpName", POINTER)),
    SET_EVENT("SetEvent", ReturnType.BOOL, handle("hEvent")),
    RESET_EVENT("ResetEvent", ReturnType.BOOL, handle("hEvent")),
    PULSE_EVENT("PulseEvent", ReturnType.BOOL, handle("hEvent")),
    CREATE_MUTEX(
            "CreateMutexW",
            ReturnType.HANDLE,
            p("lpMutexAttributes", POINTER),
            bool("bInitialOwner"),
            p("lpName", POINTER)),
    RELEASE_MUTEX("ReleaseMutex", ReturnType.BOOL, handle("hMutex")),
    CREATE_SEMAPHORE(
            "CreateSemaphoreW",
            ReturnType.HANDLE,
            p("lpSemaphoreAttributes", POINTER),
            p("lInitialCount", LONG),
            p("lMaximumCount", LONG),
            p("lpName", POINTER)),
    RELEASE_SEMAPHORE(
            "ReleaseSemaphore",
            ReturnType.BOOL,
            handle("hSemaphore"),
            p("lReleaseCount", LONG),
            p("lpPreviousCount", OUT_DWORD)),
    GET_LAST_ERROR("GetLastError", ReturnType.ERROR_CODE),
    SET_LAST_ERROR("SetLastError", ReturnType.VOID, p("dwErrCode", DWORD));

    private static final Map<String, ApiFunction> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(ApiFunction::functionName, Function.identity()));

    private final String functionName;
    private final ReturnType returnType;
    private final List<Parameter> parameters;
    private final int timeoutIndex;
    private final int alertableIndex;

    ApiFunction(String functionName, ReturnType returnType, Parameter... parameters) {
        this.functionName = functionName;
        this.returnType = returnType;
        this.parameters = List.of(parameters);
        this.timeoutIndex = indexOf("dwMilliseconds");
        this.alertableIndex = indexOf("bAlertable");
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

    /** The index of the time-out among the parameters, or -1 for a function that cannot block. */
    public int timeoutIndex() {
        return timeoutIndex;
    }

    /** The index of the alertable flag among the parameters, or -1 for a function that is never alertable. */
    public int alertableIndex() {
        return alertableIndex;
    }

    /** Whether the function can keep its caller waiting. */
    public boolean canBlock() {
        return timeoutIndex >= 0;
    }

    /** Whether the function ends a thread, which a JVM does not survive. */
    public boolean endsThread() {
        return this == EXIT_THREAD || this == TERMINATE_THREAD;
    }

    @Override
    public String toString() {
        return functionName;
    }

    private int indexOf(String parameter) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(parameter)) {
                return i;
            }
        }
        return -1;
    }

    private static Parameter p(String name, ParameterType type) {
        return new Parameter(name, type);
    }

    private static Parameter handle(String name) {
        return p(name, ParameterType.HANDLE);
    }

    private static Parameter bool(String name) {
        return p(name, ParameterType.BOOL);
    }

    private static Parameter millis() {
        return p("dwMilliseconds", MILLISECONDS);
    }
}
