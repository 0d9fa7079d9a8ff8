package org.apctck.reference.fault;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.QueuePolicy;
import org.apctck.reference.kernel.ThreadPolicy;
import org.apctck.reference.kernel.UserApc;
import org.apctck.reference.kernel.Wait;
import org.apctck.reference.kernel.WaitPolicy;
import org.apctck.reference.model.DeliveryPolicy;
import org.apctck.reference.win32.ArgumentPolicy;
import org.apctck.spec.api.ApiFunction;

/** Faults that only many show: what holds for three APCs and not for a thousand. */
final class NumberFaults {
    private static final int[] CAPACITIES = {4, 16, 64, 256, 1000};
    private static final int[] DRAINS = {4, 16, 64};
    private static final int[] CODES = {8, 16, 31};
    private static final int[] SUSPENSIONS = {1, 16, 64, 126, 128};
    private static final int[] OBJECTS = {1, 31, 63};
    private static final int INDEX_BITS = 0x1F;
    private static final int ORDERED = 4;
    private static final int LEVELS = 3;
    private static final int MAXIMUM = 64;
    private static final long INFINITE = 0xFFFF_FFFFL;

    static final List<Fault> ALL = Stream.of(
                    IntStream.of(CAPACITIES).mapToObj(NumberFaults::refusing),
                    IntStream.of(CAPACITIES).mapToObj(NumberFaults::dropping),
                    IntStream.of(DRAINS).mapToObj(NumberFaults::draining),
                    IntStream.of(CODES).mapToObj(NumberFaults::codes),
                    IntStream.of(SUSPENSIONS).mapToObj(NumberFaults::suspending),
                    IntStream.of(OBJECTS).mapToObj(NumberFaults::lookingAt),
                    Stream.of(
                            new Fault(
                                    "ORDER-LOST-FROM-5TH",
                                    "an APC that is queued behind four others overtakes all but these four",
                                    new QueuePolicy() {
                                        @Override
                                        public int place(Kernel kernel, KThread target, int queued) {
                                            return Math.min(queued, ORDERED);
                                        }
                                    }),
                            new Fault(
                                    "INDEX-OF-5-BITS",
                                    "a wait reports the index of its object modulo 32",
                                    new WaitPolicy() {
                                        @Override
                                        public int satisfy(Kernel kernel, KThread thread, Wait wait) {
                                            int status = super.satisfy(kernel, thread, wait);
                                            return status & ~(MAXIMUM - 1) | status & INDEX_BITS;
                                        }
                                    }),
                            new Fault(
                                    "TIME-IN-SIGNED-32-BITS",
                                    "a time-out of 2^31 ms or more counts as negative, and is over at once",
                                    new ArgumentPolicy() {
                                        @Override
                                        public long timeoutMillis(KThread caller, long millis) {
                                            return Math.max((int) millis, millis == INFINITE ? -1 : 0);
                                        }
                                    }),
                            new Fault(
                                    "MICROSECONDS-IN-SIGNED-32-BITS",
                                    "a time-out is reckoned in microseconds of 32 bits, and is over at once if they are negative",
                                    new ArgumentPolicy() {
                                        @Override
                                        public long timeoutMillis(KThread caller, long millis) {
                                            return millis == INFINITE ? -1 : Math.max(0, (int) (1000 * millis) / 1000);
                                        }
                                    }),
                            new Fault(
                                    "NESTING-UP-TO-3",
                                    "a wait inside of three routines or more is not alertable",
                                    new DeliveryPolicy() {
                                        @Override
                                        public boolean isAlertable(
                                                KThread caller,
                                                ApiFunction function,
                                                boolean asked,
                                                long timeoutMillis,
                                                boolean inRoutine) {
                                            return asked && caller.routines() < LEVELS;
                                        }
                                    })))
            .flatMap(faults -> faults)
            .toList();

    private NumberFaults() {}

    private static Fault codes(int bits) {
        return new Fault(
                "EXIT-CODE-KEEPS-" + bits + "-BITS",
                "an exit code keeps its lower " + bits + " bits",
                new ThreadPolicy() {
                    @Override
                    public int exitCode(Kernel kernel, KThread thread, int code) {
                        return code & (1 << bits) - 1;
                    }
                });
    }

    private static Fault suspending(int most) {
        return new Fault(
                "SUSPENDED-UP-TO-" + most,
                "a thread can be suspended " + most + " times and not once more",
                new ThreadPolicy() {
                    @Override
                    public int suspendCountMax(Kernel kernel, KThread thread) {
                        return most;
                    }
                });
    }

    /** A wait for all objects that overlooks those from some place on. */
    private static Fault lookingAt(int most) {
        return new Fault(
                "ALL-LOOKS-AT-" + most,
                "a wait for all objects looks at the first " + most + " of them",
                new WaitPolicy() {
                    @Override
                    public boolean isSatisfiable(Kernel kernel, KThread thread, Wait wait) {
                        int[] objects = wait.objects();
                        return super.isSatisfiable(
                                kernel,
                                thread,
                                wait.all() && objects.length > most
                                        ? new Wait(Arrays.copyOf(objects, most), true, wait.alertable(), 0)
                                        : wait);
                    }
                });
    }

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

    private static QueuePolicy limited(int capacity, int beyond) {
        return new QueuePolicy() {
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
                    public long quota(KThread thread, int queued, long nowMicros, long timeoutMillis) {
                        return most;
                    }

                    @Override
                    public long left(KThread thread, long quota, long nowMicros) {
                        return quota - 1;
                    }
                });
    }
}
