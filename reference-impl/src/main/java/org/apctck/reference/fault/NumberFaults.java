package org.apctck.reference.fault;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.KernelPolicy;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.UserApc;
import org.apctck.reference.model.DeliveryPolicy;
import org.apctck.spec.ApiFunction;

/** Faults that only many show: what holds for three APCs and not for a thousand. */
final class NumberFaults {
    private static final int[] CAPACITIES = {4, 16, 64, 256, 1000};
    private static final int[] DRAINS = {4, 16, 64};
    private static final int ORDERED = 4;
    private static final int LEVELS = 3;

    static final List<Fault> ALL = Stream.of(
                    IntStream.of(CAPACITIES).mapToObj(NumberFaults::refusing),
                    IntStream.of(CAPACITIES).mapToObj(NumberFaults::dropping),
                    IntStream.of(DRAINS).mapToObj(NumberFaults::draining),
                    Stream.of(
                            new Fault(
                                    "ORDER-LOST-FROM-5TH",
                                    "an APC that is queued behind four others overtakes all but these four",
                                    new KernelPolicy() {
                                        @Override
                                        public int place(Kernel kernel, KThread target, int queued) {
                                            return Math.min(queued, ORDERED);
                                        }
                                    }),
                            new Fault(
                                    "NESTING-UP-TO-3",
                                    "a wait inside of three routines or more is not alertable",
                                    new DeliveryPolicy() {
                                        @Override
                                        public boolean isAlertable(
                                                ApiFunction function,
                                                boolean asked,
                                                long timeoutMillis,
                                                boolean inRoutine,
                                                KThread caller) {
                                            return asked && caller.routines() < LEVELS;
                                        }
                                    })))
            .flatMap(faults -> faults)
            .toList();

    private NumberFaults() {}

    private static Fault refusing(int capacity) {
        return new Fault(
                "QUEUE-REFUSES-BEYOND-" + capacity,
                "QueueUserAPC fails when " + capacity + " APCs are queued already",
                limited(capacity, NtStatus.UNSUCCESSFUL));
    }

    private static Fault dropping(int capacity) {
        return new Fault(
                "QUEUE-DROPS-BEYOND-" + capacity,
                "an APC is dropped without a word when " + capacity + " APCs are queued already",
                limited(capacity, NtStatus.PENDING));
    }

    private static KernelPolicy limited(int capacity, int beyond) {
        return new KernelPolicy() {
            @Override
            public int admission(Kernel kernel, KThread target, UserApc apc) {
                int admission = super.admission(kernel, target, apc);
                return admission == NtStatus.SUCCESS && target.userApcCount() >= capacity ? beyond : admission;
            }
        };
    }

    private static Fault draining(int most) {
        return new Fault(
                "DRAIN-STOPS-AFTER-" + most,
                "a wait runs at most " + most + " APCs and leaves the rest",
                new DeliveryPolicy() {
                    @Override
                    public long quota(int queued, long nowMicros, long timeoutMillis) {
                        return most;
                    }

                    @Override
                    public long left(long quota, long nowMicros) {
                        return quota - 1;
                    }
                });
    }
}
