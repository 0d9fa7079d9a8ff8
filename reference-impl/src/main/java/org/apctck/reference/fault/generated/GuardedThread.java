package org.apctck.reference.fault.generated;

import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.ThreadPolicy;

/** Threads are decided otherwise under a condition and as documented elsewhere; suspensions and resumes are counted. */
final class GuardedThread extends ThreadPolicy {
    private final ThreadPolicy faulty;
    private final Guard guard;

    GuardedThread(ThreadPolicy faulty, Guard guard) {
        this.faulty = faulty;
        this.guard = guard;
    }

    private ThreadPolicy at(String decision, Kernel kernel, KThread thread) {
        return guard.isOpen(decision, new Occasion(kernel, thread, null)) ? faulty : DOCUMENTED;
    }

    @Override
    public int suspendCountMax(Kernel kernel, KThread thread) {
        return at("suspendCountMax", kernel, thread).suspendCountMax(kernel, thread);
    }

    @Override
    public int suspended(Kernel kernel, KThread thread, int count) {
        int after = at("suspended", kernel, thread).suspended(kernel, thread, count);
        count(thread, Count.SUSPENDED.ordinal());
        return after;
    }

    @Override
    public int resumed(Kernel kernel, KThread thread, int count) {
        int after = at("resumed", kernel, thread).resumed(kernel, thread, count);
        count(thread, Count.SUSPENDED.ordinal());
        return after;
    }

    @Override
    public int reported(Kernel kernel, KThread thread, int before, int after) {
        return at("reported", kernel, thread).reported(kernel, thread, before, after);
    }

    @Override
    public boolean canEnd(Kernel kernel, KThread thread) {
        return at("canEnd", kernel, thread).canEnd(kernel, thread);
    }

    @Override
    public int exitCode(Kernel kernel, KThread thread, int code) {
        return at("exitCode", kernel, thread).exitCode(kernel, thread, code);
    }

    @Override
    public void ended(Kernel kernel, KThread thread) {
        at("ended", kernel, thread).ended(kernel, thread);
    }
}
