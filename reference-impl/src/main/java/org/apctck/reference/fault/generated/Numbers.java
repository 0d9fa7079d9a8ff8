package org.apctck.reference.fault.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.LongUnaryOperator;
import org.apctck.reference.kernel.DispatcherObject;
import org.apctck.reference.kernel.KMutex;
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
import org.apctck.reference.win32.SignalWaitPolicy;
import org.apctck.spec.api.ApiFunction;

/** Each number that the reference deals with: bounded, one less, one more, cut to fewer bits. */
final class Numbers {
    private static final int[] BOUNDS = {1, 2, 3, 4, 8, 16, 64, 256, 1000};
    private static final int[] BITS = {1, 8, 16, 31, 32, 48, 63};

    private Numbers() {}

    static List<Deviation> all() {
        List<Deviation> all = new ArrayList<>();
        for (int bound : BOUNDS) {
            queues(all, bound);
            drains(all, bound);
            mutexes(all, bound);
            waiters(all, bound);
        }
        for (int depth = 2; depth <= 64; depth *= 2) {
            nesting(all, depth);
        }
        for (int bound : new int[] {1, 2, 3, 4, 16, 32, 63, 65, 256}) {
            handles(all, bound);
        }
        for (int bound : new int[] {2, 3, 4, 16, 64, 126}) {
            suspensions(all, bound);
        }
        suspendCounts(all);
        data(all);
        exitCodes(all);
        times(all);
        units(all);
        return all;
    }

    private static void queues(List<Deviation> all, int bound) {
        String apcs = bound == 1 ? "one APC" : bound + " APCs";
        all.add(Deviation.of(
                "QUEUE-BOUND-" + bound + "-REFUSES",
                "a queue holds " + apcs + " and refuses more",
                "QUEUE-RETURN-OK-1",
                new QueuePolicy() {
                    @Override
                    public int admission(Kernel kernel, KThread target, UserApc apc) {
                        return target.userApcCount() >= bound
                                ? NtStatus.UNSUCCESSFUL
                                : super.admission(kernel, target, apc);
                    }
                }));
        all.add(Deviation.of(
                "QUEUE-BOUND-" + bound + "-DROPS",
                "a queue holds " + apcs + " and loses more",
                "QUEUE-PERSIST-1",
                new QueuePolicy() {
                    @Override
                    public int admission(Kernel kernel, KThread target, UserApc apc) {
                        int admission = super.admission(kernel, target, apc);
                        return admission == NtStatus.SUCCESS && target.userApcCount() >= bound
                                ? NtStatus.PENDING
                                : admission;
                    }
                }));
        all.add(Deviation.of(
                "QUEUE-BOUND-" + bound + "-OVERTAKES",
                "an APC overtakes the last one once " + apcs + " are queued",
                "QUEUE-FIFO-1",
                new QueuePolicy() {
                    @Override
                    public int place(Kernel kernel, KThread target, int queued) {
                        return queued >= bound ? queued - 1 : queued;
                    }
                }));
        all.add(Deviation.of(
                "QUEUE-BOUND-" + bound + "-FORGETS",
                "an APC pushes the oldest out once " + apcs + " are queued",
                "QUEUE-PERSIST-1",
                new QueuePolicy() {
                    @Override
                    public int admission(Kernel kernel, KThread target, UserApc apc) {
                        if (target.userApcCount() >= bound) {
                            dropOldestApc(target);
                        }
                        return super.admission(kernel, target, apc);
                    }
                }));
    }

    private static void drains(List<Deviation> all, int bound) {
        all.add(Deviation.of(
                "DRAIN-BOUND-" + bound,
                "a wait runs " + (bound == 1 ? "one APC" : bound + " APCs") + " at most",
                "DELIVER-DRAIN-1",
                new DeliveryPolicy() {
                    @Override
                    public long quota(KThread thread, int queued, long nowMicros, long timeoutMillis) {
                        return bound;
                    }

                    @Override
                    public long left(KThread thread, long quota, long nowMicros) {
                        return quota - 1;
                    }
                }));
    }

    private static void nesting(List<Deviation> all, int depth) {
        all.add(Deviation.of(
                "NESTING-BOUND-" + depth,
                "a wait inside " + depth + " routines is not alertable",
                "DELIVER-NESTED-1",
                new DeliveryPolicy() {
                    @Override
                    public boolean isAlertable(
                            KThread caller,
                            ApiFunction function,
                            boolean asked,
                            long timeoutMillis,
                            boolean inRoutine) {
                        return asked && caller.routines() < depth;
                    }
                }));
    }

