package org.apctck.reference.fault;

import java.util.List;
import java.util.stream.IntStream;
import org.apctck.reference.kernel.DispatcherObject;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.KTimer;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.TimerPolicy;
import org.apctck.reference.kernel.Wait;
import org.apctck.reference.kernel.WaitPolicy;
import org.apctck.reference.win32.ArgumentPolicy;

/** Faults of timers as objects: when one is signaled, and whom it releases. */
final class TimerStateFaults {
    static final List<Fault> ALL = List.of(
            new Fault(
                    "TIMER-SIGNALED-BY-ROUTINE",
                    "a timer with a routine is signaled when the routine begins",
                    new TimerPolicy() {
                        @Override
                        public boolean isSignaledByExpiry(Kernel kernel, KTimer timer) {
                            return !timer.hasRoutine();
                        }

                        @Override
                        public boolean isSignaledWhenRoutineBegins(Kernel kernel, KTimer timer, boolean before) {
                            return true;
                        }
                    }),
            new Fault("TIMER-NEVER-SIGNALED", "a timer that expires is not signaled", new TimerPolicy() {
                        @Override
                        public boolean isSignaledByExpiry(Kernel kernel, KTimer timer) {
                            return false;
                        }
                    })
                    .breaking("TIMER-SIGNAL-BEFORE-APC-1"),
            new Fault(
                    "TIMER-NULL-ROUTINE-NOT-SIGNALED", "a timer without a routine is not signaled", new TimerPolicy() {
                        @Override
                        public boolean isSignaledByExpiry(Kernel kernel, KTimer timer) {
                            return timer.hasRoutine();
                        }
                    }),
            new Fault(
                    "TIMER-PERIOD-SIGNALS-ONCE",
                    "a periodic timer is signaled by its first expiry only",
                    new TimerPolicy() {
                        @Override
                        public boolean isSignaledByExpiry(Kernel kernel, KTimer timer) {
                            return !timer.isRepeating();
                        }
                    }),
            new Fault(
                    "TIMER-PERIOD-RESETS-MANUAL",
                    "a periodic manual-reset timer releases those that wait and is reset",
                    new TimerPolicy() {
                        @Override
                        public boolean isSignaledAfterExpiry(
                                Kernel kernel, KTimer timer, boolean released, boolean signaled) {
                            return signaled && !(timer.isManualReset() && timer.periodMicros() > 0);
                        }
                    }),
            new Fault(
                    "TIMER-MANUAL-RESET-BY-WAIT",
                    "a wait resets a manual-reset timer, which first releases all that wait for it",
                    new TimerPolicy() {
                        @Override
                        public boolean isSignaledAfterWait(
                                Kernel kernel, KTimer timer, KThread waiter, boolean signaled) {
                            return signaled && (waiter.isWaiting() || !timer.isManualReset());
                        }

                        @Override
                        public boolean isSignaledAfterExpiry(
                                Kernel kernel, KTimer timer, boolean released, boolean signaled) {
                            return signaled && !released;
                        }
                    }),
            new Fault(
                    "TIMER-MANUAL-RELEASES-ONE",
                    "a manual-reset timer that expires releases one of those that wait for it",
                    new TimerPolicy() {
                        @Override
                        public boolean isSignaledAfterWait(
                                Kernel kernel, KTimer timer, KThread waiter, boolean signaled) {
                            return signaled && !(waiter.isWaiting() && timer.isManualReset());
                        }

                        @Override
                        public boolean isSignaledAfterExpiry(
                                Kernel kernel, KTimer timer, boolean released, boolean signaled) {
                            return signaled || timer.isManualReset();
                        }
                    }),
            new Fault(
                    "TIMER-MANUAL-RESET-BY-ROUTINE",
                    "a manual-reset timer is reset when its routine begins",
                    new TimerPolicy() {
                        @Override
                        public boolean isSignaledWhenRoutineBegins(Kernel kernel, KTimer timer, boolean before) {
                            return before && !timer.isManualReset();
                        }
                    }),
            new Fault("TIMER-SYNC-NOT-RESET", "a wait leaves a synchronization timer signaled", new TimerPolicy() {
                        @Override
                        public boolean isSignaledAfterWait(
                                Kernel kernel, KTimer timer, KThread waiter, boolean signaled) {
                            return true;
                        }
                    })
                    .breaking("TIMER-SYNC-1"),
            new Fault(
                    "TIMER-SYNC-RELEASES-ALL",
                    "a synchronization timer that expires releases all that wait for it",
                    new TimerPolicy() {
                        @Override
                        public boolean isSignaledAfterWait(
                                Kernel kernel, KTimer timer, KThread waiter, boolean signaled) {
                            return signaled || waiter.isWaiting();
                        }

                        @Override
                        public boolean isSignaledAfterExpiry(
                                Kernel kernel, KTimer timer, boolean released, boolean signaled) {
                            return signaled && (timer.isManualReset() || !released);
                        }
                    }),
            new Fault(
                    "TIMER-SYNC-PULSES",
                    "a synchronization timer for which nobody waits when it expires is not signaled",
                    new TimerPolicy() {
                        @Override
                        public boolean isSignaledAfterExpiry(
                                Kernel kernel, KTimer timer, boolean released, boolean signaled) {
                            return signaled && timer.isManualReset();
                        }
                    }),
            new Fault(
                    "TIMER-SYNC-RESET-BY-ROUTINE",
                    "a synchronization timer is reset when its routine begins",
                    new TimerPolicy() {
                        @Override
                        public boolean isSignaledWhenRoutineBegins(Kernel kernel, KTimer timer, boolean before) {
                            return before && timer.isManualReset();
                        }
                    }),
            new Fault("TIMER-WAKES-NOBODY", "a timer that expires ends no wait that has begun", new WaitPolicy() {
                @Override
                public boolean isSatisfiable(Kernel kernel, KThread thread, Wait wait) {
                    return !(thread.isWaiting() && hasTimer(kernel, wait)) && super.isSatisfiable(kernel, thread, wait);
                }
            }),
            new Fault("TIMER-NO-OBJECT", "a timer cannot be waited for", new ArgumentPolicy() {
                @Override
                public boolean isWaitable(KThread caller, DispatcherObject object) {
                    return !(object instanceof KTimer);
                }
            }));

    private TimerStateFaults() {}

    private static boolean hasTimer(Kernel kernel, Wait wait) {
        return IntStream.of(wait.objects()).anyMatch(object -> kernel.object(object) instanceof KTimer);
    }
}
