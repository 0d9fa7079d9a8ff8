package org.apctck.reference.fault;

import java.util.List;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.DispatcherObject;
import org.apctck.reference.kernel.KEvent;
import org.apctck.reference.kernel.KMutex;
import org.apctck.reference.kernel.KSemaphore;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.QueuePolicy;
import org.apctck.reference.kernel.ThreadPolicy;
import org.apctck.reference.kernel.UserApc;
import org.apctck.reference.kernel.Wait;
import org.apctck.reference.kernel.WaitPolicy;
import org.apctck.reference.win32.ArgumentPolicy;
import org.jspecify.annotations.Nullable;

/** Faults that only a second time shows: what works once, and what one wait leaves behind for the next. */
final class SecondTimeFaults {
    /** The place at an object where it is remembered that something has happened to it before. */
    private static final int BEFORE = 0;

    static final List<Fault> ALL = List.of(
            new Fault("WAKES-ONCE", "an APC ends a wait that blocks only the first time", new WaitPolicy() {
                @Override
                public @Nullable Wait arrival(Kernel kernel, KThread thread, Wait wait) {
                    return wait.alertable() && happensAgain(thread, BEFORE)
                            ? wait
                            : super.arrival(kernel, thread, wait);
                }
            }),
            new Fault("PENDING-SEEN-ONCE", "a wait looks for pending APCs only the first time", new WaitPolicy() {
                @Override
                public int entry(
                        Kernel kernel,
                        KThread thread,
                        Wait wait,
                        boolean satisfiable,
                        boolean apcPending,
                        boolean over,
                        Choice choice) {
                    boolean seen = apcPending && !happensAgain(thread, BEFORE);
                    return super.entry(kernel, thread, wait, satisfiable, seen, over, choice);
                }
            }),
            new Fault(
                    "DRAINED-QUEUE-CLOSED",
                    "a thread whose queue has been emptied gets no more APCs, without a word",
                    new QueuePolicy() {
                        @Override
                        public @Nullable UserApc take(Kernel kernel, KThread thread) {
                            UserApc apc = super.take(kernel, thread);
                            if (apc != null && !thread.hasUserApc()) {
                                remember(thread, BEFORE, 1);
                            }
                            return apc;
                        }

                        @Override
                        public int admission(Kernel kernel, KThread target, UserApc apc) {
                            int admission = super.admission(kernel, target, apc);
                            return admission == NtStatus.SUCCESS && target.recall(BEFORE) > 0
                                    ? NtStatus.PENDING
                                    : admission;
                        }
                    }),
            new Fault(
                    "TIME-OUT-TOLD-ONCE",
                    "the second wait of a thread that times out reports its object",
                    new WaitPolicy() {
                        @Override
                        public int expiry(Kernel kernel, KThread thread, Wait wait) {
                            return happensAgain(thread, BEFORE) ? NtStatus.WAIT_0 : super.expiry(kernel, thread, wait);
                        }
                    }),
            new Fault(
                    "TIME-CUT-AFTER-APC",
                    "a wait after one that an APC has ended lasts a quarter of its time",
                    new ArgumentPolicy() {
                        @Override
                        public long timeoutMillis(KThread caller, long millis) {
                            long documented = super.timeoutMillis(caller, millis);
                            return caller.waitStatus() == NtStatus.USER_APC ? documented / 4 : documented;
                        }
                    }),
            releasesOnce("AUTO-RESET-RELEASES-ONCE", "an auto-reset event", KEvent.class),
            releasesOnce("MUTEX-RELEASES-ONCE", "a mutex", KMutex.class),
            releasesOnce("SEMAPHORE-RELEASES-ONCE", "a semaphore", KSemaphore.class),
            new Fault(
                    "SUSPENDS-ONCE", "a thread that has been suspended cannot be suspended again", new ThreadPolicy() {
                        @Override
                        public int suspended(Kernel kernel, KThread thread, int count) {
                            return count == 0 && happensAgain(thread, BEFORE)
                                    ? 0
                                    : super.suspended(kernel, thread, count);
                        }
                    }),
            new Fault(
                    "INNER-DRAIN-ENDS-OUTER",
                    "when a wait inside a routine has emptied the queue, the wait around it runs no APC any more",
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
                            remember(thread, BEFORE, 0);
                            return super.entry(kernel, thread, wait, satisfiable, apcPending, over, choice);
                        }
                    },
                    new QueuePolicy() {
                        @Override
                        public @Nullable UserApc take(Kernel kernel, KThread thread) {
                            UserApc apc = thread.recall(BEFORE) == 0 ? super.take(kernel, thread) : null;
                            remember(thread, BEFORE, apc == null ? 1 : 0);
                            return apc;
                        }
                    }),
            new Fault("END-EMPTIES-QUEUES", "the end of a thread drops the APCs of all others", new ThreadPolicy() {
                @Override
                public void ended(Kernel kernel, KThread thread) {
                    kernel.threads().forEach(other -> dropApcs(other));
                }
            }));

    private SecondTimeFaults() {}

    private static Fault releasesOnce(String id, String kind, Class<? extends DispatcherObject> type) {
        return new Fault(id, kind + " releases a thread that waits for it only the first time", new WaitPolicy() {
            @Override
            public boolean isSatisfiable(Kernel kernel, KThread thread, Wait wait) {
                return !(isBlockedFor(kernel, thread, wait)
                                && awaited(kernel, wait).recall(BEFORE) > 0)
                        && super.isSatisfiable(kernel, thread, wait);
            }

            @Override
            public int satisfy(Kernel kernel, KThread thread, Wait wait) {
                if (isBlockedFor(kernel, thread, wait)) {
                    remember(awaited(kernel, wait), BEFORE, 1);
                }
                return super.satisfy(kernel, thread, wait);
            }

            private boolean isBlockedFor(Kernel kernel, KThread thread, Wait wait) {
                return thread.isWaiting() && wait.objects().length == 1 && type.isInstance(awaited(kernel, wait));
            }

            private DispatcherObject awaited(Kernel kernel, Wait wait) {
                return kernel.object(wait.objects()[0]);
            }
        });
    }
}
