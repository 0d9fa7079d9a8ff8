package org.apctck.reference.fault;

import java.util.List;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.QueuePolicy;
import org.apctck.reference.kernel.ThreadPolicy;
import org.apctck.reference.kernel.UserApc;
import org.apctck.reference.kernel.Wait;
import org.apctck.reference.kernel.WaitPolicy;
import org.apctck.reference.model.DeliveryPolicy;
import org.apctck.reference.win32.ResultPolicy;
import org.apctck.spec.api.ApiFunction;
import org.jspecify.annotations.Nullable;

/** Faults at the beginning and the end of a thread, and of its suspension. */
final class ThreadFaults {
    static final List<Fault> ALL = List.of(
            new Fault(
                            "START-BEFORE-APCS",
                            "a thread begins its start routine before the APCs that were queued to it",
                            new DeliveryPolicy() {
                                @Override
                                public boolean startsWithApcs(KThread thread) {
                                    return false;
                                }
                            })
                    .seenIn("WinPR 2.11.7, see expectations/winpr.yaml")
                    .breaking("THREAD-START-APC-1"),
            new Fault(
                    "START-DROPS-REST",
                    "a thread that begins runs the first of its APCs and drops the rest",
                    new QueuePolicy() {
                        @Override
                        public @Nullable UserApc take(Kernel kernel, KThread thread) {
                            UserApc first = super.take(kernel, thread);
                            boolean hasNeverWaited = thread.waitStatus() == NtStatus.SUCCESS;
                            if (hasNeverWaited) {
                                dropApcs(thread);
                            }
                            return first;
                        }
                    }),
            new Fault(
                    "APC-RESUMES-THREAD",
                    "an APC resumes the suspended thread that it is queued to",
                    new QueuePolicy() {
                        @Override
                        public int admission(Kernel kernel, KThread target, UserApc apc) {
                            while (target.isSuspended()) {
                                kernel.resume(target, Choice.FIRST);
                            }
                            return super.admission(kernel, target, apc);
                        }
                    }),
            new Fault("RESUME-CLEARS-COUNT", "one resume undoes every suspension", new ThreadPolicy() {
                        @Override
                        public int resumed(Kernel kernel, KThread thread, int count) {
                            return 0;
                        }
                    })
                    .breaking("THREAD-SUSPEND-COUNT-1"),
            new Fault("SUSPENSION-DOES-NOT-NEST", "a thread is suspended once at most", new ThreadPolicy() {
                @Override
                public int suspended(Kernel kernel, KThread thread, int count) {
                    return 1;
                }
            }),
            new Fault("NEW-COUNT-REPORTED", "SuspendThread and ResumeThread return the new count", new ThreadPolicy() {
                        @Override
                        public int reported(Kernel kernel, KThread thread, int before, int after) {
                            return after;
                        }
                    })
                    .breaking("THREAD-RESUME-COUNT-1"),
            new Fault("RESUME-TELLS-ZERO", "ResumeThread returns 0 whatever the count was", new ResultPolicy() {
                        @Override
                        public long answer(KThread caller, ApiFunction function, long value) {
                            boolean succeeds = !function.returnType().isFailure(value);
                            return function == ApiFunction.RESUME_THREAD && succeeds ? 0 : value;
                        }
                    })
                    .seenIn("WinPR 2.11.7, see expectations/winpr.yaml"),
            new Fault("EXIT-RUNS-APCS", "ExitThread runs the pending APCs first", new DeliveryPolicy() {
                        @Override
                        public boolean runsApcsBefore(KThread thread, ApiFunction function) {
                            return function == ApiFunction.EXIT_THREAD;
                        }
                    })
                    .breaking("THREAD-EXIT-LOST-1"),
            new Fault(
                    "RETURN-RUNS-APCS",
                    "a thread runs its pending APCs when its start routine has returned",
                    new DeliveryPolicy() {
                        @Override
                        public boolean endsWithApcs(KThread thread) {
                            return true;
                        }
                    }),
            new Fault(
                            "RUNNING-TELLS-0",
                            "a thread that has not ended tells 0 and not STILL_ACTIVE",
                            new ResultPolicy() {
                                @Override
                                public int exitCodeTold(KThread caller, KThread thread) {
                                    return thread.hasEnded() ? super.exitCodeTold(caller, thread) : 0;
                                }
                            })
                    .seenIn("WinPR 2.11.7, see expectations/winpr.yaml")
                    .breaking("THREAD-SIGNALED-1"),
            new Fault("EXIT-CODE-LOST", "a thread that has ended still tells STILL_ACTIVE", new ThreadPolicy() {
                        @Override
                        public int exitCode(Kernel kernel, KThread thread, int code) {
                            return KThread.STILL_ACTIVE;
                        }
                    })
                    .breaking("THREAD-SIGNALED-1"),
            new Fault("END-RELEASES-NOBODY", "the end of a thread does not end the waits for it", new WaitPolicy() {
                        @Override
                        public boolean isSatisfiable(Kernel kernel, KThread thread, Wait wait) {
                            boolean blocked = thread.isWaiting() && wait.objects().length == 1;
                            return !(blocked && kernel.object(wait.objects()[0]) instanceof KThread)
                                    && super.isSatisfiable(kernel, thread, wait);
                        }
                    })
                    .breaking("THREAD-SIGNALED-1"),
            new Fault("SUSPENDED-THREAD-SIGNALED", "a thread that has not begun to run is signaled", new WaitPolicy() {
                @Override
                public boolean isSatisfiable(Kernel kernel, KThread thread, Wait wait) {
                    return wait.objects().length == 1
                                    && kernel.object(wait.objects()[0]) instanceof KThread waited
                                    && waited.isSuspended()
                            || super.isSatisfiable(kernel, thread, wait);
                }
            }),
            new Fault("WAITING-THREAD-LIVES", "TerminateThread does not end a thread that waits", new ThreadPolicy() {
                        @Override
                        public boolean canEnd(Kernel kernel, KThread thread) {
                            return !thread.isWaiting();
                        }
                    })
                    .breaking("KERNEL-TERMINATE-1"),
            new Fault(
                    "SUSPENDED-THREAD-LIVES",
                    "TerminateThread does not end a thread that is suspended",
                    new ThreadPolicy() {
                        @Override
                        public boolean canEnd(Kernel kernel, KThread thread) {
                            return !thread.isSuspended();
                        }
                    }));

    private ThreadFaults() {}
}
