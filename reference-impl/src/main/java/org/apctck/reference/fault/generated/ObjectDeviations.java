package org.apctck.reference.fault.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.apctck.reference.fault.Faults;
import org.apctck.reference.kernel.DispatcherObject;
import org.apctck.reference.kernel.KEvent;
import org.apctck.reference.kernel.KMutex;
import org.apctck.reference.kernel.KSemaphore;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.KTimer;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.ObjectPolicy;
import org.apctck.reference.kernel.Policy;
import org.apctck.reference.kernel.ThreadPolicy;
import org.apctck.reference.model.DeliveryPolicy;
import org.apctck.reference.win32.ArgumentPolicy;
import org.apctck.reference.win32.CreationPolicy;
import org.apctck.reference.win32.HandlePolicy;
import org.apctck.reference.win32.ResultPolicy;
import org.apctck.reference.win32.SignalWaitPolicy;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.ReturnType;

/** How objects are made, signaled, released and abandoned, decided otherwise; and what calls tell of it. */
final class ObjectDeviations {
    private static final int[] BITS = {8, 16};

    private ObjectDeviations() {}

    /** Those that conditions narrow. */
    static List<Deviation> wide() {
        List<Deviation> all = new ArrayList<>();
        for (String thoughtUp : List.of(
                "SIGNALWAIT-SIGNALS-AGAIN",
                "LAST-ERROR-CLEARED",
                "END-EMPTIES-QUEUES",
                "OWNED-TWICE-NOT-ABANDONED",
                "RELEASE-ADDS-ONE",
                "SEMAPHORE-FILLS-UP",
                "PULSE-SETS",
                "PULSE-KEEPS-STATE",
                "NEW-SEMAPHORE-COUNT-TOLD",
                "SUSPENDED-TELLS-0",
                "EVENT-ALWAYS-AUTO-RESET",
                "EVENT-ALWAYS-MANUAL-RESET",
                "EVENT-NEVER-INITIALLY-SET",
                "EVENT-ALWAYS-INITIALLY-SET",
                "MUTEX-NEVER-INITIALLY-OWNED",
                "MUTEX-ALWAYS-INITIALLY-OWNED",
                "SEMAPHORE-STARTS-EMPTY",
                "SEMAPHORE-STARTS-FULL")) {
            all.add(Deviation.named(Faults.find(thoughtUp).orElseThrow()));
        }
        all.add(Deviation.of(
                "MUTEX-NOT-ABANDONED",
                "a thread that ends goes on owning its mutexes",
                "RETURN-WFSO-ABANDONED-1",
                new ObjectPolicy() {
                    @Override
                    public boolean abandons(Kernel kernel, KThread owner, KMutex mutex) {
                        return false;
                    }
                }));
        all.add(Deviation.of(
                "SUSPENSION-REFUSED", "a thread cannot be suspended", "THREAD-SUSPEND-RETURN-1", new ThreadPolicy() {
                    @Override
                    public int suspendCountMax(Kernel kernel, KThread thread) {
                        return 0;
                    }
                }));
        added(all, "RELEASE-LOST", "a release adds nothing to a semaphore", more -> 0);
        added(all, "RELEASE-PLUS-1", "a release adds one unit too many", more -> more + 1);
        return all;
    }

    private static void added(List<Deviation> all, String id, String title, IntUnaryOperator added) {
        all.add(Deviation.of(id, title, "KERNEL-SEMAPHORE-COUNT-1", new ObjectPolicy() {
            @Override
            public int add(Kernel kernel, KSemaphore semaphore, int more) {
                int status = super.add(kernel, semaphore, more);
                if (status == NtStatus.SUCCESS) {
                    addRegardless(semaphore, added.applyAsInt(more) - more);
                }
                return status;
            }
        }));
    }