    private static void mutexes(List<Deviation> all, int bound) {
        String times = bound == 1 ? "once" : bound + " times";
        all.add(Deviation.of(
                "RECURSION-BOUND-" + bound,
                "the owner takes a mutex " + times + " at most, and blocks then",
                "KERNEL-WAITTABLE-1",
                new WaitPolicy() {
                    @Override
                    public boolean isSatisfiable(Kernel kernel, KThread thread, Wait wait) {
                        for (int object : wait.objects()) {
                            if (kernel.object(object) instanceof KMutex mutex
                                    && mutex.isOwnedBy(thread)
                                    && mutex.recursion() >= bound) {
                                return false;
                            }
                        }
                        return super.isSatisfiable(kernel, thread, wait);
                    }
                }));
        all.add(Deviation.of(
                "RECURSION-COUNTED-TO-" + bound,
                "a mutex counts how often it was taken up to " + bound,
                "DELIVER-MUTEX-HELD-1",
                new WaitPolicy() {
                    @Override
                    public int satisfy(Kernel kernel, KThread thread, Wait wait) {
                        int status = super.satisfy(kernel, thread, wait);
                        for (int object : wait.objects()) {
                            if (kernel.object(object) instanceof KMutex mutex
                                    && mutex.isOwnedBy(thread)
                                    && mutex.recursion() > bound) {
                                takeBack(mutex);
                            }
                        }
                        return status;
                    }
                }));
    }

    private static void waiters(List<Deviation> all, int bound) {
        if (bound > 64) {
            return;
        }
        all.add(Deviation.of(
                "WAITERS-BOUND-" + bound,
                "an object releases no more than " + bound + " of the threads that wait at the same time",
                "THREAD-SIGNALED-1",
                new WaitPolicy() {
                    @Override
                    public void link(Kernel kernel, KThread thread, Wait wait) {
                        for (int id : wait.objects()) {
                            DispatcherObject object = kernel.object(id);
                            if (object.waitersBefore(thread) >= bound) {
                                return;
                            }
                        }
                        super.link(kernel, thread, wait);
                    }
                }));
    }

    private static void handles(List<Deviation> all, int bound) {
        all.add(Deviation.of(
                "HANDLES-BOUND-" + bound,
                "a wait takes " + (bound == 1 ? "one handle" : bound + " handles") + " at most",
                bound > 64 ? "RETURN-WFMO-COUNT-1" : "RETURN-WFMO-MAX-1",
                new ArgumentPolicy() {
                    @Override
                    public boolean takesHandles(KThread caller, int count) {
                        return count >= 1 && count <= bound;
                    }
                }));
    }

    private static void suspensions(List<Deviation> all, int bound) {
        all.add(Deviation.of(
                "SUSPENSIONS-BOUND-" + bound,
                "a thread counts " + bound + " suspensions at most",
                "THREAD-SUSPEND-COUNT-1",
                new ThreadPolicy() {
                    @Override
                    public int suspended(Kernel kernel, KThread thread, int count) {
                        return Math.min(bound, super.suspended(kernel, thread, count));
                    }
                }));
    }

    private static void suspendCounts(List<Deviation> all) {
        suspendCounts(all, "SUSPEND-BY-2", "SuspendThread suspends twice", count -> count + 2, count -> count);
        suspendCounts(all, "SUSPEND-BY-0", "SuspendThread does not suspend", count -> count, count -> count);
        suspendCounts(all, "RESUME-BY-2", "ResumeThread resumes twice", count -> count + 1, count -> count - 1);
        suspendCounts(all, "RESUME-BY-0", "ResumeThread does not resume", count -> count + 1, count -> count + 1);
        for (int more : new int[] {-1, 1}) {
            all.add(Deviation.of(
                    "SUSPEND-COUNT-" + (more < 0 ? "LESS-1" : "PLUS-1"),
                    "SuspendThread and ResumeThread report one suspension too " + (more < 0 ? "few" : "many"),
                    "THREAD-RESUME-COUNT-1 THREAD-SUSPEND-RETURN-1",
                    new ThreadPolicy() {
                        @Override
                        public int reported(Kernel kernel, KThread thread, int before, int after) {
                            return Math.max(0, before + more);
                        }
                    }));
        }
    }

    private static void suspendCounts(
            List<Deviation> all, String id, String title, IntUnaryOperator suspended, IntUnaryOperator unresumed) {
        all.add(Deviation.of(id, title, "THREAD-SUSPEND-COUNT-1 THREAD-RESUME-COUNT-1", new ThreadPolicy() {
            @Override
            public int suspended(Kernel kernel, KThread thread, int count) {
                return suspended.applyAsInt(count);
            }

            @Override
            public int resumed(Kernel kernel, KThread thread, int count) {
                return super.resumed(kernel, thread, unresumed.applyAsInt(count));
            }
        }));
    }

    private static void data(List<Deviation> all) {
        for (int bits : BITS) {
            data(
                    all,
                    "DATA-CUT-TO-" + bits + "-BITS",
                    "an APC keeps " + bits + " bits of its data",
                    data -> data & (1L << bits) - 1);
        }
        data(all, "DATA-LESS-1", "the data of an APC is one less", data -> data - 1);
        data(all, "DATA-PLUS-1", "the data of an APC is one more", data -> data + 1);
        data(
                all,
                "DATA-UPPER-HALF-LOST-IF-NEGATIVE",
                "data above 63 bits is cut to 32",
                data -> data < 0 ? data & 0xFFFF_FFFFL : data);
    }

