package org.apctck.reference.fault.generated;

import org.apctck.reference.kernel.KThread;
import org.apctck.reference.model.DeliveryPolicy;
import org.apctck.spec.api.ApiFunction;

/** The documented driver, which tells what it is asked. */
final class WatchedDelivery extends DeliveryPolicy {
    private final Watch watch;

    WatchedDelivery(Reach reach) {
        this.watch = new Watch(reach);
    }

    @Override
    public DeliveryPolicy at(KThread thread) {
        watch.at(thread);
        return this;
    }

    @Override
    public boolean isAlertable(
            ApiFunction function, boolean asked, long timeoutMillis, boolean inRoutine, KThread caller) {
        watch.asked("isAlertable");
        return super.isAlertable(function, asked, timeoutMillis, inRoutine, caller);
    }

    @Override
    public long answer(ApiFunction function, long value) {
        watch.asked("answer");
        return super.answer(function, value);
    }

    @Override
    public boolean runsApcsBefore(ApiFunction function) {
        watch.asked("runsApcsBefore");
        return super.runsApcsBefore(function);
    }

    @Override
    public boolean runsApcsAfter(ApiFunction function) {
        watch.asked("runsApcsAfter");
        return super.runsApcsAfter(function);
    }

    @Override
    public boolean interrupts(boolean inRoutine) {
        watch.asked("interrupts");
        return super.interrupts(inRoutine);
    }

    @Override
    public boolean waitsToQueue(boolean targetInRoutine) {
        watch.asked("waitsToQueue");
        return super.waitsToQueue(targetInRoutine);
    }

    @Override
    public boolean startsWithApcs() {
        watch.asked("startsWithApcs");
        return super.startsWithApcs();
    }

    @Override
    public boolean endsWithApcs() {
        watch.asked("endsWithApcs");
        return super.endsWithApcs();
    }

    @Override
    public boolean drains(int status) {
        watch.asked("drains");
        return super.drains(status);
    }

    @Override
    public long quota(int queued, long nowMicros, long timeoutMillis) {
        watch.asked("quota");
        return super.quota(queued, nowMicros, timeoutMillis);
    }

    @Override
    public long left(long quota, long nowMicros) {
        watch.asked("left");
        return super.left(quota, nowMicros);
    }

    @Override
    public int drained(int status, int last, long left) {
        watch.asked("drained");
        return super.drained(status, last, left);
    }

    @Override
    public boolean waitsAgain() {
        watch.asked("waitsAgain");
        return super.waitsAgain();
    }

    @Override
    public boolean isTrue(long flag) {
        watch.asked("isTrue");
        return super.isTrue(flag);
    }

    @Override
    public boolean performs(ApiFunction function) {
        watch.asked("performs");
        return super.performs(function);
    }

    @Override
    public boolean signalsAgain() {
        watch.asked("signalsAgain");
        return super.signalsAgain();
    }

    @Override
    public long lastErrorLeft(long before, int status) {
        watch.asked("lastErrorLeft");
        return super.lastErrorLeft(before, status);
    }

    @Override
    public long told(ApiFunction function, long value) {
        watch.asked("told");
        return super.told(function, value);
    }
}
