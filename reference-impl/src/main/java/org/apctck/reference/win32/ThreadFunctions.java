package org.apctck.reference.win32;

import org.apctck.reference.kernel.ChoicePoint;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.UserApc;
import org.apctck.reference.win32.HandlePolicy.Purpose;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Role;
import org.jspecify.annotations.Nullable;

/** Threads and what is queued to them. */
final class ThreadFunctions {
    private static final int CREATE_SUSPENDED = 4;
    private static final long FAILED = 0xFFFF_FFFFL;

    private ThreadFunctions() {}

    static void tell(Win32Functions functions) {
        functions.put(ApiFunction.CREATE_THREAD, ThreadFunctions::create);
        functions.put(ApiFunction.OPEN_THREAD, ThreadFunctions::open);
        functions.put(ApiFunction.RESUME_THREAD, ThreadFunctions::resume);
        functions.put(ApiFunction.SUSPEND_THREAD, ThreadFunctions::suspend);
        functions.put(ApiFunction.EXIT_THREAD, ThreadFunctions::exit);
        functions.put(ApiFunction.TERMINATE_THREAD, ThreadFunctions::terminate);
        functions.put(ApiFunction.GET_EXIT_CODE_THREAD, ThreadFunctions::getExitCode);
        functions.put(ApiFunction.GET_CURRENT_THREAD, (process, call) -> Win32Process.CURRENT_THREAD);
        functions.put(ApiFunction.GET_CURRENT_THREAD_ID, (process, call) -> Win32Process.threadId(call.caller()));
        functions.put(ApiFunction.SWITCH_TO_THREAD, ThreadFunctions::switchToThread);
        functions.put(ApiFunction.QUEUE_USER_APC, ThreadFunctions::queueUserApc);
    }

    /** The driver lets the thread begin. */
    private static long create(Win32Process process, Win32Call call) {
        KThread thread = process.kernel().createThread((call.dword("dwCreationFlags") & CREATE_SUSPENDED) != 0);
        long handle = process.open(thread, process.handlePolicy().accessOfNewThread(call.caller()));
        call.write("lpThreadId", Win32Process.threadId(thread));
        call.created(thread);
        return handle;
    }

    /** 87 for an id that is not that of a thread. */
    private static long open(Win32Process process, Win32Call call) {
        KThread thread = process.threadOfId(call.number("dwThreadId"));
        return thread == null
                ? process.fail(call, NtStatus.INVALID_PARAMETER, 0)
                : process.open(thread, Access.grantedForThread(call.dword("dwDesiredAccess")));
    }

    private static long resume(Win32Process process, Win32Call call) {
        KThread thread = target(process, call, Purpose.RESUME);
        return thread == null ? FAILED : count(process, call, process.kernel().resume(thread, call.choice()));
    }

    private static long suspend(Win32Process process, Win32Call call) {
        KThread thread = target(process, call, Purpose.SUSPEND);
        return thread == null
                ? FAILED
                : count(process, call, process.kernel().suspend(thread, call.caller(), call.choice()));
    }

    private static long exit(Win32Process process, Win32Call call) {
        process.kernel().end(call.caller(), call.dword("dwExitCode"), call.choice());
        return 0;
    }

    private static long terminate(Win32Process process, Win32Call call) {
        KThread thread = target(process, call, Purpose.TERMINATE);
        if (thread == null) {
            return 0;
        }
        process.kernel().terminate(thread, call.caller(), call.dword("dwExitCode"), call.choice());
        return 1;
    }

    private static long getExitCode(Win32Process process, Win32Call call) {
        if (process.find(call, call.number("hThread"), KThread.class, Purpose.QUERY) instanceof KThread thread) {
            call.write("lpExitCode", process.resultPolicy().exitCodeTold(call.caller(), thread) & FAILED);
            return 1;
        }
        return 0;
    }

    /** Whether another thread was ready on the processor of the caller is nothing that a program controls. No APC runs. */
    private static long switchToThread(Win32Process process, Win32Call call) {
        return call.choice().choose(ChoicePoint.CHANCE, 2);
    }

    /** 31 for a thread that has ended. Without a routine nothing is queued: 0 and 87, or nonzero, as it is read (QUEUE-NULLFN-1). */
    private static long queueUserApc(Win32Process process, Win32Call call) {
        Kernel kernel = process.kernel();
        KThread thread = target(process, call, Purpose.QUEUE_APC);
        if (thread == null) {
            return 0;
        }
        long routine = call.number("pfnAPC");
        if (routine == 0) {
            return call.choice().choose(ChoicePoint.NULL_ROUTINE, 2) == 0
                    ? process.fail(call, NtStatus.INVALID_PARAMETER, 0)
                    : 1;
        }
        UserApc apc = process.argumentPolicy().queued(call.caller(), new UserApc(routine, call.number("dwData")));
        KThread receiver = process.argumentPolicy().receiver(call.caller(), thread);
        long result = process.result(call, kernel.queueUserApc(receiver, apc, call.choice()));
        if (result != 0) {
            call.queued(receiver, apc);
        }
        return result;
    }

    private static @Nullable KThread target(Win32Process process, Win32Call call, Purpose purpose) {
        return (KThread) process.find(call, call.argument(Role.THREAD), KThread.class, purpose);
    }

    /** A suspend count, or 0xFFFFFFFF. */
    private static long count(Win32Process process, Win32Call call, int status) {
        // With a fault a count may be below zero, and no status: -1 reads as a failure without a last error then.
        return NtStatus.isError(status) && status != -1 ? process.fail(call, status, FAILED) : status & FAILED;
    }
}
