package org.apctck.reference.fault.generated;

import org.apctck.reference.kernel.DispatcherObject;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.win32.SignalWaitPolicy;

/** The first half of SignalObjectAndWait is decided otherwise under a condition and as documented elsewhere. */
final class GuardedSignalWait extends SignalWaitPolicy {
    private final SignalWaitPolicy faulty;
    private final Guard guard;

    GuardedSignalWait(SignalWaitPolicy faulty, Guard guard) {
        this.faulty = faulty;
        this.guard = guard;
    }

    private SignalWaitPolicy at(String decision, KThread thread) {
        return guard.isOpen(decision, new Occasion(null, thread, null)) ? faulty : DOCUMENTED;
    }

    @Override
    public boolean signals(KThread caller, DispatcherObject object, boolean apcPending) {
        return at("signals", caller).signals(caller, object, apcPending);
    }

    @Override
    public int unitsToRelease(KThread caller) {
        return at("unitsToRelease", caller).unitsToRelease(caller);
    }

    @Override
    public boolean waitsUnsignaled(KThread caller, DispatcherObject object) {
        return at("waitsUnsignaled", caller).waitsUnsignaled(caller, object);
    }

    @Override
    public boolean signalsAgain(KThread caller) {
        return at("signalsAgain", caller).signalsAgain(caller);
    }
}
