package org.apctck.reference.fault;

import java.util.List;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.win32.CreationPolicy;
import org.apctck.reference.win32.HandlePolicy;
import org.apctck.reference.win32.HandlePolicy.Purpose;
import org.apctck.reference.win32.ResultPolicy;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Effect;

/** Faults of new timers and of handles to timers. */
final class TimerHandleFaults {
    private static final int TIMER_ALL_ACCESS = 0x1F_0003;

    /** The last error of a call that was given no handle, or one of another object. */
    private static final int INVALID_HANDLE = 6;

    static final List<Fault> ALL = List.of(
            new Fault("TIMER-INITIALLY-SIGNALED", "a new timer is signaled", new CreationPolicy() {
                @Override
                public boolean isInitiallyExpired(KThread caller) {
                    return true;
                }
            }),
            new Fault(
                    "CREATE-TIMER-EX-ALWAYS-MANUAL",
                    "CreateWaitableTimerExW makes manual-reset timers only",
                    new CreationPolicy() {
                        @Override
                        public boolean isManualResetTimer(KThread caller, ApiFunction function, boolean asked) {
                            return asked || function == ApiFunction.CREATE_WAITABLE_TIMER_EX;
                        }
                    }),
            new Fault(
                    "CREATE-TIMER-EX-ALWAYS-SYNC",
                    "CreateWaitableTimerExW makes synchronization timers only",
                    new CreationPolicy() {
                        @Override
                        public boolean isManualResetTimer(KThread caller, ApiFunction function, boolean asked) {
                            return asked && function != ApiFunction.CREATE_WAITABLE_TIMER_EX;
                        }
                    }),
            new Fault(
                    "CREATE-TIMER-EX-ALL-ACCESS",
                    "the handle that CreateWaitableTimerExW returns has every right",
                    new HandlePolicy() {
                        @Override
                        public int accessOfNewTimer(KThread caller, int asked) {
                            return asked | TIMER_ALL_ACCESS;
                        }
                    }),
            new Fault(
                    "TIMER-WITHOUT-ACCESS",
                    "setting and canceling a timer ask for no access right",
                    new HandlePolicy() {
                        @Override
                        public int access(KThread caller, Purpose purpose) {
                            return purpose == Purpose.MODIFY_TIMER ? 0 : super.access(caller, purpose);
                        }
                    }),
            new Fault(
                            "TIMER-WANTS-MORE-ACCESS",
                            "setting and canceling a timer ask for every right",
                            new HandlePolicy() {
                                @Override
                                public int access(KThread caller, Purpose purpose) {
                                    return purpose == Purpose.MODIFY_TIMER
                                            ? TIMER_ALL_ACCESS
                                            : super.access(caller, purpose);
                                }
                            })
                    .breaking("TIMER-ACCESS-1"),
            new Fault(
                    "TIMER-TAKES-ANY-HANDLE",
                    "what is no timer is set and canceled with success and without effect",
                    new ResultPolicy() {
                        @Override
                        public long answer(KThread caller, ApiFunction function, long value) {
                            boolean isOfTimers =
                                    function.effect() == Effect.ARMS_TIMER || function.effect() == Effect.DISARMS_TIMER;
                            return isOfTimers && value == 0 && caller.local() == INVALID_HANDLE ? 1 : value;
                        }
                    }));

    private TimerHandleFaults() {}
}
