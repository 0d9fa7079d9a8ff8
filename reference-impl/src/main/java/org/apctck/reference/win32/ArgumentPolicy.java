package org.apctck.reference.win32;

import org.apctck.reference.kernel.Deadline;
import org.apctck.reference.kernel.DispatcherObject;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Policy;
import org.apctck.reference.kernel.UserApc;

/** What is decided about arguments: what a call makes of those that it is given, and which it refuses. */
public class ArgumentPolicy extends Policy {
    /** Every decision as documented. */
    public static final ArgumentPolicy DOCUMENTED = new ArgumentPolicy();

    private static final int OBJECTS_MAX = 64;
    /** A due time counts 100 ns. */
    private static final int UNITS_PER_MICRO = 10;

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

    /** Whether a wait takes that object (KERNEL-WAITTABLE-1). */
    public boolean isWaitable(KThread caller, DispatcherObject object) {
        return true;
    }

    /** Whether a wait takes that many handles (RETURN-WFMO-COUNT-1). */
    public boolean takesHandles(KThread caller, int count) {
        return count >= 1 && count <= OBJECTS_MAX;
    }

    /** Whether a wait for several objects takes that one (RETURN-WFMO-OBJECT-1). */
    public boolean takesAmongSeveral(KThread caller, DispatcherObject object) {
        return true;
    }

    /** Whether a timer can have that period: not a negative one (TIMER-NEGPERIOD-1). */
    public boolean takesPeriod(KThread caller, int millis) {
        return millis >= 0;
    }

    /** Whether a timer can be set that is to wake the system (TIMER-RESUME-1). */
    public boolean takesResume(KThread caller) {
        return true;
    }

    /**
     * How long a timer has to go that is set: negative counts from now, positive is a moment, and one that has passed leaves
     * nothing to go (TIMER-RELATIVE-1, TIMER-ABSOLUTE-1, TIMER-PAST-1).
     *
     * @param units the due time, of 100 ns
     * @param utcMicros the time of day
     * @param delayMillis how late it may come (TIMER-EX-DELAY-1)
     * @return less than 0 for a moment that has passed, {@link Deadline#NEVER} for one that never comes
     */
    public long microsToGo(KThread caller, long units, long utcMicros, long delayMillis) {
        return units > 0 ? units / UNITS_PER_MICRO - utcMicros : -(units / UNITS_PER_MICRO);
    }
}
