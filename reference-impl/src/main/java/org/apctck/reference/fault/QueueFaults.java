package org.apctck.reference.fault;

import java.util.List;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.QueuePolicy;
import org.apctck.reference.kernel.UserApc;
import org.apctck.reference.kernel.Wait;
import org.apctck.reference.kernel.WaitPolicy;
import org.apctck.reference.model.DeliveryPolicy;
import org.apctck.reference.win32.ArgumentPolicy;
import org.apctck.reference.win32.HandlePolicy;
import org.apctck.reference.win32.ResultPolicy;
import org.apctck.spec.api.ApiFunction;
import org.jspecify.annotations.Nullable;

/** Faults of the queue: who gets an APC, in what order APCs stand, how long they stay, what QueueUserAPC does. */
final class QueueFaults {
    static final List<Fault> ALL = List.of(
            new Fault("LIFO-QUEUE", "the APC that was queued last runs first", new QueuePolicy() {
                        @Override
                        public int place(Kernel kernel, KThread target, int queued) {
                            return 0;
                        }
                    })
                    .breaking("QUEUE-FIFO-1"),
            new Fault(
                    "EQUAL-APCS-MERGED",
                    "an APC with the routine and the data of one that is queued already is dropped",
                    new QueuePolicy() {
                        @Override
                        public int admission(Kernel kernel, KThread target, UserApc apc) {
                            int admission = super.admission(kernel, target, apc);
                            // Dropped without a word: the caller is told that it was queued.
                            return admission == NtStatus.SUCCESS && target.hasQueued(apc)
                                    ? NtStatus.PENDING
                                    : admission;
                        }
                    }),
            new Fault(
                    "APC-RUNS-AGAIN",
                    "the last APC that a wait runs stays queued, and runs again in the next",
                    new QueuePolicy() {
                        @Override
                        public @Nullable UserApc take(Kernel kernel, KThread thread) {
                            UserApc apc = super.take(kernel, thread);
                            if (apc != null && !thread.hasUserApc() && thread.waitStatus() == NtStatus.USER_APC) {
                                insertApc(thread, 0, apc);
                            }
                            return apc;
                        }
                    },
                    new DeliveryPolicy() {
                        @Override
                        public long quota(KThread thread, int queued, long nowMicros, long timeoutMillis) {
                            return queued;
                        }

                        @Override
                        public long left(KThread thread, long quota, long nowMicros) {
                            return quota - 1;
                        }
                    }),
            new Fault(
                    "QUEUE-EMPTIED-BY-WAIT",
                    "a wait that is not alertable drops the queue when it times out",
                    new WaitPolicy() {
                        @Override
                        public int expiry(Kernel kernel, KThread thread, Wait wait) {
                            if (!wait.alertable()) {
                                dropApcs(thread);
                            }
                            return super.expiry(kernel, thread, wait);
                        }
                    }),
            new Fault(
                    "SHARED-QUEUE",
                    "an alertable wait runs the APCs of other threads when its own thread has none",
                    new QueuePolicy() {
                        @Override
                        public boolean hasUserApc(Kernel kernel, KThread thread) {
                            return owner(kernel, thread).hasUserApc();
                        }

                        @Override
                        public @Nullable UserApc take(Kernel kernel, KThread thread) {
                            return super.take(kernel, owner(kernel, thread));
                        }
                    }),
            new Fault("CALLER-QUEUE", "an APC is queued to the thread that calls QueueUserAPC", new ArgumentPolicy() {
                        @Override
                        public KThread receiver(KThread caller, KThread target) {
                            return caller;
                        }
                    })
                    .breaking("QUEUE-TARGET-THREAD-1"),
            new Fault("DATA-OF-32-BITS", "the upper half of the data is lost", new ArgumentPolicy() {
                @Override
                public UserApc queued(KThread caller, UserApc given) {
                    return new UserApc(given.routine(), given.data() & 0xFFFF_FFFFL);
                }
            }),
            new Fault("DATA-SIGN-EXTENDED", "the data goes through a signed number of 32 bits", new ArgumentPolicy() {
                @Override
                public UserApc queued(KThread caller, UserApc given) {
                    return new UserApc(given.routine(), (int) given.data());
                }
            }),
            new Fault("DATA-LOST", "the routine gets 0 whatever the data is", new ArgumentPolicy() {
                @Override
                public UserApc queued(KThread caller, UserApc given) {
                    return new UserApc(given.routine(), 0);
                }
            }),
            new Fault("QUEUED-BUT-ZERO", "QueueUserAPC queues the APC and returns 0", new ResultPolicy() {
                @Override
                public long answer(KThread caller, ApiFunction function, long value) {
                    return function == ApiFunction.QUEUE_USER_APC ? 0 : value;
                }
            }),
            new Fault(
                            "QUEUEING-RUNS-OWN",
                            "QueueUserAPC runs the APCs of the caller before it returns",
                            new DeliveryPolicy() {
                                @Override
                                public boolean runsApcsAfter(KThread thread, ApiFunction function) {
                                    return function == ApiFunction.QUEUE_USER_APC;
                                }
                            })
                    .breaking("QUEUE-NOT-INLINE-1"),
            new Fault(
                    "QUEUEING-RUNS-INLINE",
                    "QueueUserAPC calls the routine itself, whatever thread it is for",
                    new ArgumentPolicy() {
                        @Override
                        public KThread receiver(KThread caller, KThread target) {
                            return caller;
                        }
                    },
                    new DeliveryPolicy() {
                        @Override
                        public boolean runsApcsAfter(KThread thread, ApiFunction function) {
                            return function == ApiFunction.QUEUE_USER_APC;
                        }
                    }),
            new Fault(
                            "QUEUEING-WAITS-FOR-ROUTINE",
                            "QueueUserAPC hangs when its target is in an APC routine",
                            new DeliveryPolicy() {
                                @Override
                                public boolean waitsToQueue(KThread caller, boolean targetInRoutine) {
                                    return targetInRoutine;
                                }
                            })
                    .seenIn("WinPR 2.11.7, see expectations/winpr.yaml"),
            new Fault("DEAD-THREAD-ACCEPTS", "an APC is accepted for a thread that has ended", new QueuePolicy() {
                        @Override
                        public int admission(Kernel kernel, KThread target, UserApc apc) {
                            return target.hasEnded() ? NtStatus.PENDING : super.admission(kernel, target, apc);
                        }
                    })
                    .seenIn("WinPR 2.11.7, see expectations/winpr.yaml"),
            new Fault("SUSPENDED-THREAD-REFUSES", "an APC is refused for a suspended thread", new QueuePolicy() {
                @Override
                public int admission(Kernel kernel, KThread target, UserApc apc) {
                    return target.isSuspended() ? NtStatus.UNSUCCESSFUL : super.admission(kernel, target, apc);
                }
            }),
            new Fault(
                    "NO-PSEUDO-HANDLE",
                    "the pseudo handle of GetCurrentThread is taken for an invalid handle",
                    new HandlePolicy() {
                        @Override
                        public boolean knowsPseudoHandle(KThread caller) {
                            return false;
                        }
                    }));

    private QueueFaults() {}

    /** The thread whose queue is used: the first of all that has APCs, unless the thread has its own. */
    private static KThread owner(Kernel kernel, KThread thread) {
        return thread.hasUserApc()
                ? thread
                : kernel.threads().filter(KThread::hasUserApc).findFirst().orElse(thread);
    }
}
