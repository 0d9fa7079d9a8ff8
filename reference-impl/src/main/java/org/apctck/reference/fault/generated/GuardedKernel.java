package org.apctck.reference.fault.generated;

import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.KMutex;
import org.apctck.reference.kernel.KSemaphore;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.KernelPolicy;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.UserApc;
import org.apctck.reference.kernel.Wait;
import org.jspecify.annotations.Nullable;

/** A kernel that decides otherwise under a condition and as documented elsewhere; it keeps the counts that conditions ask. */
final class GuardedKernel extends KernelPolicy {
    private final KernelPolicy faulty;
    private final Guard guard;

    GuardedKernel(KernelPolicy faulty, Guard guard) {
        this.faulty = faulty;
        this.guard = guard;
    }

    private KernelPolicy at(String decision, Kernel kernel, KThread thread, @Nullable Wait wait) {
        return guard.isOpen(decision, new Occasion(kernel, thread, wait)) ? faulty : DOCUMENTED;
    }

    @Override
    public int admission(Kernel kernel, KThread target, UserApc apc) {
        return at("admission", kernel, target, null).admission(kernel, target, apc);
    }

    @Override
    public int place(Kernel kernel, KThread target, int queued) {
        int place = at("place", kernel, target, null).place(kernel, target, queued);
        Count.QUEUED.add(target);
        return place;
    }

    @Override
    public boolean hasUserApc(Kernel kernel, KThread thread) {
        return at("hasUserApc", kernel, thread, null).hasUserApc(kernel, thread);
    }

    @Override
    public @Nullable UserApc take(Kernel kernel, KThread thread) {
        UserApc apc = at("take", kernel, thread, null).take(kernel, thread);
        if (apc != null) {
            Count.RUN.add(thread);
        }
        return apc;
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
        return at("entry", kernel, thread, wait).entry(kernel, thread, wait, satisfiable, apcPending, over, choice);
    }

    @Override
    public @Nullable Wait arrival(Kernel kernel, KThread thread, Wait wait) {
        Wait left = at("arrival", kernel, thread, wait).arrival(kernel, thread, wait);
        Count.ARRIVED.add(thread);
        return left;
    }

    @Override
    public int expiry(Kernel kernel, KThread thread, Wait wait) {
        int status = at("expiry", kernel, thread, wait).expiry(kernel, thread, wait);
        Count.EXPIRED.add(thread);
        return status;
    }

    /** A wait begins with this decision, and only then is its thread not waiting. */
    @Override
    public boolean isSatisfiable(Kernel kernel, KThread thread, Wait wait) {
        if (!thread.isWaiting()) {
            Count.WAITS.add(thread);
        }
        return at("isSatisfiable", kernel, thread, wait).isSatisfiable(kernel, thread, wait);
    }

    @Override
    public int satisfy(Kernel kernel, KThread thread, Wait wait) {
        int status = at("satisfy", kernel, thread, wait).satisfy(kernel, thread, wait);
        Count.SATISFIED.add(thread);
        int index = status & ~NtStatus.ABANDONED_WAIT_0;
        for (int i = 0; i < wait.objects().length; i++) {
            if (wait.all() || i == index) {
                Count.TAKEN.add(kernel.object(wait.objects()[i]));
            }
        }
        return status;
    }

    @Override
    public void link(Kernel kernel, KThread thread, Wait wait) {
        at("link", kernel, thread, wait).link(kernel, thread, wait);
    }

    @Override
    public void unlink(Kernel kernel, KThread thread, Wait wait, int status) {
        at("unlink", kernel, thread, wait).unlink(kernel, thread, wait, status);
    }

    @Override
    public int suspended(Kernel kernel, KThread thread, int count) {
        int after = at("suspended", kernel, thread, null).suspended(kernel, thread, count);
        Count.SUSPENDED.add(thread);
        return after;
    }

    @Override
    public int resumed(Kernel kernel, KThread thread, int count) {
        int after = at("resumed", kernel, thread, null).resumed(kernel, thread, count);
        Count.SUSPENDED.add(thread);
        return after;
    }

    @Override
    public int reported(Kernel kernel, KThread thread, int before, int after) {
        return at("reported", kernel, thread, null).reported(kernel, thread, before, after);
    }

    @Override
    public boolean canEnd(Kernel kernel, KThread thread) {
        return at("canEnd", kernel, thread, null).canEnd(kernel, thread);
    }

    @Override
    public int exitCode(Kernel kernel, KThread thread, int code) {
        return at("exitCode", kernel, thread, null).exitCode(kernel, thread, code);
    }

    @Override
    public int suspendCountMax(Kernel kernel, KThread thread) {
        return at("suspendCountMax", kernel, thread, null).suspendCountMax(kernel, thread);
    }

    @Override
    public boolean abandons(Kernel kernel, KThread owner, KMutex mutex) {
        return at("abandons", kernel, owner, null).abandons(kernel, owner, mutex);
    }

    @Override
    public void ended(Kernel kernel, KThread thread) {
        at("ended", kernel, thread, null).ended(kernel, thread);
    }

    @Override
    public int add(Kernel kernel, KSemaphore semaphore, int more) {
        return byCaller("add", kernel).add(kernel, semaphore, more);
    }

    @Override
    public boolean isSignaledAfterPulse(Kernel kernel, boolean before) {
        return byCaller("isSignaledAfterPulse", kernel).isSignaledAfterPulse(kernel, before);
    }

    private KernelPolicy byCaller(String decision, Kernel kernel) {
        KThread caller = kernel.caller();
        return caller == null ? DOCUMENTED : at(decision, kernel, caller, null);
    }
}
