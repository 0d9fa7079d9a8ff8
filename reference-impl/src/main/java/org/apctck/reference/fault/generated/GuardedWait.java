package org.apctck.reference.fault.generated;

import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.Wait;
import org.apctck.reference.kernel.WaitPolicy;
import org.jspecify.annotations.Nullable;

/** Waits are decided otherwise under a condition and as documented elsewhere; they and what ends them are counted. */
final class GuardedWait extends WaitPolicy {
    private final WaitPolicy faulty;
    private final Guard guard;

    GuardedWait(WaitPolicy faulty, Guard guard) {
        this.faulty = faulty;
        this.guard = guard;
    }

    private WaitPolicy at(String decision, Kernel kernel, KThread thread, Wait wait) {
        return guard.isOpen(decision, new Occasion(kernel, thread, wait)) ? faulty : DOCUMENTED;
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
        count(thread, Count.ARRIVED.ordinal());
        return left;
    }

    @Override
    public int expiry(Kernel kernel, KThread thread, Wait wait) {
        int status = at("expiry", kernel, thread, wait).expiry(kernel, thread, wait);
        count(thread, Count.EXPIRED.ordinal());
        return status;
    }

    /** A wait begins with this decision, and only then is its thread not waiting. */
    @Override
    public boolean isSatisfiable(Kernel kernel, KThread thread, Wait wait) {
        if (!thread.isWaiting()) {
            count(thread, Count.WAITS.ordinal());
        }
        return at("isSatisfiable", kernel, thread, wait).isSatisfiable(kernel, thread, wait);
    }

    @Override
    public int satisfy(Kernel kernel, KThread thread, Wait wait) {
        int status = at("satisfy", kernel, thread, wait).satisfy(kernel, thread, wait);
        count(thread, Count.SATISFIED.ordinal());
        int index = status & ~NtStatus.ABANDONED_WAIT_0;
        for (int i = 0; i < wait.objects().length; i++) {
            if (wait.all() || i == index) {
                count(kernel.object(wait.objects()[i]), Count.TAKEN.ordinal());
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
}
