package org.apctck.reference.win32;

import org.apctck.reference.kernel.DispatcherObject;
import org.apctck.reference.kernel.KProcess;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.win32.HandlePolicy.Purpose;
import org.apctck.spec.api.ApiFunction;

/** Handles, whatever they stand for. */
final class HandleFunctions {
    private static final int DUPLICATE_CLOSE_SOURCE = 1;
    private static final int DUPLICATE_SAME_ACCESS = 2;

    private HandleFunctions() {}

    static void tell(Win32Functions functions) {
        functions.put(ApiFunction.GET_CURRENT_PROCESS, (process, call) -> Win32Process.CURRENT_PROCESS);
        functions.put(ApiFunction.DUPLICATE_HANDLE, HandleFunctions::duplicate);
        functions.put(ApiFunction.CLOSE_HANDLE, (process, call) -> close(process, call, call.number("hObject")));
    }

    private static long duplicate(Win32Process process, Win32Call call) {
        long source = call.number("hSourceHandle");
        if (process.find(call, call.number("hSourceProcessHandle"), KProcess.class, Purpose.DUPLICATE_IN) == null) {
            return 0;
        }
        DispatcherObject object = process.find(call, source, DispatcherObject.class, Purpose.DUPLICATE);
        if (object == null) {
            return 0;
        }
        process.kernel().hold(object); // the handle that is closed may be its last
        try {
            return duplicate(process, call, source, object);
        } finally {
            process.kernel().drop(object);
        }
    }

    private static long duplicate(Win32Process process, Win32Call call, long source, DispatcherObject object) {
        int options = call.dword("dwOptions");
        int access = call.dword("dwDesiredAccess");
        boolean same = (options & DUPLICATE_SAME_ACCESS) != 0;
        int asked = object instanceof KThread ? Access.grantedForThread(access) : access;
        int granted = same ? process.accessOf(source) : asked;
        if ((options & DUPLICATE_CLOSE_SOURCE) != 0) {
            close(process, call, source); // also if the rest fails, as the page says of the flag
        }
        if (process.find(call, call.number("hTargetProcessHandle"), KProcess.class, Purpose.DUPLICATE_IN) == null) {
            return 0;
        }
        boolean pseudo =
                source == Win32Process.CURRENT_THREAD && !process.handlePolicy().duplicatesThread(call.caller());
        call.write("lpTargetHandle", pseudo ? source : process.open(object, granted));
        return 1;
    }

    /** Closing a pseudo handle has no effect. */
    private static long close(Win32Process process, Win32Call call, long handle) {
        if (Win32Process.isPseudoHandle(handle)) {
            return 1;
        }
        return process.close(handle, call.choice()) ? 1 : process.fail(call, NtStatus.INVALID_HANDLE, 0);
    }
}
