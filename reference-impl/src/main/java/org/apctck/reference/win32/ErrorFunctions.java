package org.apctck.reference.win32;

import org.apctck.spec.api.ApiFunction;

/** The last error of a thread. */
final class ErrorFunctions {
    private ErrorFunctions() {}

    static void tell(Win32Functions functions) {
        functions.put(ApiFunction.GET_LAST_ERROR, (process, call) -> process.getLastError(call.caller()));
        functions.put(ApiFunction.SET_LAST_ERROR, (process, call) -> {
            process.setLastError(call.caller(), call.dword("dwErrCode"));
            return 0;
        });
    }
}
