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
    private static final long MICROS_PER_MILLI = 1000;

    private TimerFunctions() {}

    static void tell(Win32Functions functions) {
        functions.put(ApiFunction.CREATE_WAITABLE_TIMER, TimerFunctions::create);
        functions.put(ApiFunction.CREATE_WAITABLE_TIMER_EX, TimerFunctions::createEx);
        functions.put(ApiFunction.SET_WAITABLE_TIMER, TimerFunctions::set);
        functions.put(ApiFunction.SET_WAITABLE_TIMER_EX, (process, call) -> set(process, call, true));
        functions.put(ApiFunction.CANCEL_WAITABLE_TIMER, TimerFunctions::cancel);
    }

    private static long create(Win32Process process, Win32Call call) {
        return process.open(create(process, call, call.flag("bManualReset")));
    }

    private static long createEx(Win32Process process, Win32Call call) {
        boolean manualReset = (call.dword("dwFlags") & CREATE_WAITABLE_TIMER_MANUAL_RESET) != 0;
        int access = process.handlePolicy().accessOfNewTimer(call.caller(), call.dword("dwDesiredAccess"));
        return process.open(create(process, call, manualReset), access);
    }

    private static KTimer create(Win32Process process, Win32Call call, boolean asked) {
        CreationPolicy policy = process.creationPolicy();
        boolean manualReset = policy.isManualResetTimer(call.caller(), call.function(), asked);
        return process.kernel().createTimer(manualReset, policy.isInitiallyExpired(call.caller()));
    }

    /** A machine that cannot be woken says so in the last error, and succeeds (TIMER-RESUME-1). */
    private static long set(Win32Process process, Win32Call call) {
        boolean wakes = call.flag("fResume");
        boolean refused = wakes && !process.argumentPolicy().takesResume(call.caller());
        long result = refused ? 0 : set(process, call, false);
        if (refused || wakes && result != 0) {
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
        if (!process.argumentPolicy().takesPeriod(call.caller(), period)) {
            return process.fail(call, NtStatus.INVALID_PARAMETER, 0);
        }
        KTimer.Setting setting = new KTimer.Setting(
                dueMicros(process, call, ex),
                Math.max(0, period) * MICROS_PER_MILLI,
                call.argument(Role.ROUTINE),
                call.argument(Role.DATA),
                ex);
        long result = process.result(call, kernel.setTimer(timer, setting, call.caller(), call.choice()));
        if (result != 0) {
            call.armed(timer);
        }
        return result;
    }

    private static long dueMicros(Win32Process process, Win32Call call, boolean ex) {
        long units = call.argument(Role.DUE_TIME);
        if (units == 0 && call.choice().choose(ChoicePoint.DUE_TIME_ZERO, 2) == 1) {
            return Deadline.NEVER;
        }
        Kernel kernel = process.kernel();
        long delay = ex ? call.number("TolerableDelay") : 0;
        long left = process.argumentPolicy().microsToGo(call.caller(), units, kernel.utcMicros(), delay);
        if (left == Deadline.NEVER) {
            return Deadline.NEVER;
        }
        long now = kernel.nowMicros();
        return left >= Deadline.NEVER - now ? Deadline.NEVER - 1 : now + Math.max(0, left);
    }

    private static long cancel(Win32Process process, Win32Call call) {
        if (process.find(call, call.argument(Role.OBJECT), KTimer.class, Purpose.MODIFY_TIMER)
                instanceof KTimer timer) {
            int status = process.kernel().cancelTimer(timer, call.caller(), call.choice());
            return process.result(call, status);
        }
        return 0;
    }
}
