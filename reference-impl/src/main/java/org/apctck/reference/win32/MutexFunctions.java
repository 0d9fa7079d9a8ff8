package org.apctck.reference.win32;

import org.apctck.reference.kernel.KMutex;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.win32.HandlePolicy.Purpose;
import org.apctck.spec.api.ApiFunction;

/** Mutexes. */
final class MutexFunctions {
    private MutexFunctions() {}

    static void tell(Win32Functions functions) {
        functions.put(ApiFunction.CREATE_MUTEX, MutexFunctions::create);
        functions.put(ApiFunction.RELEASE_MUTEX, (process, call) -> release(process, call, call.number("hMutex")));
    }

    private static long create(Win32Process process, Win32Call call) {
        Kernel kernel = process.kernel();
        KMutex mutex = kernel.createMutex();
        if (process.creationPolicy().isInitiallyOwned(call.caller(), call.flag("bInitialOwner"))) {
            int[] taken = {mutex.id()};
            kernel.wait(call.caller(), taken, false, false, kernel.nowMicros(), call.choice());
        }
        return process.open(mutex);
    }

    /** 288 if the caller does not own it. */
    static long release(Win32Process process, Win32Call call, long handle) {
        return process.find(call, handle, KMutex.class, Purpose.RELEASE_MUTEX) instanceof KMutex mutex
                ? process.result(call, process.kernel().releaseMutex(mutex, call.caller(), call.choice()))
                : 0;
    }
}
