package org.apctck.reference.kernel;

/** A file: one end of a pipe. It is signaled while no request of it is in progress. */
public final class KFile extends DispatcherObject {
    private final int device;
    private final boolean overlapped;
    private boolean signaled = true;

    KFile(int id, int device, boolean overlapped) {
        super(id);
        this.device = device;
        this.overlapped = overlapped;
    }

    /** The id of what it leads to. */
    int device() {
        return device;
    }

    /** Whether requests of it may go on while their threads do. */
    public boolean isOverlapped() {
        return overlapped;
    }

    void setSignaled(boolean value) {
        signaled = value;
    }

    @Override
    public boolean isSignaledFor(KThread thread) {
        return signaled;
    }

    @Override
    int satisfy(KThread thread) {
        return NtStatus.WAIT_0;
    }

    @Override
    public boolean isConsumed() {
        return false;
    }
}
