package org.apctck.reference.fault.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.LongUnaryOperator;
import org.apctck.reference.fault.Faults;
import org.apctck.reference.kernel.Deadline;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.KTimer;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.TimerPolicy;
import org.apctck.reference.kernel.UserApc;
import org.apctck.reference.win32.ArgumentPolicy;
import org.apctck.reference.win32.CreationPolicy;
import org.apctck.reference.win32.HandlePolicy;
import org.apctck.reference.win32.HandlePolicy.Purpose;
import org.apctck.spec.api.ApiFunction;
import org.jspecify.annotations.Nullable;

/** How timers are made, set, cancelled and left, and what their expiry does, decided otherwise. */
final class TimerDeviations {
    private static final int[] BITS = {1, 8, 16, 31, 48, 63}; // one of 32 bits was thought up

    private TimerDeviations() {}

    /** Those that conditions narrow. */
    static List<Deviation> wide() {
        List<Deviation> all = new ArrayList<>();
        for (String thoughtUp : List.of(
                "TIMER-ROUTINE-LOST",
                "TIMER-ROUTINE-ON-OTHER-THREAD",
                "TIMER-ROUTINE-TWICE",
                "TIMER-ARGUMENT-LOST",
                "TIMER-TIME-LOST",
                "TIMER-NEVER-SIGNALED",
                "TIMER-SYNC-NOT-RESET",
                "TIMER-SYNC-PULSES",
                "TIMER-MANUAL-RESET-BY-ROUTINE",
                "TIMER-SET-KEEPS-SIGNAL",
                "TIMER-SET-AGAIN-KEEPS-ENTRY",
                "TIMER-CANCEL-KEEPS-ENTRY",
                "TIMER-CANCEL-RESETS",
                "TIMER-CANCEL-SIGNALS",
                "TIMER-OUTLIVES-SETTER",
                "TIMER-PLAIN-DIES-WITH-SETTER",
                "TIMER-SETTER-END-RESETS",
                "TIMER-SETTER-END-SIGNALS",
                "TIMER-DIES-WITH-ANY-HANDLE",
                "TIMER-RESUME-REFUSED",
                "TIMER-INITIALLY-SIGNALED")) {
            all.add(Deviation.named(Faults.find(thoughtUp).orElseThrow()));
        }
        all.add(Deviation.of("TIMER-NOT-SET", "setting a timer changes nothing", "TIMER-APC-1", new TimerPolicy() {
            @Override
            public KTimer.@Nullable Setting set(Kernel kernel, KTimer timer, KThread by, KTimer.Setting asked) {
                return null;
            }
        }));
        all.add(Deviation.of("TIMER-ENDS", "a timer expires once", "TIMER-PERIODIC-1", new TimerPolicy() {
            @Override
            public long nextDueMicros(Kernel kernel, KTimer timer, long dueMicros) {
                return Deadline.NEVER;
            }
        }));
        all.add(Deviation.of(
                "TIMER-CANCEL-REFUSED", "a timer cannot be canceled", "TIMER-CANCEL-OTHER-THREAD-1", new TimerPolicy() {
                    @Override
                    public int cancellation(Kernel kernel, KTimer timer, KThread by) {
                        return NtStatus.TIMER_NOT_CANCELED;
                    }
                }));
        all.add(Deviation.of(
                "TIMER-NOT-STOPPED",
                "canceling a timer does not keep it from expiring",
                "TIMER-CANCEL-STOP-1",
                new TimerPolicy() {
                    @Override
                    public boolean cancelDisarms(Kernel kernel, KTimer timer, KThread by) {
                        return false;
                    }
                }));
        return all;
    }

