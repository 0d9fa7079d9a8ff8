package org.apctck.reference.fault.generated;

import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.QueuePolicy;
import org.apctck.reference.kernel.UserApc;
import org.jspecify.annotations.Nullable;

/** Queues are decided otherwise under a condition and as documented elsewhere; APCs are counted. */
final class GuardedQueue extends QueuePolicy {
    private final QueuePolicy faulty;
    private final Guard guard;

    GuardedQueue(QueuePolicy faulty, Guard guard) {
        this.faulty = faulty;
        this.guard = guard;
    }

    private QueuePolicy at(String decision, Kernel kernel, KThread thread) {
        return guard.isOpen(decision, new Occasion(kernel, thread, null)) ? faulty : DOCUMENTED;
    }

    @Override
    public int admission(Kernel kernel, KThread target, UserApc apc) {
        return at("admission", kernel, target).admission(kernel, target, apc);
    }

    @Override
    public int place(Kernel kernel, KThread target, int queued) {
        int place = at("place", kernel, target).place(kernel, target, queued);
        count(target, Count.QUEUED.ordinal());
        return place;
    }

    @Override
    public boolean hasUserApc(Kernel kernel, KThread thread) {
        return at("hasUserApc", kernel, thread).hasUserApc(kernel, thread);
    }

    @Override
    public @Nullable UserApc take(Kernel kernel, KThread thread) {
        UserApc apc = at("take", kernel, thread).take(kernel, thread);
        if (apc != null) {
            count(thread, Count.RUN.ordinal());
        }
        return apc;
    }
}
