package org.apctck.reference.kernel;

/** A mutex: signaled while nobody owns it; its owner may take it again and must release it as often. */
public final class KMutex extends DispatcherObject {
    private static final int NOBODY = -1;

    private int owner = NOBODY;
    private int recursion;
    private boolean abandoned;

    KMutex(int id) {
        super(id);
    }

    /** Whether {@code thread} owns the mutex. */
    public boolean isOwnedBy(KThread thread) {
        return owner == thread.id();
    }

    /** How often its owner has taken the mutex. */
    public int recursion() {
        return recursion;
    }

    /** Gives back one of the times that the owner took the mutex. */
    void release() {
        recursion--;
        if (recursion == 0) {
            owner = NOBODY;
        }
    }

    /** Frees the mutex of an owner that has ended; the next owner is told. */
    void abandon() {
        owner = NOBODY;
        recursion = 0;
        abandoned = true;
    }

    @Override
    public boolean isSignaledFor(KThread thread) {
        return owner == NOBODY || owner == thread.id();
    }

    @Override
    int satisfy(KThread thread) {
        owner = thread.id();
        recursion++;
        boolean wasAbandoned = abandoned;
        abandoned = false;
        return wasAbandoned ? NtStatus.ABANDONED_WAIT_0 : NtStatus.WAIT_0;
    }

    @Override
    public boolean isConsumed() {
        return true;
    }
}