    /** Those that are what they are. */
    static List<Deviation> numbers() {
        List<Deviation> all = new ArrayList<>();
        for (int most : new int[] {1, 126, 128, 255}) {
            all.add(Deviation.of(
                    "SUSPENSIONS-REFUSED-FROM-" + most,
                    "a thread can be suspended " + most + " times and not once more",
                    "THREAD-SUSPEND-RETURN-1",
                    new ThreadPolicy() {
                        @Override
                        public int suspendCountMax(Kernel kernel, KThread thread) {
                            return most;
                        }
                    }));
        }
        flag(all, "LOWEST-BIT", "its lowest bit is set", flag -> (flag & 1) != 0);
        flag(all, "8-BITS", "one of its lower 8 bits is set", flag -> (flag & 0xFF) != 0);
        flag(all, "16-BITS", "one of its lower 16 bits is set", flag -> (flag & 0xFFFF) != 0);
        flag(all, "POSITIVE", "it is positive", flag -> (int) flag > 0);
        for (int bits : BITS) {
            int mask = (1 << bits) - 1;
            String cut = "OF-" + bits + "-BITS";
            added(all, "RELEASE-" + cut, "a release adds no more than " + mask + " units", more -> more & mask);
            told(all, "PREVIOUS-COUNT-" + cut, "keeps " + bits + " bits", (before, more) -> before & mask);
            first(all, "INITIAL-COUNT-" + cut, "keeps " + bits + " bits", count -> count & mask);
            exitCode(all, cut, "keeps " + bits + " bits", code -> code & mask);
            // One of 16 bits was thought up.
            if (bits == 8) {
                maximum(all, cut, "is " + mask + " at most", count -> Math.min(count, mask));
            }
        }
        for (int more : new int[] {-1, 1}) {
            String id = more < 0 ? "LESS-1" : "PLUS-1";
            String title = "is one " + (more < 0 ? "less" : "more");
            told(all, "PREVIOUS-COUNT-" + id, title, (before, added) -> before + more);
            first(all, "INITIAL-COUNT-" + id, title, count -> Math.max(0, count + more));
            maximum(all, id, title, count -> Math.max(1, count + more));
            exitCode(all, id, title, code -> code + more);
        }
        told(all, "PREVIOUS-COUNT-ZERO", "is 0", (before, more) -> 0);
        counts(
                all,
                "FULL-SEMAPHORE-REFUSED",
                "no semaphore can be full at first",
                (count, most) -> count < most ? 1 : 0);
        counts(
                all,
                "EMPTY-SEMAPHORE-REFUSED",
                "no semaphore can be empty at first",
                (count, most) -> count > 0 ? 1 : 0);
        counts(
                all,
                "SEMAPHORE-OF-0-MADE",
                "a semaphore can hold 0 at most",
                (count, most) -> count >= 0 && count <= most ? 1 : 0);
        counts(
                all,
                "NEGATIVE-SEMAPHORE-MADE",
                "a semaphore can begin below 0",
                (count, most) -> most >= 1 && count <= most ? 1 : 0);
        counts(
                all,
                "OVERFULL-SEMAPHORE-MADE",
                "a semaphore can begin above its maximum",
                (count, most) -> most >= 1 && count >= 0 ? 1 : 0);
        return all;
    }

    private static void flag(List<Deviation> all, String id, String title, LongPredicate isTrue) {
        all.add(Deviation.of(
                "FLAG-TRUE-BY-" + id,
                "a wait is alertable if of its flag " + title,
                "DELIVER-NONZERO-1",
                new ArgumentPolicy() {
                    @Override
                    public boolean isTrue(KThread caller, long flag) {
                        return isTrue.test(flag);
                    }
                }));
    }

    private static void told(List<Deviation> all, String id, String title, IntBinaryOperator told) {
        all.add(Deviation.of(
                id,
                "the previous count that ReleaseSemaphore tells " + title,
                "KERNEL-SEMAPHORE-COUNT-1",
                new ResultPolicy() {
                    @Override
                    public int previousCount(KThread caller, int before, int more) {
                        return told.applyAsInt(before, more);
                    }
                }));
    }

    private static void first(List<Deviation> all, String id, String title, IntUnaryOperator count) {
        all.add(Deviation.of(id, "the count of a semaphore at first " + title, "KERNEL-CREATE-1", new CreationPolicy() {
            @Override
            public int initialCount(KThread caller, int asked) {
                return count.applyAsInt(asked);
            }
        }));
    }

    private static void maximum(List<Deviation> all, String id, String title, IntUnaryOperator count) {
        all.add(Deviation.of(
                "MAXIMUM-COUNT-" + id,
                "the maximum count of a semaphore " + title,
                "KERNEL-SEMAPHORE-LIMIT-1",
                new CreationPolicy() {
                    @Override
                    public int maximumCount(KThread caller, int asked) {
                        return count.applyAsInt(asked);
                    }
                }));
    }

