package org.apctck.reference.fault.generated;

import org.apctck.reference.kernel.KThread;
import org.apctck.reference.model.DeliveryPolicy;

/** A driver that decides otherwise under a condition and as documented elsewhere. */
final class GuardedDelivery extends DeliveryPolicy {
    private final DeliveryPolicy faulty;
    private final Guard guard;

    GuardedDelivery(DeliveryPolicy faulty, Guard guard) {
        this.faulty = faulty;
        this.guard = guard;
    }

    @Override
    public DeliveryPolicy at(KThread thread) {
        return guard.isOpen("", new Occasion(null, thread, null)) ? faulty : DOCUMENTED;
    }
}
