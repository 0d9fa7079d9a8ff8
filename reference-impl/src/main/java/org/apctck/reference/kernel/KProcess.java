package org.apctck.reference.kernel;

/** The process that everything belongs to: it is not signaled, for it ends after the last of its threads. */
public final class KProcess extends DispatcherObject {
    KProcess(int id) {
        super(id);
    }

    @Override
    public boolean isSignaledFor(KThread thread) {
        return false;
    }

    @Override
    int satisfy(KThread thread) {
        throw new IllegalStateException("a process that runs satisfies no wait");
    }

    @Override
    public boolean isConsumed() {
        return false;
    }
}
