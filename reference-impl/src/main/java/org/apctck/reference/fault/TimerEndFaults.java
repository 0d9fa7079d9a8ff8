package org.apctck.reference.fault;

import java.util.List;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.KTimer;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.TimerPolicy;
import org.jspecify.annotations.Nullable;

/** Faults of the ways in which a timer is stopped: by canceling it, by the end of its setter, by closing a handle. */
final class TimerEndFaults {
    /** The place at a timer where it is remembered that it was canceled. */
    private static final int CANCELED = 0;

    static final List<Fault> ALL = List.of(
            new Fault("TIMER-CANCEL-KEEPS-ENTRY", "canceling a timer leaves its queued routine", new TimerPolicy() {
                @Override
                public boolean cancelRemovesApc(Kernel kernel, KTimer timer, KThread by) {
                    return false;
                }
            }),
            new Fault(
                    "TIMER-CANCEL-KEEPS-EXPIRED-ENTRY",
                    "canceling a timer takes back its routine only if it is still active",
                    new TimerPolicy() {
                        @Override
                        public boolean cancelRemovesApc(Kernel kernel, KTimer timer, KThread by) {
                            return timer.isArmed();
                        }
                    }),
            new Fault(
                    "TIMER-CANCEL-EMPTIES-QUEUE", "canceling a timer drops every APC of its setter", new TimerPolicy() {
                        @Override
                        public boolean cancelRemovesApc(Kernel kernel, KTimer timer, KThread by) {
                            dropApcsOfSetter(kernel, timer);
                            return true;
                        }
                    }),
            new Fault(
                    "TIMER-CANCEL-KEEPS-ENTRY-OF-OTHERS",
                    "canceling a timer that another thread has set leaves its queued routine",
                    new TimerPolicy() {
                        @Override
                        public boolean cancelRemovesApc(Kernel kernel, KTimer timer, KThread by) {
                            return timer.isSetBy(by);
                        }
                    }),
            new Fault(
                    "TIMER-CANCEL-BY-OTHERS-REFUSED",
                    "a timer with a routine can be canceled by its setter only",
                    new TimerPolicy() {
                        @Override
                        public int cancellation(Kernel kernel, KTimer timer, KThread by) {
                            return timer.hasRoutine() && !timer.isSetBy(by)
                                    ? NtStatus.TIMER_NOT_CANCELED
                                    : super.cancellation(kernel, timer, by);
                        }
                    }),
            new Fault("TIMER-CANCEL-RESETS", "canceling a timer makes it not signaled", new TimerPolicy() {
                @Override
                public boolean isSignaledWhenCancelled(Kernel kernel, KTimer timer, KThread by, boolean before) {
                    return false;
                }
            }),
            new Fault(
                    "TIMER-CANCEL-SIGNALS",
                    "canceling a timer signals it and releases those that wait for it",
                    new TimerPolicy() {
                        @Override
                        public boolean isSignaledWhenCancelled(
                                Kernel kernel, KTimer timer, KThread by, boolean before) {
                            return true;
                        }
                    }),
            new Fault("TIMER-CANCEL-KEEPS-PERIOD", "canceling a periodic timer does not stop it", new TimerPolicy() {
                @Override
                public boolean cancelDisarms(Kernel kernel, KTimer timer, KThread by) {
                    return timer.periodMicros() == 0;
                }
            }),
            new Fault(
                    "TIMER-CANCELED-FOR-GOOD", "setting a timer that was canceled changes nothing", new TimerPolicy() {
                        @Override
                        public boolean cancelDisarms(Kernel kernel, KTimer timer, KThread by) {
                            remember(timer, CANCELED, 1);
                            return true;
                        }

                        @Override
                        public KTimer.@Nullable Setting set(
                                Kernel kernel, KTimer timer, KThread by, KTimer.Setting asked) {
                            return timer.recall(CANCELED) > 0 ? null : asked;
                        }
                    }),
            new Fault(
                    "TIMER-OUTLIVES-SETTER",
                    "the end of its setter leaves a timer with a routine active",
                    new TimerPolicy() {
                        @Override
                        public boolean endsWithSetter(Kernel kernel, KTimer timer, KThread setter, boolean terminated) {
                            return false;
                        }
                    }),
            new Fault(
                    "TIMER-OUTLIVES-TERMINATED-SETTER",
                    "a timer with a routine stays active if its setter is terminated",
                    new TimerPolicy() {
                        @Override
                        public boolean endsWithSetter(Kernel kernel, KTimer timer, KThread setter, boolean terminated) {
                            return !terminated && super.endsWithSetter(kernel, timer, setter, terminated);
                        }
                    }),
            new Fault(
                    "TIMER-SETTER-END-RESETS",
                    "the end of its setter makes a timer with a routine not signaled",
                    new TimerPolicy() {
                        @Override
                        public boolean isSignaledWithoutSetter(
                                Kernel kernel, KTimer timer, KThread setter, boolean before) {
                            return false;
                        }
                    }),
            new Fault(
                    "TIMER-SETTER-END-SIGNALS",
                    "the end of its setter signals a timer with a routine",
                    new TimerPolicy() {
                        @Override
                        public boolean isSignaledWithoutSetter(
                                Kernel kernel, KTimer timer, KThread setter, boolean before) {
                            return true;
                        }
                    }),
            new Fault(
                    "TIMER-PLAIN-DIES-WITH-SETTER",
                    "the end of its setter cancels a timer without a routine as well",
                    new TimerPolicy() {
                        @Override
                        public boolean endsWithSetter(Kernel kernel, KTimer timer, KThread setter, boolean terminated) {
                            return true;
                        }
                    }),
            new Fault(
                    "TIMER-DIES-WITH-ANY-HANDLE",
                    "closing one handle of a timer cancels it although there is another",
                    new TimerPolicy() {
                        @Override
                        public boolean closingEnds(Kernel kernel, KTimer timer) {
                            return true;
                        }
                    }));

    private TimerEndFaults() {}
}
