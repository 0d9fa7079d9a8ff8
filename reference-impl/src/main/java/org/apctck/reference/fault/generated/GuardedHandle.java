package org.apctck.reference.fault.generated;

import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.win32.HandlePolicy;
import org.apctck.reference.win32.HandlePolicy.Purpose;

/** Handles are decided otherwise under a condition and as documented elsewhere. */
final class GuardedHandle extends HandlePolicy {
    private final HandlePolicy faulty;
    private final Guard guard;

    GuardedHandle(HandlePolicy faulty, Guard guard) {
        this.faulty = faulty;
        this.guard = guard;
    }

    private HandlePolicy at(String decision, KThread thread) {
        return guard.isOpen(decision, new Occasion(null, thread, null)) ? faulty : DOCUMENTED;
    }

    @Override
    public int access(KThread caller, Purpose purpose) {
        return at("access", caller).access(caller, purpose);
    }

    @Override
    public int accessOfNewThread(KThread caller) {
        return at("accessOfNewThread", caller).accessOfNewThread(caller);
    }

    @Override
    public int accessOfNewTimer(KThread caller, int asked) {
        return at("accessOfNewTimer", caller).accessOfNewTimer(caller, asked);
    }

    @Override
    public boolean knowsPseudoHandle(KThread caller) {
        return at("knowsPseudoHandle", caller).knowsPseudoHandle(caller);
    }

    @Override
    public KThread current(Kernel kernel, KThread caller) {
        return at("current", caller).current(kernel, caller);
    }

    @Override
    public boolean duplicatesThread(KThread caller) {
        return at("duplicatesThread", caller).duplicatesThread(caller);
    }

    @Override
    public boolean waitsForProcess(KThread caller) {
        return at("waitsForProcess", caller).waitsForProcess(caller);
    }
}
