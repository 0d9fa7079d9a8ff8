package org.apctck.reference.win32;

import org.apctck.reference.kernel.DispatcherObject;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Policy;

/** What is decided about the first act of SignalObjectAndWait: whether and how it signals. */
public class SignalWaitPolicy extends Policy {
    /** Every decision as documented. */
    public static final SignalWaitPolicy DOCUMENTED = new SignalWaitPolicy();

    protected SignalWaitPolicy() {}

    /** Whether the first object is signaled at all (SIGNALWAIT-TYPES-1). */
    public boolean signals(KThread caller, DispatcherObject object, boolean apcPending) {
        return true;
    }

    /** How many units the call releases of a semaphore (SIGNALWAIT-SEMAPHORE-ONE-1). */
    public int unitsToRelease(KThread caller) {
        return 1;
    }

    /** Whether the wait follows although the first object could not be signaled (SIGNALWAIT-SEMFULL-1). */
    public boolean waitsUnsignaled(KThread caller, DispatcherObject object) {
        return false;
    }

    /** Whether SignalObjectAndWait signals its first object once more when APCs have ended its wait (SIGNALWAIT-ONCE-1). */
    public boolean signalsAgain(KThread caller) {
        return false;
    }
}
