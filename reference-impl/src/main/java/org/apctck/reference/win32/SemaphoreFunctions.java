package org.apctck.reference.win32;

import org.apctck.reference.kernel.KSemaphore;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.win32.HandlePolicy.Purpose;
import org.apctck.spec.api.ApiFunction;

/** Semaphores. */
final class SemaphoreFunctions {
    private SemaphoreFunctions() {}

    static void tell(Win32Functions functions) {
        functions.put(ApiFunction.CREATE_SEMAPHORE, SemaphoreFunctions::create);
        functions.put(ApiFunction.RELEASE_SEMAPHORE, SemaphoreFunctions::release);
    }

    /** 87 for a maximum below 1 or a count outside 0 to the maximum. */
    private static long create(Win32Process process, Win32Call call) {
        int count = call.dword("lInitialCount");
        int maximum = call.dword("lMaximumCount");
        if (!process.creationPolicy().takesCounts(call.caller(), count, maximum)) {
            return process.fail(call, NtStatus.INVALID_PARAMETER, 0);
        }
        int initially = process.creationPolicy().initialCount(call.caller(), count);
        int atMost = process.creationPolicy().maximumCount(call.caller(), maximum);
        return process.open(process.kernel().createSemaphore(initially, atMost));
    }

    /** 87 or 298 with nothing changed. */
    private static long release(Win32Process process, Win32Call call) {
        if (process.find(call, call.number("hSemaphore"), KSemaphore.class, Purpose.RELEASE_SEMAPHORE)
                instanceof KSemaphore semaphore) {
            int more = call.dword("lReleaseCount");
            int before = semaphore.count();
            long result = raise(process, call, semaphore, more);
            if (result != 0) {
                call.write("lpPreviousCount", process.resultPolicy().previousCount(call.caller(), before, more));
            }
            return result;
        }
        return 0;
    }

    /** Releases as many units as SignalObjectAndWait does. */
    static long signal(Win32Process process, Win32Call call, long handle) {
        return process.find(call, handle, KSemaphore.class, Purpose.RELEASE_SEMAPHORE) instanceof KSemaphore semaphore
                ? raise(process, call, semaphore, process.signalWaitPolicy().unitsToRelease(call.caller()))
                : 0;
    }

    private static long raise(Win32Process process, Win32Call call, KSemaphore semaphore, int more) {
        return process.result(call, process.kernel().releaseSemaphore(semaphore, more, call.choice()));
    }
}
