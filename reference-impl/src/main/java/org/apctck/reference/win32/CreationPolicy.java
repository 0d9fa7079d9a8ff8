package org.apctck.reference.win32;

import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Policy;
import org.apctck.spec.api.ApiFunction;

/** What is decided about new objects: whether and how they are what the call asks for (KERNEL-CREATE-1). */
public class CreationPolicy extends Policy {
    /** Every decision as documented. */
    public static final CreationPolicy DOCUMENTED = new CreationPolicy();

    protected CreationPolicy() {}

    /** Whether an event is a manual-reset one that is asked to be. */
    public boolean isManualReset(KThread caller, boolean asked) {
        return asked;
    }

    /** Whether an event is signaled at first. */
    public boolean isInitiallySignaled(KThread caller, boolean asked) {
        return asked;
    }

    /** Whether a timer stays signaled whoever waits for it, as asked (TIMER-CREATE-EX-1). */
    public boolean isManualResetTimer(KThread caller, ApiFunction function, boolean asked) {
        return asked;
    }

    /** Whether a timer is signaled at first, as if it had expired (TIMER-INITIAL-1). */
    public boolean isInitiallyExpired(KThread caller) {
        return false;
    }

    /** Whether a mutex belongs to its creator. */
    public boolean isInitiallyOwned(KThread caller, boolean asked) {
        return asked;
    }

    /** The count of a semaphore at first. */
    public int initialCount(KThread caller, int asked) {
        return asked;
    }

    /** The maximum count of a semaphore. */
    public int maximumCount(KThread caller, int asked) {
        return asked;
    }

    /** Whether there can be a semaphore with these counts (KERNEL-CREATE-COUNT-1). */
    public boolean takesCounts(KThread caller, int count, int maximum) {
        return maximum >= 1 && count >= 0 && count <= maximum;
    }
}