    private static void data(List<Deviation> all, String id, String title, LongUnaryOperator kept) {
        all.add(Deviation.of(id, title, "QUEUE-DATA-1", new ArgumentPolicy() {
            @Override
            public UserApc queued(KThread caller, UserApc given) {
                return new UserApc(given.routine(), kept.applyAsLong(given.data()));
            }
        }));
    }

    private static void exitCodes(List<Deviation> all) {
        for (int bits : new int[] {1, 8, 16, 31}) {
            exitCode(
                    all,
                    "EXIT-CODE-OF-" + bits + "-BITS",
                    "an exit code keeps " + bits + " bits",
                    code -> code & (1 << bits) - 1);
        }
        exitCode(all, "EXIT-CODE-LESS-1", "an exit code is one less", code -> code - 1);
        exitCode(all, "EXIT-CODE-PLUS-1", "an exit code is one more", code -> code + 1);
        exitCode(all, "EXIT-CODE-ZERO", "every exit code is 0", code -> 0);
    }

    private static void exitCode(List<Deviation> all, String id, String title, IntUnaryOperator kept) {
        all.add(Deviation.of(id, title, "THREAD-SIGNALED-1", new ThreadPolicy() {
            @Override
            public int exitCode(Kernel kernel, KThread thread, int code) {
                return kept.applyAsInt(code);
            }
        }));
    }

    private static void times(List<Deviation> all) {
        for (int millis : new int[] {0, 1, 16, 50, 100, 250, 1000, 60_000}) {
            time(
                    all,
                    "TIME-BOUND-" + millis,
                    "a wait lasts " + millis + " ms at most",
                    asked -> Math.min(asked, millis));
        }
        time(all, "TIME-LESS-1", "a wait is 1 ms shorter", asked -> Math.max(0, asked - 1));
        time(all, "TIME-PLUS-1", "a wait is 1 ms longer", asked -> asked + 1);
        time(all, "TIME-DOUBLED", "a wait lasts twice as long", asked -> asked * 2);
        time(all, "TIME-HALVED", "a wait lasts half as long", asked -> asked / 2);
        for (int bits : new int[] {8, 16, 31}) {
            time(
                    all,
                    "TIME-OF-" + bits + "-BITS",
                    "a time-out keeps " + bits + " bits",
                    asked -> asked & (1L << bits) - 1);
        }
        time(
                all,
                "TIME-SIGNED",
                "a time-out of 2^31 ms or more is over at once",
                asked -> asked > Integer.MAX_VALUE ? 0 : asked);
        time(
                all,
                "TIME-SIGNED-ENDLESS",
                "a time-out of 2^31 ms or more never ends",
                asked -> asked > Integer.MAX_VALUE ? -1 : asked);
        time(
                all,
                "TIME-IN-MICROS-OF-32-BITS",
                "a time-out is kept in microseconds of 32 bits",
                asked -> (asked * 1000 & 0xFFFF_FFFFL) / 1000);
        all.add(Deviation.of(
                "TIME-ENDLESS-ZERO", "a wait without end polls", "RETURN-WFSO-INFINITE-1", new ArgumentPolicy() {
                    @Override
                    public long timeoutMillis(KThread caller, long millis) {
                        return Math.max(0, super.timeoutMillis(caller, millis));
                    }
                }));
        all.add(Deviation.of(
                "TIME-ZERO-ENDLESS", "a wait that polls never ends", "RETURN-WFSO-TIMEOUT-1", new ArgumentPolicy() {
                    @Override
                    public long timeoutMillis(KThread caller, long millis) {
                        return millis == 0 ? -1 : super.timeoutMillis(caller, millis);
                    }
                }));
    }

    private static void time(List<Deviation> all, String id, String title, LongUnaryOperator kept) {
        all.add(Deviation.of(id, title, "RETURN-WFSO-TIMEOUT-1 RETURN-SLEEPEX-TIMEOUT-1", new ArgumentPolicy() {
            @Override
            public long timeoutMillis(KThread caller, long millis) {
                long asked = super.timeoutMillis(caller, millis);
                return asked < 0 ? asked : kept.applyAsLong(asked);
            }
        }));
    }

    private static void units(List<Deviation> all) {
        for (int units : new int[] {2, 3}) {
            all.add(Deviation.of(
                    "UNITS-" + units,
                    "SignalObjectAndWait raises a semaphore by " + units,
                    "SIGNALWAIT-SEMAPHORE-ONE-1",
                    new SignalWaitPolicy() {
                        @Override
                        public int unitsToRelease(KThread caller) {
                            return units;
                        }
                    }));
        }
    }
}
