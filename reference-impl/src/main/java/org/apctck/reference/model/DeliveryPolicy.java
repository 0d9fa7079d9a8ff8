package org.apctck.reference.model;

import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.Policy;
import org.apctck.spec.api.ApiFunction;

/** What is decided where calls meet the APCs of their threads: which wait is alertable, and when and how many APCs run. */
public class DeliveryPolicy extends Policy {
    /** Every decision as documented. */
    public static final DeliveryPolicy DOCUMENTED = new DeliveryPolicy();

    private static final long EVERY_APC = 1;

    protected DeliveryPolicy() {}

    /**
     * Whether the wait of {@code function} is alertable.
     *
     * @param asked what the call says; false for a function that has no such parameter
     * @param timeoutMillis as given
     * @param inRoutine whether an APC routine makes the call
     */
    public boolean isAlertable(
            KThread caller, ApiFunction function, boolean asked, long timeoutMillis, boolean inRoutine) {
        return asked;
    }

    // Outside a wait

    /** Whether the APCs of a thread run inside a call that does not wait, before it has its effect (DELIVER-NOTALERT-1). */
    public boolean runsApcsBefore(KThread thread, ApiFunction function) {
        return false;
    }

    /** Whether they run before such a call returns (QUEUE-NOT-INLINE-1). */
    public boolean runsApcsAfter(KThread thread, ApiFunction function) {
        return false;
    }

    /**
     * Whether an APC runs at once on a thread that is in no call (DELIVER-NOTALERT-1, DELIVER-NOPREEMPT-1).
     *
     * @param inRoutine whether the thread is in an APC routine
     */
    public boolean interrupts(KThread thread, boolean inRoutine) {
        return false;
    }

    /** Whether QueueUserAPC waits for its target (QUEUE-NOBLOCK-1). */
    public boolean waitsToQueue(KThread caller, boolean targetInRoutine) {
        return false;
    }

    /** Whether a thread that begins runs its APCs before its start routine (THREAD-START-APC-1). */
    public boolean startsWithApcs(KThread thread) {
        return true;
    }

    /** Whether a thread runs its APCs when its start routine has returned (THREAD-RETURN-LOST-1). */
    public boolean endsWithApcs(KThread thread) {
        return false;
    }

    // The drain

    /** Whether a wait that has ended with {@code status} runs APCs before it returns. */
    public boolean drains(KThread thread, int status) {
        return status == NtStatus.USER_APC;
    }

    /**
     * How many APCs a drain may run, or any other number that {@link #left} understands; 0 for none.
     *
     * @param queued how many there are when it begins
     * @param timeoutMillis of the call, as given
     */
    public long quota(KThread thread, int queued, long nowMicros, long timeoutMillis) {
        return EVERY_APC;
    }

    /** What is left of the quota when a routine has ended: the drain goes on until the queue is empty (DELIVER-DRAIN-1). */
    public long left(KThread thread, long quota, long nowMicros) {
        return quota;
    }

    /**
     * The status of a wait that has run APCs (DELIVER-NESTED-OUTER-1).
     *
     * @param status with which the drain began
     * @param last with which the last wait of the thread ended, that of a routine perhaps
     * @param left of the quota
     */
    public int drained(KThread thread, int status, int last, long left) {
        return status;
    }

    /** Whether a wait goes on once its APCs have run (DELIVER-WAKE-1). */
    public boolean waitsAgain(KThread thread) {
        return false;
    }
}
