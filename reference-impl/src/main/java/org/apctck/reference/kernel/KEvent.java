package org.apctck.reference.kernel;

/** An event: a manual-reset one stays signaled until it is reset, an auto-reset one is reset by the wait it satisfies. */
public final class KEvent extends DispatcherObject {
    private final boolean manualReset;
    private boolean signaled;

    KEvent(int id, boolean manualReset, boolean signaled) {
        super(id);
        this.manualReset = manualReset;
        this.signaled = signaled;
    }

    /** Whether the event is signaled. */
    public boolean isSignaled() {
        return signaled;
    }

    /** Whether the event stays signaled until it is reset. */
    public boolean isManualReset() {
        return manualReset;
    }

    void setSignaled(boolean signaled) {
        this.signaled = signaled;
    }

    @Override
    public boolean isSignaledFor(KThread thread) {
        return signaled;
    }

    @Override
    int satisfy(KThread thread) {
        signaled = manualReset && signaled;
        return NtStatus.WAIT_0;
    }

    @Override
    public boolean isConsumed() {
        return !manualReset;
    }
}
