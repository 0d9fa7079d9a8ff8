package org.apctck.reference.fault;

import java.util.List;
import org.apctck.reference.kernel.Deadline;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.KTimer;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.TimerPolicy;
import org.apctck.reference.kernel.UserApc;
import org.apctck.reference.win32.ArgumentPolicy;
import org.jspecify.annotations.Nullable;

/** Faults of numbers: what a timer makes of its arguments, and what its routine is told. */
final class TimerArgumentFaults {
    /** The places at a timer where the two halves of the time are remembered at which it was set. */
    private static final int UPPER = 0;

    private static final int LOWER = 1;

    static final List<Fault> ALL = List.of(
            new Fault(
                    "TIMER-ARGUMENT-LOST", "the routine of a timer gets 0 whatever its argument is", new TimerPolicy() {
                        @Override
                        public UserApc apc(Kernel kernel, KTimer timer, UserApc apc) {
                            return withData(apc, 0);
                        }
                    }),
            new Fault(
                    "TIMER-ARGUMENT-OF-32-BITS",
                    "the upper half of the argument of a timer is lost",
                    new TimerPolicy() {
                        @Override
                        public UserApc apc(Kernel kernel, KTimer timer, UserApc apc) {
                            return withData(apc, apc.data() & 0xFFFF_FFFFL);
                        }
                    }),
            new Fault(
                    "TIMER-ARGUMENT-ONLY-ONCE",
                    "a periodic timer hands over its argument by its first expiry only",
                    new TimerPolicy() {
                        @Override
                        public UserApc apc(Kernel kernel, KTimer timer, UserApc apc) {
                            return timer.isRepeating() ? withData(apc, 0) : apc;
                        }
                    }),
            new Fault("TIMER-TIME-LOST", "the routine of a timer gets the time 0", new TimerPolicy() {
                @Override
                public long timeTold(Kernel kernel, KTimer timer, long signaled) {
                    return 0;
                }
            }),
            new Fault(
                    "TIMER-TIME-OF-SETTING",
                    "the routine of a timer gets the time at which the timer was set",
                    new TimerPolicy() {
                        @Override
                        public KTimer.@Nullable Setting set(
                                Kernel kernel, KTimer timer, KThread by, KTimer.Setting asked) {
                            long units = 10 * kernel.utcMicros();
                            remember(timer, UPPER, (int) (units >> Integer.SIZE));
                            remember(timer, LOWER, (int) units);
                            return asked;
                        }

                        @Override
                        public long timeTold(Kernel kernel, KTimer timer, long signaled) {
                            return (long) timer.recall(UPPER) << Integer.SIZE
                                    | Integer.toUnsignedLong(timer.recall(LOWER));
                        }
                    }),
            new Fault(
                    "TIMER-TIME-HALVES-SWAPPED",
                    "the two halves of the time that the routine of a timer gets change places",
                    new TimerPolicy() {
                        @Override
                        public long timeTold(Kernel kernel, KTimer timer, long signaled) {
                            return Long.rotateLeft(signaled, Integer.SIZE);
                        }
                    }),
            new Fault(
                    "TIMER-RELATIVE-AT-ONCE",
                    "a timer that is due after an interval expires at once",
                    new ArgumentPolicy() {
                        @Override
                        public long microsToGo(KThread caller, long units, long utcMicros, long delayMillis) {
                            return units < 0 ? 0 : super.microsToGo(caller, units, utcMicros, delayMillis);
                        }
                    }),
            new Fault(
                    "TIMER-DUE-TOO-EARLY",
                    "a timer that is due after an interval expires after a tenth of it",
                    new ArgumentPolicy() {
                        @Override
                        public long microsToGo(KThread caller, long units, long utcMicros, long delayMillis) {
                            long left = super.microsToGo(caller, units, utcMicros, delayMillis);
                            return units < 0 ? left / 10 : left;
                        }
                    }),
            new Fault(
                    "TIMER-ABSOLUTE-AS-RELATIVE",
                    "a moment is taken for an interval, which is over after centuries",
                    new ArgumentPolicy() {
                        @Override
                        public long microsToGo(KThread caller, long units, long utcMicros, long delayMillis) {
                            // After centuries the check of a least time would still hold: no program lives to see it.
                            return units > 0 ? Deadline.NEVER : super.microsToGo(caller, units, utcMicros, delayMillis);
                        }
                    }),
            new Fault(
                    "TIMER-ABSOLUTE-AT-ONCE", "a timer that is due at a moment expires at once", new ArgumentPolicy() {
                        @Override
                        public long microsToGo(KThread caller, long units, long utcMicros, long delayMillis) {
                            return units > 0 ? 0 : super.microsToGo(caller, units, utcMicros, delayMillis);
                        }
                    }),
            new Fault(
                    "TIMER-PAST-NEVER",
                    "a timer that is due at a moment that has passed never expires",
                    new ArgumentPolicy() {
                        @Override
                        public long microsToGo(KThread caller, long units, long utcMicros, long delayMillis) {
                            long left = super.microsToGo(caller, units, utcMicros, delayMillis);
                            return left < 0 ? Deadline.NEVER : left;
                        }
                    }),
            new Fault("TIMER-EX-EARLY", "the tolerable delay is taken off the due time", new ArgumentPolicy() {
                @Override
                public long microsToGo(KThread caller, long units, long utcMicros, long delayMillis) {
                    return super.microsToGo(caller, units, utcMicros, delayMillis) - 1000 * delayMillis;
                }
            }),
            new Fault("TIMER-RESUME-REFUSED", "a timer that is to wake the system cannot be set", new ArgumentPolicy() {
                @Override
                public boolean takesResume(KThread caller) {
                    return false;
                }
            }),
            new Fault("TIMER-NEGATIVE-PERIOD-ACCEPTED", "a negative period counts as none", new ArgumentPolicy() {
                        @Override
                        public boolean takesPeriod(KThread caller, int millis) {
                            return true;
                        }
                    })
                    .breaking("TIMER-NEGPERIOD-1"));

    private TimerArgumentFaults() {}

    private static UserApc withData(UserApc apc, long data) {
        return new UserApc(apc.routine(), data, apc.origin());
    }
}
