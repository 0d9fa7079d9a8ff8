package org.apctck.reference.fault.generated;

import java.util.ArrayList;
import java.util.List;
import org.apctck.reference.fault.Faults;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.Deadline;
import org.apctck.reference.kernel.DispatcherObject;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.QueuePolicy;
import org.apctck.reference.kernel.UserApc;
import org.apctck.reference.kernel.Wait;
import org.apctck.reference.kernel.WaitPolicy;
import org.jspecify.annotations.Nullable;

/** Decisions of the kernel made otherwise: those of the faults that were thought up, and more. */
final class KernelDeviations {
    /** The faults that were thought up and are wide enough to be narrowed. */
    private static final List<String> WIDE = List.of(
            "LIFO-QUEUE",
            "EQUAL-APCS-MERGED",
            "SHARED-QUEUE",
            "DEAD-THREAD-ACCEPTS",
            "QUEUE-EMPTIED-BY-WAIT",
            "PENDING-APC-IGNORED",
            "BLOCKED-WAIT-NOT-WOKEN",
            "TIMEOUT-BEFORE-APC",
            "APC-ENDS-ANY-WAIT",
            "WOKEN-LATE",
            "COMPLETION-LATCHED",
            "APC-TAKES-OBJECT",
            "SIGNAL-RELEASES-ALL",
            "SIGNAL-RELEASES-NOBODY",
            "SIGNALED-OBJECT-IGNORED",
            "HIGHEST-INDEX",
            "ANY-TAKES-ALL",
            "ANY-TAKES-NOTHING",
            "ALL-TAKES-SOME",
            "ALL-TAKES-ONE",
            "ALL-MEANS-ANY",
            "ABANDONED-UNNOTICED",
            "ABANDONED-UNOWNED",
            "APC-RESUMES-THREAD",
            "RESUME-CLEARS-COUNT",
            "SUSPENSION-DOES-NOT-NEST",
            "NEW-COUNT-REPORTED",
            "EXIT-CODE-LOST",
            "END-RELEASES-NOBODY",
            "WAITING-THREAD-LIVES");

    private KernelDeviations() {}

    static List<Deviation> all() {
        List<Deviation> all = new ArrayList<>();
        WIDE.stream().map(id -> Deviation.named(Faults.find(id).orElseThrow())).forEach(all::add);
        queueing(all);
        delivering(all);
        waiting(all);
        leaving(all);
        return all;
    }

    private static void queueing(List<Deviation> all) {
        all.add(Deviation.of("APC-REFUSED", "an APC is refused", "QUEUE-RETURN-OK-1", new QueuePolicy() {
            @Override
            public int admission(Kernel kernel, KThread target, UserApc apc) {
                return NtStatus.UNSUCCESSFUL;
            }
        }));
        all.add(Deviation.of("APC-DROPPED", "an APC is accepted and lost", "QUEUE-PERSIST-1", new QueuePolicy() {
            @Override
            public int admission(Kernel kernel, KThread target, UserApc apc) {
                int admission = super.admission(kernel, target, apc);
                return admission == NtStatus.SUCCESS ? NtStatus.PENDING : admission;
            }
        }));
        all.add(Deviation.of("APC-DOUBLED", "an APC is queued twice", "QUEUE-ONCE-1", new QueuePolicy() {
            @Override
            public int admission(Kernel kernel, KThread target, UserApc apc) {
                int admission = super.admission(kernel, target, apc);
                if (admission == NtStatus.SUCCESS) {
                    insertApc(target, target.userApcCount(), apc);
                }
                return admission;
            }
        }));
        all.add(Deviation.of("APC-OVERTAKES", "an APC is put before the last one", "QUEUE-FIFO-1", new QueuePolicy() {
            @Override
            public int place(Kernel kernel, KThread target, int queued) {
                return Math.max(0, queued - 1);
            }
        }));
        all.add(Deviation.of(
                "APC-ENDS-QUEUE", "an APC drops those that are queued already", "QUEUE-PERSIST-1", new QueuePolicy() {
                    @Override
                    public int admission(Kernel kernel, KThread target, UserApc apc) {
                        dropApcs(target);
                        return super.admission(kernel, target, apc);
                    }
                }));
    }

    private static void delivering(List<Deviation> all) {
        all.add(Deviation.of(
                "APC-NOT-SEEN", "a wait that begins sees no APC", "DELIVER-PENDING-NOSLEEP-1", new QueuePolicy() {
                    @Override
                    public boolean hasUserApc(Kernel kernel, KThread thread) {
                        return false;
                    }
                }));
        all.add(Deviation.of(
                "APC-SKIPPED", "an APC is taken off the queue and not run", "QUEUE-ONCE-1", new QueuePolicy() {
                    @Override
                    public @Nullable UserApc take(Kernel kernel, KThread thread) {
                        dropOldestApc(thread);
                        return super.take(kernel, thread);
                    }
                }));
        all.add(Deviation.of("APC-LEFT", "an APC is not run and stays queued", "DELIVER-DRAIN-1", new QueuePolicy() {
            @Override
            public @Nullable UserApc take(Kernel kernel, KThread thread) {
                return null;
            }
        }));
        all.add(Deviation.of(
                "REST-DROPPED", "an APC that runs drops those behind it", "DELIVER-DRAIN-1", new QueuePolicy() {
                    @Override
                    public @Nullable UserApc take(Kernel kernel, KThread thread) {
                        UserApc apc = super.take(kernel, thread);
                        dropApcs(thread);
                        return apc;
                    }
                }));
    }

