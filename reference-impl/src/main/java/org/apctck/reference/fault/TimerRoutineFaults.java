package org.apctck.reference.fault;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.Deadline;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.KTimer;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.QueuePolicy;
import org.apctck.reference.kernel.TimerPolicy;
import org.apctck.reference.kernel.UserApc;
import org.apctck.reference.kernel.Wait;
import org.apctck.reference.kernel.WaitPolicy;
import org.apctck.reference.model.DeliveryPolicy;
import org.jspecify.annotations.Nullable;

/** Faults of the routines of timers: who gets one, and when it runs. */
final class TimerRoutineFaults {
    /** The place at a thread where it is remembered which kind of APCs its wait runs: 0 for none yet. */
    private static final int KIND = 0;

    static final List<Fault> ALL = List.of(
            new Fault("TIMER-ROUTINE-LOST", "a timer that expires is signaled and queues nothing", new TimerPolicy() {
                        @Override
                        public List<KThread> receivers(Kernel kernel, KTimer timer, @Nullable KThread setter) {
                            return List.of();
                        }
                    })
                    .breaking("TIMER-APC-1"),
            new Fault(
                            "TIMER-ROUTINE-ON-OTHER-THREAD",
                            "the routine of a timer goes to the first thread that has not set it",
                            new TimerPolicy() {
                                @Override
                                public List<KThread> receivers(Kernel kernel, KTimer timer, @Nullable KThread setter) {
                                    return timer.hasRoutine()
                                            ? live(kernel)
                                                    .filter(thread -> thread != setter)
                                                    .limit(1)
                                                    .toList()
                                            : List.of();
                                }
                            })
                    .breaking("TIMER-APC-1"),
            new Fault(
                    "TIMER-ROUTINE-TO-WAITER",
                    "the routine of a timer goes to a thread that waits for the timer, if there is one",
                    new TimerPolicy() {
                        @Override
                        public List<KThread> receivers(Kernel kernel, KTimer timer, @Nullable KThread setter) {
                            List<KThread> waiters = live(kernel)
                                    .filter(thread -> waitsFor(thread, timer))
                                    .limit(1)
                                    .toList();
                            return timer.hasRoutine() && !waiters.isEmpty()
                                    ? waiters
                                    : super.receivers(kernel, timer, setter);
                        }
                    }),
            new Fault(
                    "TIMER-ROUTINE-ON-EVERY-THREAD", "the routine of a timer goes to every thread", new TimerPolicy() {
                        @Override
                        public List<KThread> receivers(Kernel kernel, KTimer timer, @Nullable KThread setter) {
                            return timer.hasRoutine() ? live(kernel).toList() : List.of();
                        }
                    }),
            new Fault("TIMER-ROUTINE-TWICE", "a timer that expires queues its routine twice", new TimerPolicy() {
                @Override
                public List<KThread> receivers(Kernel kernel, KTimer timer, @Nullable KThread setter) {
                    List<KThread> once = super.receivers(kernel, timer, setter);
                    return Stream.concat(once.stream(), once.stream()).toList();
                }
            }),
            new Fault(
                    "TIMER-ROUTINE-LOST-UNLESS-WAITING",
                    "a timer queues its routine only while its setter waits alertably",
                    new TimerPolicy() {
                        @Override
                        public List<KThread> receivers(Kernel kernel, KTimer timer, @Nullable KThread setter) {
                            Wait wait = setter == null ? null : setter.currentWait();
                            return wait != null && wait.alertable()
                                    ? super.receivers(kernel, timer, setter)
                                    : List.of();
                        }
                    }),
            new Fault(
                    "TIMER-ENTRY-LOST-BY-WAIT",
                    "a timer that ends a wait of its setter queues no routine",
                    new TimerPolicy() {
                        @Override
                        public List<KThread> receivers(Kernel kernel, KTimer timer, @Nullable KThread setter) {
                            return setter != null && waitsFor(setter, timer)
                                    ? List.of()
                                    : super.receivers(kernel, timer, setter);
                        }
                    }),
            new Fault(
                    "TIMER-PERIOD-QUEUES-ONCE",
                    "a periodic timer queues its routine by its first expiry only",
                    new TimerPolicy() {
                        @Override
                        public List<KThread> receivers(Kernel kernel, KTimer timer, @Nullable KThread setter) {
                            return timer.isRepeating() ? List.of() : super.receivers(kernel, timer, setter);
                        }
                    }),
            new Fault(
                    "TIMER-PERIOD-ENDS-WHILE-QUEUED",
                    "a periodic timer that expires while its routine is queued ends",
                    new TimerPolicy() {
                        @Override
                        public long nextDueMicros(Kernel kernel, KTimer timer, long dueMicros) {
                            return kernel.hasUserApcOf(timer.id())
                                    ? Deadline.NEVER
                                    : super.nextDueMicros(kernel, timer, dueMicros);
                        }
                    }),
            new Fault(
                            "TIMER-NULL-ROUTINE-QUEUED",
                            "a timer without a routine queues an entry that runs nothing",
                            new TimerPolicy() {
                                @Override
                                public List<KThread> receivers(Kernel kernel, KTimer timer, @Nullable KThread setter) {
                                    return setter == null ? List.of() : List.of(setter);
                                }

                                @Override
                                public UserApc apc(Kernel kernel, KTimer timer, UserApc apc) {
                                    return timer.hasRoutine() ? apc : new UserApc(0, 0, timer.id());
                                }
                            },
                            new QueuePolicy() {
                                @Override
                                public @Nullable UserApc take(Kernel kernel, KThread thread) {
                                    UserApc apc = super.take(kernel, thread);
                                    while (apc != null && apc.routine() == 0) {
                                        apc = super.take(kernel, thread);
                                    }
                                    return apc;
                                }
                            })
                    .breaking("TIMER-NULLROUTINE-1"),
            new Fault(
                    "TIMER-ROUTINE-ENDS-ANY-WAIT",
                    "the routine of a timer ends a wait that is not alertable, and runs in it",
                    new WaitPolicy() {
                        @Override
                        public int entry(
                                Kernel kernel,
                                KThread thread,
                                Wait wait,
                                boolean satisfiable,
                                boolean apcPending,
                                boolean over,
                                Choice choice) {
                            boolean pending = apcPending || hasRoutineOfTimer(kernel, thread);
                            return super.entry(kernel, thread, wait, satisfiable, pending, over, choice);
                        }

                        @Override
                        public @Nullable Wait arrival(Kernel kernel, KThread thread, Wait wait) {
                            return hasRoutineOfTimer(kernel, thread) ? null : super.arrival(kernel, thread, wait);
                        }
                    }),
            new Fault(
                            "TIMER-QUEUE-APART",
                            "a wait runs the APCs of QueueUserAPC, and routines of timers if there is none of those",
                            new QueuePolicy() {
                                @Override
                                public @Nullable UserApc take(Kernel kernel, KThread thread) {
                                    int kind = thread.recall(KIND);
                                    if (kind == 0) {
                                        kind = thread.hasUserApcOf(UserApc.OF_A_CALL) ? 1 : 2;
                                        remember(thread, KIND, kind);
                                    }
                                    boolean ofCalls = kind == 1;
                                    return takeOldest(thread, apc -> ofCalls == (apc.origin() == UserApc.OF_A_CALL));
                                }
                            },
                            new DeliveryPolicy() {
                                @Override
                                public long quota(KThread thread, int queued, long nowMicros, long timeoutMillis) {
                                    remember(thread, KIND, 0);
                                    return super.quota(thread, queued, nowMicros, timeoutMillis);
                                }
                            })
                    .seenIn("WinPR 2.11.7, see expectations/winpr.yaml"));

    private TimerRoutineFaults() {}

    private static Stream<KThread> live(Kernel kernel) {
        return kernel.threads().filter(thread -> !thread.hasEnded());
    }

    private static boolean waitsFor(KThread thread, KTimer timer) {
        Wait wait = thread.currentWait();
        return wait != null && IntStream.of(wait.objects()).anyMatch(object -> object == timer.id());
    }

    private static boolean hasRoutineOfTimer(Kernel kernel, KThread thread) {
        return kernel.objects().anyMatch(object -> object instanceof KTimer && thread.hasUserApcOf(object.id()));
    }
}