    /** Numbers that timers are given, and that their routines are. */
    static List<Deviation> numbers() {
        List<Deviation> all = new ArrayList<>();
        for (int bits : BITS) {
            long mask = (1L << bits) - 1;
            argument(
                    all, "OF-" + bits + (bits == 1 ? "-BIT" : "-BITS"), "keeps " + bits + " bits", data -> data & mask);
        }
        argument(all, "SIGN-EXTENDED", "goes through a signed number of 32 bits", data -> (int) data);
        argument(all, "PLUS-1", "is one more", data -> data + 1);
        period(all, "ZERO-REFUSED", "a timer without a period cannot be set", millis -> millis > 0);
        period(all, "REFUSED", "a timer with a period cannot be set", millis -> millis == 0);
        due(all, "HALVED", "is over after half of it", left -> left / 2);
        due(all, "LOST", "is over at once", left -> 0);
        due(all, "ENDLESS", "is never over", left -> Deadline.NEVER);
        return all;
    }

    private static void argument(List<Deviation> all, String id, String title, LongUnaryOperator handed) {
        all.add(Deviation.of(
                "TIMER-DATA-" + id, "the argument that a timer hands over " + title, "TIMER-ARGS-1", new TimerPolicy() {
                    @Override
                    public UserApc apc(Kernel kernel, KTimer timer, UserApc apc) {
                        return new UserApc(apc.routine(), handed.applyAsLong(apc.data()), apc.origin());
                    }
                }));
    }

    private static void period(List<Deviation> all, String id, String title, IntPredicate takes) {
        all.add(Deviation.of("TIMER-PERIOD-" + id, title, "TIMER-PERIODIC-1", new ArgumentPolicy() {
            @Override
            public boolean takesPeriod(KThread caller, int millis) {
                return takes.test(millis);
            }
        }));
    }

    private static void due(List<Deviation> all, String id, String title, LongUnaryOperator left) {
        all.add(Deviation.of(
                "TIMER-DUE-" + id,
                "the time that a timer has to go " + title,
                "TIMER-RELATIVE-1",
                new ArgumentPolicy() {
                    @Override
                    public long microsToGo(KThread caller, long units, long utcMicros, long delayMillis) {
                        return left.applyAsLong(super.microsToGo(caller, units, utcMicros, delayMillis));
                    }
                }));
    }

    /** One kind of timer for another. */
    static List<Deviation> kinds() {
        List<Deviation> all = new ArrayList<>();
        reset(all, "TIMER-ALWAYS-MANUAL-RESET", "every timer is a manual-reset one", "TIMER-SYNC-1", true);
        reset(all, "TIMER-ALWAYS-SYNCHRONIZATION", "every timer is a synchronization one", "TIMER-MANUAL-1", false);
        return all;
    }

    private static void reset(List<Deviation> all, String id, String title, String rule, boolean manual) {
        all.add(Deviation.of(id, title, rule, new CreationPolicy() {
            @Override
            public boolean isManualResetTimer(KThread caller, ApiFunction function, boolean asked) {
                return manual;
            }
        }));
    }

    /** What the handle of a new timer permits. */
    static List<Deviation> rights() {
        List<Deviation> all = new ArrayList<>();
        right(all, "NEW-TIMER-MAY-BE-SET", "can be set", asked -> asked | Purpose.MODIFY_TIMER.access());
        right(all, "NEW-TIMER-MAY-BE-AWAITED", "can be waited for", asked -> asked | Purpose.WAIT.access());
        right(all, "NEW-TIMER-LACKS-SETTING", "cannot be set", asked -> asked & ~Purpose.MODIFY_TIMER.access());
        right(all, "NEW-TIMER-LACKS-WAIT", "cannot be waited for", asked -> asked & ~Purpose.WAIT.access());
        return all;
    }

    private static void right(List<Deviation> all, String id, String title, IntUnaryOperator access) {
        all.add(Deviation.of(
                id,
                "the timer that CreateWaitableTimerExW makes " + title + ", whatever was asked for",
                "TIMER-CREATE-EX-ACCESS-1",
                new HandlePolicy() {
                    @Override
                    public int accessOfNewTimer(KThread caller, int asked) {
                        return access.applyAsInt(asked);
                    }
                }));
    }
}
