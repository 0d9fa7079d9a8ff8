package org.apctck.reference.fault.generated;

import org.apctck.reference.kernel.KThread;
import org.apctck.reference.model.DeliveryPolicy;
import org.apctck.spec.api.ApiFunction;

/** Delivery is decided otherwise under a condition and as documented elsewhere. */
final class GuardedDelivery extends DeliveryPolicy {
    private final DeliveryPolicy faulty;
    private final Guard guard;

    GuardedDelivery(DeliveryPolicy faulty, Guard guard) {
        this.faulty = faulty;
        this.guard = guard;
    }

    private DeliveryPolicy at(String decision, KThread thread) {
        return guard.isOpen(decision, new Occasion(null, thread, null)) ? faulty : DOCUMENTED;
    }

    @Override
    public boolean isAlertable(
            KThread caller, ApiFunction function, boolean asked, long timeoutMillis, boolean inRoutine) {
        return at("isAlertable", caller).isAlertable(caller, function, asked, timeoutMillis, inRoutine);
    }

    @Override
    public boolean runsApcsBefore(KThread thread, ApiFunction function) {
        return at("runsApcsBefore", thread).runsApcsBefore(thread, function);
    }

    @Override
    public boolean runsApcsAfter(KThread thread, ApiFunction function) {
        return at("runsApcsAfter", thread).runsApcsAfter(thread, function);
    }

    @Override
    public boolean interrupts(KThread thread, boolean inRoutine) {
        return at("interrupts", thread).interrupts(thread, inRoutine);
    }

    @Override
    public boolean waitsToQueue(KThread caller, boolean targetInRoutine) {
        return at("waitsToQueue", caller).waitsToQueue(caller, targetInRoutine);
    }

    @Override
    public boolean startsWithApcs(KThread thread) {
        return at("startsWithApcs", thread).startsWithApcs(thread);
    }

    @Override
    public boolean endsWithApcs(KThread thread) {
        return at("endsWithApcs", thread).endsWithApcs(thread);
    }

    @Override
    public boolean drains(KThread thread, int status) {
        return at("drains", thread).drains(thread, status);
    }

    @Override
    public long quota(KThread thread, int queued, long nowMicros, long timeoutMillis) {
        return at("quota", thread).quota(thread, queued, nowMicros, timeoutMillis);
    }

    @Override
    public long left(KThread thread, long quota, long nowMicros) {
        return at("left", thread).left(thread, quota, nowMicros);
    }

    @Override
    public int drained(KThread thread, int status, int last, long left) {
        return at("drained", thread).drained(thread, status, last, left);
    }

    @Override
    public boolean waitsAgain(KThread thread) {
        return at("waitsAgain", thread).waitsAgain(thread);
    }
}
