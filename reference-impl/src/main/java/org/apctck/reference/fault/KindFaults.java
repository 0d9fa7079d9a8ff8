package org.apctck.reference.fault;

import java.util.List;
import java.util.function.Predicate;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.Deadline;
import org.apctck.reference.kernel.DispatcherObject;
import org.apctck.reference.kernel.KMutex;
import org.apctck.reference.kernel.KSemaphore;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.KTimer;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.ObjectPolicy;
import org.apctck.reference.kernel.Wait;
import org.apctck.reference.kernel.WaitPolicy;
import org.apctck.reference.win32.ResultPolicy;
import org.jspecify.annotations.Nullable;

/** Faults of one kind of object: what waits for events do right, waits for that kind do wrong. */
final class KindFaults {
    static final List<Fault> ALL = List.of(
            new Fault(
                            "PENDING-APC-IGNORED-BY-MUTEX",
                            "an APC that is pending does not end a wait for a mutex",
                            new IgnoresPending(KMutex.class::isInstance))
                    .seenIn("WinPR 2.11.7, see expectations/winpr.yaml"),
            new Fault(
                    "PENDING-APC-IGNORED-BY-SEMAPHORE",
                    "an APC that is pending does not end a wait for a semaphore",
                    new IgnoresPending(KSemaphore.class::isInstance)),
            new Fault(
                    "PENDING-APC-IGNORED-BY-THREAD",
                    "an APC that is pending does not end a wait for a thread",
                    new IgnoresPending(KThread.class::isInstance)),
            new Fault(
                    "PENDING-APC-IGNORED-BY-TIMER",
                    "an APC that is pending does not end a wait for a timer",
                    new IgnoresPending(KTimer.class::isInstance)),
            new Fault(
                            "MUTEX-WAIT-OVER-AT-ONCE",
                            "a wait with a time-out for a mutex that is not free is over at once",
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
                                    boolean isOver = wait.deadlineMicros() != Deadline.NEVER
                                            && wait.objects().length == 1
                                            && has(kernel, wait, KMutex.class::isInstance);
                                    return super.entry(
                                            kernel, thread, wait, satisfiable, apcPending, over || isOver, choice);
                                }
                            })
                    .seenIn("WinPR 2.11.7, see expectations/winpr.yaml")
                    .breaking("RETURN-WFSO-TIMEOUT-1"),
            new Fault(
                            "MUTEX-WAIT-NOT-WOKEN",
                            "an APC does not end a wait for a mutex that has begun to block",
                            new NotWoken(KMutex.class::isInstance))
                    .seenIn("WinPR 2.11.7, see expectations/winpr.yaml"),
            new Fault(
                    "SEMAPHORE-WAIT-NOT-WOKEN",
                    "an APC does not end a wait for a semaphore that has begun to block",
                    new NotWoken(KSemaphore.class::isInstance)),
            new Fault(
                    "THREAD-WAIT-NOT-WOKEN",
                    "an APC does not end a wait for a thread that has begun to block",
                    new NotWoken(KThread.class::isInstance)),
            new Fault(
                    "TIMER-WAIT-NOT-WOKEN",
                    "an APC does not end a wait for a timer that has begun to block",
                    new NotWoken(KTimer.class::isInstance)),
            new Fault(
                    "APC-TAKES-MUTEX",
                    "a wait that an APC ends takes its mutex as well if that is free",
                    new Both(KMutex.class::isInstance)),
            new Fault(
                    "APC-TAKES-SEMAPHORE",
                    "a wait that an APC ends takes a unit of its semaphore as well if there is one",
                    new Both(KSemaphore.class::isInstance)),
            new Fault(
                    "APC-TAKES-TIMER",
                    "a wait that an APC ends takes its synchronization timer as well if that is signaled",
                    new Both(KTimer.class::isInstance)),
            new Fault("THREAD-DROPS-APC", "a wait for a thread that has ended drops a pending APC", new WaitPolicy() {
                @Override
                public int entry(
                        Kernel kernel,
                        KThread thread,
                        Wait wait,
                        boolean satisfiable,
                        boolean apcPending,
                        boolean over,
                        Choice choice) {
                    int status = super.entry(kernel, thread, wait, satisfiable, apcPending, over, choice);
                    if (status == NtStatus.WAIT_0 && apcPending && has(kernel, wait, KThread.class::isInstance)) {
                        dropOldestApc(thread);
                    }
                    return status;
                }
            }),
            new Fault("SEMAPHORE-WITHOUT-LIMIT", "the count of a semaphore can exceed its maximum", new ObjectPolicy() {
                @Override
                public int add(Kernel kernel, KSemaphore semaphore, int more) {
                    addRegardless(semaphore, more);
                    return NtStatus.SUCCESS;
                }
            }),
            new Fault(
                    "SEMAPHORE-FILLS-UP",
                    "a release that is too much fails and fills the semaphore",
                    new ObjectPolicy() {
                        @Override
                        public int add(Kernel kernel, KSemaphore semaphore, int more) {
                            int status = super.add(kernel, semaphore, more);
                            while (status != NtStatus.SUCCESS && super.add(kernel, semaphore, 1) == NtStatus.SUCCESS) {
                                continue;
                            }
                            return status;
                        }
                    }),
            new Fault("RELEASE-ADDS-ONE", "ReleaseSemaphore adds one, whatever it is told", new ObjectPolicy() {
                @Override
                public int add(Kernel kernel, KSemaphore semaphore, int more) {
                    return super.add(kernel, semaphore, 1);
                }
            }),
            new Fault("NEW-SEMAPHORE-COUNT-TOLD", "ReleaseSemaphore tells the count of after", new ResultPolicy() {
                @Override
                public int previousCount(KThread caller, int before, int more) {
                    return before + more;
                }
            }));

    private KindFaults() {}

    private static boolean has(Kernel kernel, Wait wait, Predicate<DispatcherObject> kind) {
        for (int object : wait.objects()) {
            if (kind.test(kernel.object(object))) {
                return true;
            }
        }
        return false;
    }

    /** A wait for that kind does not look for APCs when it begins. */
    private static final class IgnoresPending extends WaitPolicy {
        private final Predicate<DispatcherObject> kind;

        IgnoresPending(Predicate<DispatcherObject> kind) {
            this.kind = kind;
        }

        @Override
        public int entry(
                Kernel kernel,
                KThread thread,
                Wait wait,
                boolean satisfiable,
                boolean apcPending,
                boolean over,
                Choice choice) {
            return super.entry(kernel, thread, wait, satisfiable, apcPending && !has(kernel, wait, kind), over, choice);
        }
    }

    /** An APC that comes leaves a wait for that kind as it is. */
    private static final class NotWoken extends WaitPolicy {
        private final Predicate<DispatcherObject> kind;

        NotWoken(Predicate<DispatcherObject> kind) {
            this.kind = kind;
        }

        @Override
        public @Nullable Wait arrival(Kernel kernel, KThread thread, Wait wait) {
            return has(kernel, wait, kind) ? wait : super.arrival(kernel, thread, wait);
        }
    }

    /** A wait for that kind runs the APC and takes the object, where both are there. */
    private static final class Both extends WaitPolicy {
        private final Predicate<DispatcherObject> kind;

        Both(Predicate<DispatcherObject> kind) {
            this.kind = kind;
        }

        @Override
        public int entry(
                Kernel kernel,
                KThread thread,
                Wait wait,
                boolean satisfiable,
                boolean apcPending,
                boolean over,
                Choice choice) {
            int status = super.entry(kernel, thread, wait, satisfiable, apcPending, over, choice);
            if (status == NtStatus.USER_APC && satisfiable && has(kernel, wait, kind)) {
                satisfy(kernel, thread, wait);
            }
            return status;
        }
    }
}
