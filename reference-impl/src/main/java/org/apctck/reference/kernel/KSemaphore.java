package org.apctck.reference.kernel;

/** A semaphore: signaled while its count is above zero; each wait it satisfies takes one. */
public final class KSemaphore extends DispatcherObject {
    private final int maximum;
    private int count;

    KSemaphore(int id, int count, int maximum) {
        super(id);
        this.count = count;
        this.maximum = maximum;
    }

    /** How many waits it would satisfy now. */
    public int count() {
        return count;
    }

    /** Whether {@code more} would lift the count above its maximum. */
    boolean wouldExceed(int more) {
        return more > maximum - count;
    }

    /** Adds to the count, whatever the maximum. */
    void add(int more) {
        count += more;
    }

    @Override
    public boolean isSignaledFor(KThread thread) {
        return count > 0;
    }

    @Override
    int satisfy(KThread thread) {
        count--;
        return NtStatus.WAIT_0;
    }

    @Override
    public boolean isConsumed() {
        return true;
    }
}
