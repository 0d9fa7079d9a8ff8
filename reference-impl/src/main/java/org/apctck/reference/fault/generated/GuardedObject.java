package org.apctck.reference.fault.generated;

import org.apctck.reference.kernel.KMutex;
import org.apctck.reference.kernel.KSemaphore;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.ObjectPolicy;

/** Objects are decided otherwise under a condition and as documented elsewhere. */
final class GuardedObject extends ObjectPolicy {
    private final ObjectPolicy faulty;
    private final Guard guard;

    GuardedObject(ObjectPolicy faulty, Guard guard) {
        this.faulty = faulty;
        this.guard = guard;
    }

    private ObjectPolicy at(String decision, Kernel kernel, KThread thread) {
        return guard.isOpen(decision, new Occasion(kernel, thread, null)) ? faulty : DOCUMENTED;
    }

    private ObjectPolicy byCaller(String decision, Kernel kernel) {
        KThread caller = kernel.caller();
        return caller == null ? DOCUMENTED : at(decision, kernel, caller);
    }

    @Override
    public int add(Kernel kernel, KSemaphore semaphore, int more) {
        return byCaller("add", kernel).add(kernel, semaphore, more);
    }

    @Override
    public boolean isSignaledAfterPulse(Kernel kernel, boolean before) {
        return byCaller("isSignaledAfterPulse", kernel).isSignaledAfterPulse(kernel, before);
    }

    @Override
    public boolean abandons(Kernel kernel, KThread owner, KMutex mutex) {
        return at("abandons", kernel, owner).abandons(kernel, owner, mutex);
    }
}
