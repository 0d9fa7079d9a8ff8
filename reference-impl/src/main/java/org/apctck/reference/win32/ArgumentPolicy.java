package org.apctck.reference.win32;

import org.apctck.reference.kernel.DispatcherObject;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Policy;
import org.apctck.reference.kernel.UserApc;

/** What is decided about arguments: what a call makes of those that it is given, and which it refuses. */
public class ArgumentPolicy extends Policy {
    /** Every decision as documented. */
    public static final ArgumentPolicy DOCUMENTED = new ArgumentPolicy();

    private static final int OBJECTS_MAX = 64;

    protected ArgumentPolicy() {}

    /** The thread that gets an APC which {@code caller} queues to {@code target} (QUEUE-TARGET-THREAD-1). */
    public KThread receiver(KThread caller, KThread target) {
        return target;
    }

    /** What becomes of the APC that QueueUserAPC was given: it is queued as it is (QUEUE-DATA-1). */
    public UserApc queued(KThread caller, UserApc given) {
        return given;
    }

    /** Whether bAlertable with that value asks for an alertable wait (DELIVER-NONZERO-1). */
    public boolean isTrue(KThread caller, long flag) {
        return flag != 0;
    }

    /** The milliseconds of a time-out; negative for one that never elapses. */
    public long timeoutMillis(KThread caller, long millis) {
        return millis == Win32Process.INFINITE ? -1 : millis;
    }

    /** Whether a wait takes that many handles (RETURN-WFMO-COUNT-1). */
    public boolean takesHandles(KThread caller, int count) {
        return count >= 1 && count <= OBJECTS_MAX;
    }

    /** Whether a wait for several objects takes that one (RETURN-WFMO-OBJECT-1). */
    public boolean takesAmongSeveral(KThread caller, DispatcherObject object) {
        return true;
    }
}
