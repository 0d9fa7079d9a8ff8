package org.apctck.reference.kernel;

/** What is decided about threads: how they are suspended and resumed, and how they end. */
public class ThreadPolicy extends Policy {
    /** Every decision as documented. */
    public static final ThreadPolicy DOCUMENTED = new ThreadPolicy();

    protected ThreadPolicy() {}

    /** The most suspensions that a thread bears (THREAD-SUSPEND-RETURN-1). */
    public int suspendCountMax(Kernel kernel, KThread thread) {
        return KThread.SUSPEND_COUNT_MAX;
    }

    /** The suspend count after a suspension. */
    public int suspended(Kernel kernel, KThread thread, int count) {
        return count + 1;
    }

    /** The suspend count after a resume. */
    public int resumed(Kernel kernel, KThread thread, int count) {
        return Math.max(0, count - 1);
    }

    /** The count that suspending and resuming report: the previous one (THREAD-RESUME-COUNT-1). */
    public int reported(Kernel kernel, KThread thread, int before, int after) {
        return before;
    }

    /** Whether a thread can be ended now: whatever it does (KERNEL-TERMINATE-1). */
    public boolean canEnd(Kernel kernel, KThread thread) {
        return true;
    }

    /** The exit code of a thread that ends with {@code code} (THREAD-SIGNALED-1). */
    public int exitCode(Kernel kernel, KThread thread, int code) {
        return code;
    }

    /** What else the end of a thread does: nothing, what it queued stays queued (QUEUE-PERSIST-1). */
    public void ended(Kernel kernel, KThread thread) {}
}
