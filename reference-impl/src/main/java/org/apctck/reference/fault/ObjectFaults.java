package org.apctck.reference.fault;

import java.util.List;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.Deadline;
import org.apctck.reference.kernel.KMutex;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.Wait;
import org.apctck.reference.kernel.WaitPolicy;

/** Faults in what a wait does to its objects, and a signal to the waits. */
final class ObjectFaults {
    static final List<Fault> ALL = List.of(
            new Fault(
                            "SIGNAL-SPENT-ON-WOKEN",
                            "a wait that an APC has ended still takes a later signal of its object",
                            new WaitPolicy() {
                                @Override
                                public void unlink(Kernel kernel, KThread thread, Wait wait, int status) {
                                    super.unlink(kernel, thread, wait, status);
                                    if (status == NtStatus.USER_APC) {
                                        leaveBehind(kernel, wait);
                                    }
                                }
                            })
                    .breaking("DELIVER-NOCONSUME-1"),
            new Fault(
                    "SIGNAL-SPENT-ON-DEAD",
                    "a thread that was terminated in a wait still takes a later signal of its object",
                    new WaitPolicy() {
                        @Override
                        public void unlink(Kernel kernel, KThread thread, Wait wait, int status) {
                            super.unlink(kernel, thread, wait, status);
                            if (status == NtStatus.THREAD_IS_TERMINATING) {
                                leaveBehind(kernel, wait);
                            }
                        }
                    }),
            new Fault(
                    "APC-TAKES-OBJECT", "a wait that an APC ends takes its signaled object as well", new WaitPolicy() {
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
                            if (status == NtStatus.USER_APC && satisfiable) {
                                satisfy(kernel, thread, wait);
                            }
                            return status;
                        }
                    }),
            new Fault(
                            "SIGNAL-RELEASES-ALL",
                            "one signal releases every thread that waits for the object",
                            new WaitPolicy() {
                                @Override
                                public int satisfy(Kernel kernel, KThread thread, Wait wait) {
                                    return thread.isWaiting() && !wait.all() && wait.objects().length == 1
                                            ? NtStatus.WAIT_0
                                            : super.satisfy(kernel, thread, wait);
                                }
                            })
                    .seenIn("WinPR 2.11.7, see expectations/winpr.yaml"),
            new Fault("SIGNAL-RELEASES-NOBODY", "a signal does not end a wait that has begun", new WaitPolicy() {
                        @Override
                        public boolean isSatisfiable(Kernel kernel, KThread thread, Wait wait) {
                            return !thread.isWaiting() && super.isSatisfiable(kernel, thread, wait);
                        }
                    })
                    .breaking("KERNEL-WAITONE-1"),
            new Fault(
                            "SIGNALED-OBJECT-IGNORED",
                            "a wait does not see that its object is signaled already",
                            new WaitPolicy() {
                                @Override
                                public boolean isSatisfiable(Kernel kernel, KThread thread, Wait wait) {
                                    return thread.isWaiting() && super.isSatisfiable(kernel, thread, wait);
                                }
                            })
                    .breaking("RETURN-WFSO-OBJECT-1"),
            new Fault(
                    "HIGHEST-INDEX",
                    "a wait for any object reports the last signaled one of the array",
                    new WaitPolicy() {
                        @Override
                        public int satisfy(Kernel kernel, KThread thread, Wait wait) {
                            for (int i = wait.objects().length - 1; !wait.all() && i >= 0; i--) {
                                if (kernel.object(wait.objects()[i]).isSignaledFor(thread)) {
                                    return super.satisfy(kernel, thread, only(wait, i)) + i;
                                }
                            }
                            return super.satisfy(kernel, thread, wait);
                        }
                    }),
            new Fault("ANY-TAKES-ALL", "a wait for any object takes every object that is signaled", new WaitPolicy() {
                @Override
                public int satisfy(Kernel kernel, KThread thread, Wait wait) {
                    int status = super.satisfy(kernel, thread, wait);
                    for (int i = status & 0x3F; !wait.all() && i < wait.objects().length; i++) {
                        super.satisfy(kernel, thread, only(wait, i));
                    }
                    return status;
                }
            }),
            new Fault(
                            "ANY-TAKES-NOTHING",
                            "a wait for any object leaves the object that ends it signaled",
                            new WaitPolicy() {
                                @Override
                                public int satisfy(Kernel kernel, KThread thread, Wait wait) {
                                    if (wait.all() || wait.objects().length == 1) {
                                        return super.satisfy(kernel, thread, wait);
                                    }
                                    int index = 0;
                                    while (!kernel.object(wait.objects()[index]).isSignaledFor(thread)) {
                                        index++;
                                    }
                                    return NtStatus.WAIT_0 + index;
                                }
                            })
                    .seenIn("WinPR 2.11.7, see expectations/winpr.yaml"),
            new Fault(
                            "ALL-TAKES-SOME",
                            "a wait for all objects takes those that are signaled when it begins, and so does one that only polls",
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
                                    int status =
                                            super.entry(kernel, thread, wait, satisfiable, apcPending, over, choice);
                                    if (wait.all() && (status == NtStatus.PENDING || status == NtStatus.TIMEOUT)) {
                                        for (int i = 0; i < wait.objects().length; i++) {
                                            super.satisfy(kernel, thread, only(wait, i));
                                        }
                                    }
                                    return status;
                                }
                            })
                    .seenIn("WinPR 2.11.7, see expectations/winpr.yaml; neosmart/pevents#20"),
            new Fault(
                    "ALL-TAKES-ONE", "a wait for all objects that is satisfied takes only the first", new WaitPolicy() {
                        @Override
                        public int satisfy(Kernel kernel, KThread thread, Wait wait) {
                            return super.satisfy(kernel, thread, wait.all() ? only(wait, 0) : wait);
                        }
                    }),
            new Fault("ALL-MEANS-ANY", "a wait for all objects ends with any of them", new WaitPolicy() {
                @Override
                public boolean isSatisfiable(Kernel kernel, KThread thread, Wait wait) {
                    return super.isSatisfiable(kernel, thread, anyOf(wait));
                }

                @Override
                public int satisfy(Kernel kernel, KThread thread, Wait wait) {
                    return super.satisfy(kernel, thread, anyOf(wait));
                }
            }),
            new Fault(
                            "ABANDONED-UNNOTICED",
                            "a wait that takes an abandoned mutex reports an ordinary one",
                            new WaitPolicy() {
                                @Override
                                public int satisfy(Kernel kernel, KThread thread, Wait wait) {
                                    return super.satisfy(kernel, thread, wait) & ~NtStatus.ABANDONED_WAIT_0;
                                }
                            })
                    .breaking("RETURN-WFSO-ABANDONED-1"),
            new Fault(
                            "ABANDONED-UNOWNED",
                            "a wait that takes an abandoned mutex reports it and does not make the caller its owner",
                            new WaitPolicy() {
                                @Override
                                public int satisfy(Kernel kernel, KThread thread, Wait wait) {
                                    int status = super.satisfy(kernel, thread, wait);
                                    for (int object : wait.objects()) {
                                        if (status >= NtStatus.ABANDONED_WAIT_0
                                                && kernel.object(object) instanceof KMutex mutex) {
                                            kernel.releaseMutex(mutex, thread, Choice.FIRST);
                                        }
                                    }
                                    return status;
                                }
                            })
                    .breaking("RETURN-WFSO-ABANDONED-1"));

    private ObjectFaults() {}

    /** Leaves a waiter at the objects of a wait that is over: a thread that never runs. */
    private static void leaveBehind(Kernel kernel, Wait wait) {
        KThread ghost = kernel.createThread(false);
        kernel.wait(ghost, wait.objects(), wait.all(), false, Deadline.NEVER, Choice.FIRST);
    }

    /** A wait for one of the objects alone: to satisfy it takes the object if that is signaled. */
    private static Wait only(Wait wait, int index) {
        return new Wait(new int[] {wait.objects()[index]}, false, wait.alertable(), wait.deadlineMicros());
    }

    private static Wait anyOf(Wait wait) {
        return new Wait(wait.objects(), false, wait.alertable(), wait.deadlineMicros());
    }
}