    private static void counts(List<Deviation> all, String id, String title, IntBinaryOperator takes) {
        all.add(Deviation.of(id, title, "KERNEL-CREATE-COUNT-1", new CreationPolicy() {
            @Override
            public boolean takesCounts(KThread caller, int count, int maximum) {
                return takes.applyAsInt(count, maximum) != 0;
            }
        }));
    }

    private static void exitCode(List<Deviation> all, String id, String title, IntUnaryOperator told) {
        all.add(Deviation.of(
                "EXIT-CODE-TOLD-" + id,
                "an exit code that GetExitCodeThread tells " + title,
                "THREAD-SIGNALED-1",
                new ResultPolicy() {
                    @Override
                    public int exitCodeTold(KThread caller, KThread thread) {
                        return told.applyAsInt(super.exitCodeTold(caller, thread));
                    }
                }));
    }

    /** One kind of object for another. */
    static List<Deviation> kinds() {
        List<Deviation> all = new ArrayList<>();
        signal(all, "EVENT", "an event", KEvent.class::isInstance);
        signal(
                all,
                "MANUAL-EVENT",
                "a manual-reset event",
                object -> object instanceof KEvent event && !event.isConsumed());
        signal(
                all,
                "AUTO-EVENT",
                "an auto-reset event",
                object -> object instanceof KEvent event && event.isConsumed());
        signal(all, "MUTEX", "a mutex", KMutex.class::isInstance);
        signal(all, "SEMAPHORE", "a semaphore", KSemaphore.class::isInstance);
        amongSeveral(all, "EVENT", "an event", KEvent.class::isInstance);
        amongSeveral(all, "SEMAPHORE", "a semaphore", KSemaphore.class::isInstance);
        amongSeveral(all, "THREAD", "a thread", KThread.class::isInstance);
        amongSeveral(all, "TIMER", "a timer", KTimer.class::isInstance);
        waited(all, "EVENT", "an event", KEvent.class::isInstance);
        waited(all, "MUTEX", "a mutex", KMutex.class::isInstance);
        waited(all, "SEMAPHORE", "a semaphore", KSemaphore.class::isInstance);
        waited(all, "THREAD", "a thread", KThread.class::isInstance);
        waited(all, "MANUAL-TIMER", "a manual-reset timer", object -> object instanceof KTimer && !object.isConsumed());
        waited(all, "SYNC-TIMER", "a synchronization timer", object -> object instanceof KTimer && object.isConsumed());
        return all;
    }

    private static void amongSeveral(List<Deviation> all, String id, String title, Predicate<DispatcherObject> kind) {
        all.add(Deviation.of(
                id + "-AMONG-SEVERAL-REFUSED",
                "a wait for several objects fails for " + title + " among them",
                "RETURN-WFMO-OBJECT-1",
                new ArgumentPolicy() {
                    @Override
                    public boolean takesAmongSeveral(KThread caller, DispatcherObject object) {
                        return !kind.test(object);
                    }
                }));
    }

    private static void waited(List<Deviation> all, String id, String title, Predicate<DispatcherObject> kind) {
        all.add(Deviation.of(
                id + "-NOT-WAITED-FOR", "a wait fails for " + title, "KERNEL-WAITTABLE-1", new ArgumentPolicy() {
                    @Override
                    public boolean isWaitable(KThread caller, DispatcherObject object) {
                        return !kind.test(object);
                    }
                }));
    }

    private static void signal(List<Deviation> all, String id, String title, Predicate<DispatcherObject> kind) {
        all.add(Deviation.of(
                "SIGNALWAIT-PASSES-" + id,
                "SignalObjectAndWait does not signal " + title,
                "SIGNALWAIT-SIGNALS-FIRST-1",
                new SignalWaitPolicy() {
                    @Override
                    public boolean signals(KThread caller, DispatcherObject object, boolean apcPending) {
                        return !kind.test(object);
                    }
                }));
        all.add(Deviation.of(
                "SIGNALWAIT-PASSES-" + id + "-BEFORE-APC",
                "SignalObjectAndWait does not signal " + title + " where an APC is pending",
                "SIGNALWAIT-SIGNALS-FIRST-1",
                new SignalWaitPolicy() {
                    @Override
                    public boolean signals(KThread caller, DispatcherObject object, boolean apcPending) {
                        return !(apcPending && kind.test(object));
                    }
                }));
        all.add(Deviation.of(
                "SIGNALWAIT-AFTER-FAILED-" + id,
                "SignalObjectAndWait waits although it could not signal " + title,
                "SIGNALWAIT-FAILED-1",
                new SignalWaitPolicy() {
                    @Override
                    public boolean waitsUnsignaled(KThread caller, DispatcherObject object) {
                        return kind.test(object);
                    }
                }));
    }

