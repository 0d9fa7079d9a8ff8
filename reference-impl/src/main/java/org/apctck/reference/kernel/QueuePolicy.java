package org.apctck.reference.kernel;

import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is decided about APC queues: which APCs a thread gets, in what order they stand, and which it delivers. */
public class QueuePolicy extends Policy {
    /** Every decision as documented. */
    public static final QueuePolicy DOCUMENTED = new QueuePolicy();

    protected QueuePolicy() {}

    /** Whether an APC may be queued: {@link NtStatus#UNSUCCESSFUL} for a thread that has ended (QUEUE-TERMINATING-1). */
    public int admission(Kernel kernel, KThread target, UserApc apc) {
        return target.hasEnded() ? NtStatus.UNSUCCESSFUL : NtStatus.SUCCESS;
    }

    /** Before which of the {@code queued} APCs a new one stands: behind the last (QUEUE-FIFO-1). */
    public int place(Kernel kernel, KThread target, int queued) {
        return queued;
    }

    /** Whether there is an APC that {@code thread} can deliver. */
    public boolean hasUserApc(Kernel kernel, KThread thread) {
        return thread.hasUserApc();
    }

    /** The APC that {@code thread} delivers next, off its queue (QUEUE-ONCE-1); null if there is none. */
    public @Nullable UserApc take(Kernel kernel, KThread thread) {
        return thread.takeUserApc();
    }

    /** Takes the oldest APC that fits off a queue and leaves the others in their order; null if none fits. */
    protected static @Nullable UserApc takeOldest(KThread thread, Predicate<UserApc> fits) {
        UserApc taken = null;
        for (int i = thread.userApcCount(); i > 0; i--) {
            UserApc apc = Objects.requireNonNull(thread.takeUserApc());
            if (taken == null && fits.test(apc)) {
                taken = apc;
            } else {
                thread.insert(thread.userApcCount(), apc);
            }
        }
        return taken;
    }
}
