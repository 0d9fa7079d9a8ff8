package org.apctck.reference.win32;

import java.util.Arrays;
import org.apctck.reference.kernel.ChoicePoint;
import org.apctck.reference.kernel.Deadline;
import org.apctck.reference.kernel.DispatcherObject;
import org.apctck.reference.kernel.KEvent;
import org.apctck.reference.kernel.KMutex;
import org.apctck.reference.kernel.KSemaphore;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.win32.HandlePolicy.Purpose;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Role;
import org.jspecify.annotations.Nullable;

/** Waits, alertable or not: what one Ex function does is what its plain twin does with an argument less. */
final class WaitFunctions {
    private static final long FAILED = 0xFFFF_FFFFL;
    private static final int[] NO_OBJECTS = {};

    private WaitFunctions() {}

    static void tell(Win32Functions functions) {
        functions.put(ApiFunction.SLEEP, WaitFunctions::sleep);
        functions.put(ApiFunction.SLEEP_EX, WaitFunctions::sleep);
        functions.put(ApiFunction.WAIT_FOR_SINGLE_OBJECT, WaitFunctions::waitForOne);
        functions.put(ApiFunction.WAIT_FOR_SINGLE_OBJECT_EX, WaitFunctions::waitForOne);
        functions.put(ApiFunction.WAIT_FOR_MULTIPLE_OBJECTS, WaitFunctions::waitForSeveral);
        functions.put(ApiFunction.WAIT_FOR_MULTIPLE_OBJECTS_EX, WaitFunctions::waitForSeveral);
        functions.put(ApiFunction.SIGNAL_OBJECT_AND_WAIT, WaitFunctions::signal, WaitFunctions::waitForKept);
    }

    private static long sleep(Win32Process process, Win32Call call) {
        wait(process, call, NO_OBJECTS, false);
        return Win32Process.WAITING;
    }

    private static long waitForOne(Win32Process process, Win32Call call) {
        return wait(process, call, new long[] {call.argument(Role.AWAITED)}, false);
    }

    /**
     * 87 for no object or more than 64. What no page says is a reading: whether it takes a pseudo handle
     * (RETURN-WFMO-PSEUDO-1), and whether an object may stand twice in a wait for all (RETURN-WFMO-TWICE-1).
     */
    private static long waitForSeveral(Win32Process process, Win32Call call) {
        long[] handles = call.handles();
        if (!process.argumentPolicy().takesHandles(call.caller(), handles.length)) {
            return process.fail(call, NtStatus.INVALID_PARAMETER, FAILED);
        }
        boolean refused = Arrays.stream(handles).anyMatch(handle -> isRefusedAmongSeveral(process, call, handle))
                || Arrays.stream(handles).anyMatch(Win32Process::isPseudoHandle)
                        && call.choice().choose(ChoicePoint.PSEUDO_HANDLE_AMONG_SEVERAL, 2) == 1;
        return refused
                ? process.fail(call, NtStatus.INVALID_HANDLE, FAILED)
                : wait(process, call, handles, call.argument(Role.ALL) != 0);
    }

    private static boolean isRefusedAmongSeveral(Win32Process process, Win32Call call, long handle) {
        DispatcherObject object = process.object(handle);
        return object != null && !process.argumentPolicy().takesAmongSeveral(call.caller(), object);
    }

    /** The second act of SignalObjectAndWait. Its object was found by the first: its handle may be closed by now. */
    private static long waitForKept(Win32Process process, Win32Call call) {
        wait(process, call, new int[] {call.kept()}, false);
        process.kernel().drop(process.kernel().object(call.kept()));
        return Win32Process.WAITING;
    }

    /** The first act of SignalObjectAndWait: finds both objects and signals the first. */
    private static long signal(Win32Process process, Win32Call call) {
        long handle = call.argument(Role.OBJECT);
        DispatcherObject toSignal = process.find(call, handle, DispatcherObject.class, Purpose.SIGNAL);
        if (toSignal == null) {
            return FAILED;
        }
        DispatcherObject waited = findWaited(process, call, call.argument(Role.AWAITED));
        if (waited == null) {
            return FAILED;
        }
        boolean follows = !process.signalWaitPolicy()
                        .signals(call.caller(), toSignal, process.kernel().hasUserApc(call.caller()))
                || signal(process, call, handle, toSignal) != 0
                || process.signalWaitPolicy().waitsUnsignaled(call.caller(), toSignal);
        if (!follows) {
            return FAILED;
        }
        process.kernel().hold(waited);
        call.keep(waited.id());
        return Win32Process.BETWEEN;
    }

    private static long signal(Win32Process process, Win32Call call, long handle, DispatcherObject toSignal) {
        if (toSignal instanceof KEvent) {
            return EventFunctions.set(process, call, handle);
        }
        if (toSignal instanceof KMutex) {
            return MutexFunctions.release(process, call, handle);
        }
        return toSignal instanceof KSemaphore
                ? SemaphoreFunctions.signal(process, call, handle)
                : process.fail(call, NtStatus.OBJECT_TYPE_MISMATCH, 0);
    }

    /** What is waited for, or null with the last error set. */
    private static @Nullable DispatcherObject findWaited(Win32Process process, Win32Call call, long handle) {
        DispatcherObject object = process.find(call, handle, DispatcherObject.class, Purpose.WAIT);
        if (object != null && !process.argumentPolicy().isWaitable(call.caller(), object)) {
            process.fail(call, NtStatus.INVALID_HANDLE, FAILED);
            return null;
        }
        return object;
    }

    private static long wait(Win32Process process, Win32Call call, long[] handles, boolean all) {
        int[] objects = new int[handles.length];
        for (int i = 0; i < handles.length; i++) {
            DispatcherObject object = findWaited(process, call, handles[i]);
            if (object == null) {
                return FAILED;
            }
            objects[i] = object.id();
        }
        if (all && Arrays.stream(objects).distinct().count() < objects.length) {
            if (call.choice().choose(ChoicePoint.OBJECT_TWICE_IN_WAIT_FOR_ALL, 2) == 0) {
                return process.fail(call, NtStatus.INVALID_PARAMETER, FAILED);
            }
            objects = Arrays.stream(objects).distinct().toArray();
        }
        wait(process, call, objects, all);
        return Win32Process.WAITING;
    }

    private static void wait(Win32Process process, Win32Call call, int[] objects, boolean all) {
        long millis = process.argumentPolicy().timeoutMillis(call.caller(), call.argument(Role.TIMEOUT));
        long deadline = Deadline.after(process.kernel().nowMicros(), millis);
        process.kernel().wait(call.caller(), objects, all, call.isAlertable(), deadline, call.choice());
    }
}
