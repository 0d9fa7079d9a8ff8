package org.apctck.reference.win32;

import org.apctck.reference.kernel.ChoicePoint;
import org.apctck.reference.kernel.Deadline;
import org.apctck.reference.kernel.KTimer;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.win32.HandlePolicy.Purpose;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Role;

/** Waitable timers. */
final class TimerFunctions {
    private static final int CREATE_WAITABLE_TIMER_MANUAL_RESET = 1;
    /** The unit of due times is 100 ns. */
    private static final int UNITS_PER_MICRO = 10;

    private static final long MICROS_PER_MILLI = 1000;

    private TimerFunctions() {}

    static void tell(Win32Functions functions) {
        functions.put(
                ApiFunction.CREATE_WAITABLE_TIMER,
                (process, call) -> process.open(process.kernel().createTimer(call.flag("bManualReset"))));
        functions.put(ApiFunction.CREATE_WAITABLE_TIMER_EX, TimerFunctions::createEx);
        functions.put(ApiFunction.SET_WAITABLE_TIMER, TimerFunctions::set);
        functions.put(ApiFunction.SET_WAITABLE_TIMER_EX, (process, call) -> set(process, call, true));
        functions.put(ApiFunction.CANCEL_WAITABLE_TIMER, TimerFunctions::cancel);
    }

    private static long createEx(Win32Process process, Win32Call call) {
        boolean manualReset = (call.dword("dwFlags") & CREATE_WAITABLE_TIMER_MANUAL_RESET) != 0;
        return process.open(process.kernel().createTimer(manualReset), call.dword("dwDesiredAccess"));
    }

    /** A machine that cannot be woken says so in the last error, and succeeds (TIMER-RESUME-1). */
    private static long set(Win32Process process, Win32Call call) {
        long result = set(process, call, false);
        if (result != 0 && call.flag("fResume")) {
            process.setLastError(call.caller(), Win32Error.NOT_SUPPORTED);
        }
        return result;
    }

    private static long set(Win32Process process, Win32Call call, boolean ex) {
        Kernel kernel = process.kernel();
        if (!(process.find(call, call.argument(Role.OBJECT), KTimer.class, Purpose.MODIFY_TIMER)
                instanceof KTimer timer)) {
            return 0;
        }
        int period = (int) call.argument(Role.PERIOD);
        if (!process.timerPolicy().takesPeriod(kernel, period)) {
            return process.fail(call, NtStatus.INVALID_PARAMETER, 0);
        }
        KTimer.Setting setting = new KTimer.Setting(
                dueMicros(kernel, call),
                period * MICROS_PER_MILLI,
                call.argument(Role.ROUTINE),
                call.argument(Role.DATA),
                ex);
        long result = process.result(call, kernel.setTimer(timer, setting, call.caller(), call.choice()));
        if (result != 0) {
            call.armed(timer);
        }
        return result;
    }

    /** When a timer is due: negative counts from now, positive is a time of day (TIMER-RELATIVE-1, TIMER-ABSOLUTE-1). */
    private static long dueMicros(Kernel kernel, Win32Call call) {
        long units = call.argument(Role.DUE_TIME);
        if (units == 0 && call.choice().choose(ChoicePoint.DUE_TIME_ZERO, 2) == 1) {
            return Deadline.NEVER;
        }
        long left = units > 0 ? units / UNITS_PER_MICRO - kernel.utcMicros() : -(units / UNITS_PER_MICRO);
        long now = kernel.nowMicros();
        return left >= Deadline.NEVER - now ? Deadline.NEVER - 1 : now + Math.max(0, left);
    }

    private static long cancel(Win32Process process, Win32Call call) {
        if (process.find(call, call.argument(Role.OBJECT), KTimer.class, Purpose.MODIFY_TIMER)
                instanceof KTimer timer) {
            process.kernel().cancelTimer(timer, call.caller());
            return 1;
        }
        return 0;
    }
}