    private static void waiting(List<Deviation> all) {
        all.add(Deviation.of(
                "APC-NOTICED-LATE",
                "an APC that comes during a wait is noticed when the time of the wait is over",
                "DELIVER-WAKE-1",
                new WaitPolicy() {
                    @Override
                    public @Nullable Wait arrival(Kernel kernel, KThread thread, Wait wait) {
                        return wait;
                    }

                    @Override
                    public int expiry(Kernel kernel, KThread thread, Wait wait) {
                        return wait.alertable() && thread.hasUserApc()
                                ? NtStatus.USER_APC
                                : super.expiry(kernel, thread, wait);
                    }
                }));
        all.add(Deviation.of(
                "SIGNAL-NOTICED-LATE",
                "a signal that comes during a wait is noticed when the time of the wait is over",
                "KERNEL-WAITTABLE-1",
                new WaitPolicy() {
                    @Override
                    public boolean isSatisfiable(Kernel kernel, KThread thread, Wait wait) {
                        return !thread.isWaiting() && super.isSatisfiable(kernel, thread, wait);
                    }

                    @Override
                    public int expiry(Kernel kernel, KThread thread, Wait wait) {
                        return super.isSatisfiable(kernel, thread, wait)
                                ? satisfy(kernel, thread, wait)
                                : super.expiry(kernel, thread, wait);
                    }
                }));
        all.add(Deviation.of(
                "OBJECT-LEFT",
                "a wait leaves the object that ends it signaled",
                "RETURN-WFMO-CONSUME-1",
                new WaitPolicy() {
                    @Override
                    public int satisfy(Kernel kernel, KThread thread, Wait wait) {
                        return indexOfSignaled(kernel, thread, wait);
                    }
                }));
        all.add(Deviation.of(
                "OBJECT-TAKEN-TWICE",
                "a wait takes the object that ends it twice",
                "RETURN-WFMO-CONSUME-1",
                new WaitPolicy() {
                    @Override
                    public int satisfy(Kernel kernel, KThread thread, Wait wait) {
                        int status = super.satisfy(kernel, thread, wait);
                        return isSatisfiable(kernel, thread, wait) ? super.satisfy(kernel, thread, wait) : status;
                    }
                }));
        all.add(Deviation.of(
                "INDEX-OFF-BY-ONE",
                "a wait reports the object behind the one that ends it",
                "RETURN-WFMO-INDEX-1",
                new WaitPolicy() {
                    @Override
                    public int satisfy(Kernel kernel, KThread thread, Wait wait) {
                        int status = super.satisfy(kernel, thread, wait);
                        int index = status & ~NtStatus.ABANDONED_WAIT_0;
                        int last = wait.objects().length - 1;
                        // There is no object behind the last of several.
                        return last > 0 && index >= last ? status - index : status + 1;
                    }
                }));
        all.add(Deviation.of("INDEX-LOST", "a wait reports its first object", "RETURN-WFMO-INDEX-1", new WaitPolicy() {
            @Override
            public int satisfy(Kernel kernel, KThread thread, Wait wait) {
                return super.satisfy(kernel, thread, wait) & NtStatus.ABANDONED_WAIT_0;
            }
        }));
        all.add(Deviation.of(
                "OBJECT-DROPS-APCS", "a wait that its object ends drops the APCs", "QUEUE-PERSIST-1", new WaitPolicy() {
                    @Override
                    public int satisfy(Kernel kernel, KThread thread, Wait wait) {
                        dropApcs(thread);
                        return super.satisfy(kernel, thread, wait);
                    }
                }));
        all.add(Deviation.of(
                "TIME-OUT-DROPS-APCS", "a wait that times out drops the APCs", "QUEUE-PERSIST-1", new WaitPolicy() {
                    @Override
                    public int expiry(Kernel kernel, KThread thread, Wait wait) {
                        dropApcs(thread);
                        return super.expiry(kernel, thread, wait);
                    }
                }));
        all.add(Deviation.of(
                "TIME-OUT-AS-OBJECT",
                "a wait that times out reports its first object",
                "RETURN-WFSO-TIMEOUT-1",
                new WaitPolicy() {
                    @Override
                    public int expiry(Kernel kernel, KThread thread, Wait wait) {
                        return NtStatus.WAIT_0;
                    }
                }));
    }

    /** A waiter that stays behind at its objects takes a later signal. */
    private static void leaving(List<Deviation> all) {
        leaving(all, "OBJECT", "an object has ended", NtStatus.WAIT_0);
        leaving(all, "APC", "an APC has ended", NtStatus.USER_APC);
        leaving(all, "TIME-OUT", "has timed out", NtStatus.TIMEOUT);
        leaving(all, "TERMINATION", "ended with its thread", NtStatus.THREAD_IS_TERMINATING);
    }

    private static void leaving(List<Deviation> all, String id, String title, int ending) {
        all.add(Deviation.of(
                "WAITER-LEFT-BY-" + id,
                "a wait that " + title + " still takes a later signal of its objects",
                "DELIVER-NOCONSUME-1",
                new WaitPolicy() {
                    @Override
                    public void unlink(Kernel kernel, KThread thread, Wait wait, int status) {
                        super.unlink(kernel, thread, wait, status);
                        if (status == ending) {
                            KThread ghost = kernel.createThread(false);
                            kernel.wait(ghost, wait.objects(), wait.all(), false, Deadline.NEVER, Choice.FIRST);
                        }
                    }
                }));
    }

    private static int indexOfSignaled(Kernel kernel, KThread thread, Wait wait) {
        for (int i = 0; !wait.all() && i < wait.objects().length; i++) {
            DispatcherObject object = kernel.object(wait.objects()[i]);
            if (object.isSignaledFor(thread)) {
                return NtStatus.WAIT_0 + i;
            }
        }
        return NtStatus.WAIT_0;
    }
}
