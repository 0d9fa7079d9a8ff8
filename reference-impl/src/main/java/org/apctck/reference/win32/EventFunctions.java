package org.apctck.reference.win32;

import org.apctck.reference.kernel.KEvent;
import org.apctck.reference.win32.HandlePolicy.Purpose;
import org.apctck.spec.api.ApiFunction;

/** Events. */
final class EventFunctions {
    private EventFunctions() {}

    static void tell(Win32Functions functions) {
        functions.put(ApiFunction.CREATE_EVENT, EventFunctions::create);
        functions.put(ApiFunction.SET_EVENT, (process, call) -> set(process, call, call.number("hEvent")));
        functions.put(ApiFunction.RESET_EVENT, EventFunctions::reset);
        functions.put(ApiFunction.PULSE_EVENT, EventFunctions::pulse);
    }

    private static long create(Win32Process process, Win32Call call) {
        boolean manualReset = process.creationPolicy().isManualReset(call.caller(), call.flag("bManualReset"));
        boolean signaled = process.creationPolicy().isInitiallySignaled(call.caller(), call.flag("bInitialState"));
        return process.open(process.kernel().createEvent(manualReset, signaled));
    }

    static long set(Win32Process process, Win32Call call, long handle) {
        if (process.find(call, handle, KEvent.class, Purpose.MODIFY_EVENT) instanceof KEvent event) {
            process.kernel().setEvent(event, call.choice());
            return 1;
        }
        return 0;
    }

    private static long reset(Win32Process process, Win32Call call) {
        if (process.find(call, call.number("hEvent"), KEvent.class, Purpose.MODIFY_EVENT) instanceof KEvent event) {
            process.kernel().resetEvent(event);
            return 1;
        }
        return 0;
    }

    private static long pulse(Win32Process process, Win32Call call) {
        if (process.find(call, call.number("hEvent"), KEvent.class, Purpose.MODIFY_EVENT) instanceof KEvent event) {
            process.kernel().pulseEvent(event, call.choice());
            return 1;
        }
        return 0;
    }
}
