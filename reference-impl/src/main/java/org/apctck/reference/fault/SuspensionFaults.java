package org.apctck.reference.fault;

import java.util.List;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.ThreadPolicy;
import org.apctck.reference.kernel.Wait;
import org.apctck.reference.kernel.WaitPolicy;
import org.apctck.reference.win32.ResultPolicy;
import org.apctck.spec.api.ApiFunction;

/** Faults of threads that are suspended, suspend themselves or are resumed. */
final class SuspensionFaults {
    static final List<Fault> ALL = List.of(
            new Fault("SELF-SUSPENSION-IGNORED", "a thread does not suspend itself", new ThreadPolicy() {
                @Override
                public int suspended(Kernel kernel, KThread thread, int count) {
                    boolean itself = thread.call() == ApiFunction.SUSPEND_THREAD.ordinal() && thread.isRunnable();
                    return itself ? count : super.suspended(kernel, thread, count);
                }
            }),
            new Fault(
                    "RESUME-OF-RUNNING-FAILS",
                    "ResumeThread fails for a thread that is not suspended",
                    new ThreadPolicy() {
                        @Override
                        public int reported(Kernel kernel, KThread thread, int before, int after) {
                            return before == 0 && after == 0
                                    ? NtStatus.UNSUCCESSFUL
                                    : super.reported(kernel, thread, before, after);
                        }
                    }),
            new Fault("RESUME-ENDS-WAIT", "ResumeThread ends the wait of a thread that it resumes", new ThreadPolicy() {
                @Override
                public int resumed(Kernel kernel, KThread thread, int count) {
                    if (count == 1 && thread.isWaiting()) {
                        kernel.fire(thread.id(), Choice.FIRST);
                    }
                    return super.resumed(kernel, thread, count);
                }
            }),
            new Fault(
                    "SUSPENDED-TELLS-0",
                    "GetExitCodeThread tells 0 of a thread that is suspended or has not begun",
                    new ResultPolicy() {
                        @Override
                        public int exitCodeTold(KThread caller, KThread thread) {
                            return thread.isSuspended() ? 0 : super.exitCodeTold(caller, thread);
                        }
                    }),
            new Fault(
                    "SUSPENDED-IS-SIGNALED",
                    "a thread that is suspended or has not begun is signaled",
                    new WaitPolicy() {
                        @Override
                        public boolean isSatisfiable(Kernel kernel, KThread thread, Wait wait) {
                            boolean suspended = wait.objects().length == 1
                                    && kernel.object(wait.objects()[0]) instanceof KThread awaited
                                    && awaited.isSuspended();
                            return suspended || super.isSatisfiable(kernel, thread, wait);
                        }
                    }));

    private SuspensionFaults() {}
}
