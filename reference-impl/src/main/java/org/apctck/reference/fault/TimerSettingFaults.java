package org.apctck.reference.fault;

import java.util.List;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.KTimer;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.TimerPolicy;
import org.apctck.reference.kernel.UserApc;
import org.apctck.reference.model.DeliveryPolicy;
import org.apctck.spec.api.ApiFunction;
import org.jspecify.annotations.Nullable;

/** Faults of timers that are set, and set again. */
final class TimerSettingFaults {
    /** The place at a timer where it is remembered how long after its next expiry another one is due, in microseconds. */
    private static final int ADDED = 0;

    static final List<Fault> ALL = List.of(
            new Fault(
                    "TIMER-ROUTINE-RUNS-INLINE",
                    "setting a timer with a routine runs the routine in the call, and an expiry queues nothing",
                    new TimerPolicy() {
                        @Override
                        public KTimer.Setting set(Kernel kernel, KTimer timer, KThread by, KTimer.Setting asked) {
                            if (asked.routine() != 0) {
                                insertApc(by, 0, new UserApc(asked.routine(), asked.data()));
                            }
                            return withoutRoutine(asked);
                        }
                    },
                    new DeliveryPolicy() {
                        @Override
                        public boolean runsApcsAfter(KThread thread, ApiFunction function) {
                            return function == ApiFunction.SET_WAITABLE_TIMER
                                    || function == ApiFunction.SET_WAITABLE_TIMER_EX;
                        }
                    }),
            new Fault(
                    "TIMER-ONE-SHOT-REPEATS", "a timer without a period repeats its first interval", new TimerPolicy() {
                        @Override
                        public KTimer.Setting set(Kernel kernel, KTimer timer, KThread by, KTimer.Setting asked) {
                            long interval = asked.dueMicros() - kernel.nowMicros();
                            return asked.periodMicros() > 0 ? asked : withPeriod(asked, interval);
                        }
                    }),
            new Fault("TIMER-PERIOD-LOST", "a periodic timer expires once", new TimerPolicy() {
                        @Override
                        public KTimer.Setting set(Kernel kernel, KTimer timer, KThread by, KTimer.Setting asked) {
                            return withPeriod(asked, 0);
                        }
                    })
                    .breaking("TIMER-PERIODIC-1"),
            new Fault("TIMER-PERIOD-LOST-MANUAL", "a periodic manual-reset timer expires once", new TimerPolicy() {
                @Override
                public KTimer.Setting set(Kernel kernel, KTimer timer, KThread by, KTimer.Setting asked) {
                    return timer.isManualReset() ? withPeriod(asked, 0) : asked;
                }
            }),
            new Fault("TIMER-PERIOD-LOST-SYNC", "a periodic synchronization timer expires once", new TimerPolicy() {
                @Override
                public KTimer.Setting set(Kernel kernel, KTimer timer, KThread by, KTimer.Setting asked) {
                    return timer.isManualReset() ? asked : withPeriod(asked, 0);
                }
            }),
            new Fault("TIMER-PERIOD-TOO-SHORT", "a period is over after a tenth of it", new TimerPolicy() {
                @Override
                public KTimer.Setting set(Kernel kernel, KTimer timer, KThread by, KTimer.Setting asked) {
                    return withPeriod(asked, asked.periodMicros() / 10);
                }
            }),
            new Fault("TIMER-EX-LOSES-ROUTINE", "SetWaitableTimerEx drops the routine", new TimerPolicy() {
                @Override
                public KTimer.Setting set(Kernel kernel, KTimer timer, KThread by, KTimer.Setting asked) {
                    return asked.ex() ? withoutRoutine(asked) : asked;
                }
            }),
            new Fault(
                    "TIMER-SET-KEEPS-SIGNAL", "setting a timer that is signaled leaves it signaled", new TimerPolicy() {
                        @Override
                        public boolean isSignaledWhenSet(Kernel kernel, KTimer timer, KThread by) {
                            return timer.isSignaled();
                        }
                    }),
            new Fault("TIMER-SET-AGAIN-IGNORED", "setting an active timer changes nothing", new TimerPolicy() {
                @Override
                public KTimer.@Nullable Setting set(Kernel kernel, KTimer timer, KThread by, KTimer.Setting asked) {
                    return timer.isArmed() ? null : asked;
                }
            }),
            new Fault(
                    "TIMER-SET-AGAIN-ADDS",
                    "an active timer that is set again expires when it was due before as well, with the routine last given",
                    new TimerPolicy() {
                        @Override
                        public KTimer.Setting set(Kernel kernel, KTimer timer, KThread by, KTimer.Setting asked) {
                            long before = timer.isArmed() ? timer.dueMicros() : asked.dueMicros();
                            remember(timer, ADDED, (int) Math.abs(asked.dueMicros() - before));
                            return withDue(asked, Math.min(before, asked.dueMicros()));
                        }

                        @Override
                        public long nextDueMicros(Kernel kernel, KTimer timer, long dueMicros) {
                            int added = timer.recall(ADDED);
                            remember(timer, ADDED, 0);
                            return added > 0 ? dueMicros + added : super.nextDueMicros(kernel, timer, dueMicros);
                        }
                    }),
            new Fault(
                    "TIMER-SET-AGAIN-KEEPS-PERIOD",
                    "setting an active timer without a period keeps the former one",
                    new TimerPolicy() {
                        @Override
                        public KTimer.Setting set(Kernel kernel, KTimer timer, KThread by, KTimer.Setting asked) {
                            return timer.isArmed() && asked.periodMicros() == 0
                                    ? withPeriod(asked, timer.periodMicros())
                                    : asked;
                        }
                    }),
            new Fault(
                    "TIMER-SET-AGAIN-SIGNALS",
                    "setting an active timer signals it, and releases those that wait for it",
                    new TimerPolicy() {
                        @Override
                        public boolean isSignaledWhenSet(Kernel kernel, KTimer timer, KThread by) {
                            return timer.isArmed();
                        }
                    }),
            new Fault(
                    "TIMER-SET-AGAIN-KEEPS-ENTRY",
                    "setting a timer again leaves its queued routine, the former one",
                    new TimerPolicy() {
                        @Override
                        public boolean settingRemovesApc(
                                Kernel kernel, KTimer timer, KThread by, KTimer.Setting setting) {
                            return false;
                        }
                    }),
            new Fault(
                    "TIMER-SET-AGAIN-KEEPS-EXPIRED-ENTRY",
                    "setting a timer again takes back its routine only if it is still active",
                    new TimerPolicy() {
                        @Override
                        public boolean settingRemovesApc(
                                Kernel kernel, KTimer timer, KThread by, KTimer.Setting setting) {
                            return timer.isArmed();
                        }
                    }),
            new Fault(
                    "TIMER-SET-AGAIN-EMPTIES-QUEUE",
                    "setting a timer again drops every APC of its setter",
                    new TimerPolicy() {
                        @Override
                        public boolean settingRemovesApc(
                                Kernel kernel, KTimer timer, KThread by, KTimer.Setting setting) {
                            dropApcsOfSetter(kernel, timer);
                            return true;
                        }
                    }),
            new Fault(
                    "TIMER-SET-NULL-KEEPS-ENTRY",
                    "setting a timer again without a routine leaves the one that is queued",
                    new TimerPolicy() {
                        @Override
                        public boolean settingRemovesApc(
                                Kernel kernel, KTimer timer, KThread by, KTimer.Setting setting) {
                            return setting.routine() != 0;
                        }
                    }),
            new Fault(
                    "TIMER-SET-NULL-KEEPS-ROUTINE",
                    "setting a timer again without a routine keeps the one that it had",
                    new TimerPolicy() {
                        @Override
                        public KTimer.Setting set(Kernel kernel, KTimer timer, KThread by, KTimer.Setting asked) {
                            return asked.routine() == 0 ? withRoutine(asked, timer.apc()) : asked;
                        }
                    }),
            new Fault(
                    "TIMER-EX-KEEPS-ENTRY",
                    "SetWaitableTimerEx leaves the queued routine of the timer",
                    new TimerPolicy() {
                        @Override
                        public boolean settingRemovesApc(
                                Kernel kernel, KTimer timer, KThread by, KTimer.Setting setting) {
                            return !setting.ex();
                        }
                    }));

    private TimerSettingFaults() {}

    private static KTimer.Setting withDue(KTimer.Setting asked, long dueMicros) {
        return new KTimer.Setting(dueMicros, asked.periodMicros(), asked.routine(), asked.data(), asked.ex());
    }

    private static KTimer.Setting withPeriod(KTimer.Setting asked, long periodMicros) {
        return new KTimer.Setting(asked.dueMicros(), periodMicros, asked.routine(), asked.data(), asked.ex());
    }

    private static KTimer.Setting withRoutine(KTimer.Setting asked, UserApc apc) {
        return new KTimer.Setting(asked.dueMicros(), asked.periodMicros(), apc.routine(), apc.data(), asked.ex());
    }

    private static KTimer.Setting withoutRoutine(KTimer.Setting asked) {
        return new KTimer.Setting(asked.dueMicros(), asked.periodMicros(), 0, 0, asked.ex());
    }
}
