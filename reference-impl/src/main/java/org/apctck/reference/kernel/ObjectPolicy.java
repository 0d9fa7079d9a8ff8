package org.apctck.reference.kernel;

/** What is decided about dispatcher objects other than threads: what releasing, pulsing and abandoning one does. */
public class ObjectPolicy extends Policy {
    /** Every decision as documented. */
    public static final ObjectPolicy DOCUMENTED = new ObjectPolicy();

    protected ObjectPolicy() {}

    /**
     * Adds to the count of a semaphore.
     *
     * @return {@link NtStatus#SUCCESS}, or {@link NtStatus#SEMAPHORE_LIMIT_EXCEEDED} with the count as it was
     *     (KERNEL-SEMAPHORE-LIMIT-1)
     */
    public int add(Kernel kernel, KSemaphore semaphore, int more) {
        if (semaphore.wouldExceed(more)) {
            return NtStatus.SEMAPHORE_LIMIT_EXCEEDED;
        }
        semaphore.add(more);
        return NtStatus.SUCCESS;
    }

    /** Whether an event is signaled after a pulse (KERNEL-PULSE-1). */
    public boolean isSignaledAfterPulse(Kernel kernel, boolean before) {
        return false;
    }

    /** Whether a mutex of a thread that has ended is free, and abandoned (RETURN-WFSO-ABANDONED-1). */
    public boolean abandons(Kernel kernel, KThread owner, KMutex mutex) {
        return true;
    }

    /** Adds to the count of a semaphore, whatever the maximum. */
    protected static void addRegardless(KSemaphore semaphore, int more) {
        semaphore.add(more);
    }
}