    /** Functions that do nothing and say that they did, without those that were thought up and those whose result is their effect. */
    static List<Deviation> idle() {
        List<Deviation> all = new ArrayList<>();
        for (ApiFunction function : ApiFunction.values()) {
            String id = function.name().replace('_', '-') + "-DOES-NOTHING";
            boolean isMute = function.canBlock()
                    || function.returnType() == ReturnType.BOOL
                    || function.returnType() == ReturnType.VOID;
            if (isMute && Faults.find(id).isEmpty()) {
                all.add(Deviation.of(
                        id, function + " does nothing and says that it did", "KERNEL-WAITTABLE-1", new ResultPolicy() {
                            @Override
                            public boolean performs(KThread caller, ApiFunction called) {
                                return called != function;
                            }
                        }));
            }
        }
        return all;
    }

    /** Functions whose handle is good and reads as NULL. */
    static List<Deviation> untold() {
        List<Deviation> all = new ArrayList<>();
        for (ApiFunction function : ApiFunction.values()) {
            if (function.returnType() == ReturnType.HANDLE
                    && !function.functionName().startsWith("GetCurrent")) {
                all.add(Deviation.of(
                        function.name().replace('_', '-') + "-HANDLE-AS-NULL",
                        function + " reports NULL for a handle",
                        "KERNEL-CREATE-1",
                        new ResultPolicy() {
                            @Override
                            public long told(KThread caller, ApiFunction called, long value) {
                                return called == function ? 0 : value;
                            }
                        }));
            }
        }
        return all;
    }

    /** Whom and what the values of GetCurrentThread and GetCurrentProcess stand for, and who gets an APC. */
    static List<Deviation> callers() {
        List<Deviation> all = new ArrayList<>();
        caller(
                all,
                "APC-GOES-TO-CALLER",
                "an APC is queued to the thread that queues it",
                "QUEUE-TARGET-THREAD-1",
                new ArgumentPolicy() {
                    @Override
                    public KThread receiver(KThread caller, KThread target) {
                        return caller;
                    }
                });
        caller(
                all,
                "NO-PSEUDO-THREAD",
                "the value of GetCurrentThread is no handle",
                "QUEUE-SELF-1",
                new HandlePolicy() {
                    @Override
                    public boolean knowsPseudoHandle(KThread caller) {
                        return false;
                    }
                });
        caller(
                all,
                "PSEUDO-THREAD-IS-FIRST",
                "the value of GetCurrentThread stands for the first thread",
                "QUEUE-SELF-1",
                new HandlePolicy() {
                    @Override
                    public KThread current(Kernel kernel, KThread caller) {
                        return firstThread(kernel);
                    }
                });
        caller(
                all,
                "PSEUDO-THREAD-DUPLICATED",
                "a duplicate of that value is that value",
                "QUEUE-SELF-1",
                new HandlePolicy() {
                    @Override
                    public boolean duplicatesThread(KThread caller) {
                        return false;
                    }
                });
        caller(
                all,
                "NO-PSEUDO-PROCESS-IN-WAIT",
                "a wait does not take the value of GetCurrentProcess",
                "KERNEL-PROCESS-WAIT-1",
                new HandlePolicy() {
                    @Override
                    public boolean waitsForProcess(KThread caller) {
                        return false;
                    }
                });
        all.add(Deviation.of(
                "QUEUEING-WAITS-FOR-CODE",
                "QueueUserAPC hangs unless its target is in a routine",
                "QUEUE-NOBLOCK-1",
                new DeliveryPolicy() {
                    @Override
                    public boolean waitsToQueue(KThread caller, boolean targetInRoutine) {
                        return !targetInRoutine;
                    }
                }));
        return all;
    }

    private static void caller(List<Deviation> all, String id, String title, String rule, Policy policy) {
        all.add(Deviation.of(id, title, rule, policy));
    }

    private static KThread firstThread(Kernel kernel) {
        return kernel.threads().findFirst().orElseThrow();
    }
}
