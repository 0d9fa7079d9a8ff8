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

    private KSemaphore(KSemaphore other) {
        super(other);
        this.count = other.count;
        this.maximum = other.maximum;
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
    public void add(int more) {
        count += more;
    }

    @Override
    public boolean isSignaledFor(KThread thread) {
        return count > 0;
    }

    @Override
    public int satisfy(KThread thread) {
        count--;
        return NtStatus.WAIT_0;
    }

    @Override
    public boolean isConsumed() {
        return true;
    }

    @Override
    KSemaphore copy() {
        return new KSemaphore(this);
    }

    @Override
    void writeTo(StateWriter out) {
        super.writeTo(out);
        out.put(count);
        out.put(maximum);
    }

    @Override
    int kind() {
        return 'S';
    }
}
