package org.apctck.reference.win32;

import static org.apctck.reference.win32.Win32Fixture.INFINITE;
import static org.apctck.spec.api.ApiFunction.CANCEL_WAITABLE_TIMER;
import static org.apctck.spec.api.ApiFunction.CLOSE_HANDLE;
import static org.apctck.spec.api.ApiFunction.CREATE_WAITABLE_TIMER;
import static org.apctck.spec.api.ApiFunction.SET_WAITABLE_TIMER;
import static org.apctck.spec.api.ApiFunction.SLEEP_EX;
import static org.apctck.spec.api.ApiFunction.WAIT_FOR_SINGLE_OBJECT_EX;
import static org.assertj.core.api.Assertions.assertThat;

import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.Deadline;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.UserApc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimerFunctionsTest {
    private static final long ROUTINE = 1;
    private static final long MILLI = 10_000;
    private static final long NEVER = Deadline.NEVER;

    private final Win32Fixture f = new Win32Fixture();
    private final long timer = f.call(f.caller, CREATE_WAITABLE_TIMER, 0, true, 0);

    private long set(KThread by, long dueUnits, int period, long routine) {
        return f.call(by, SET_WAITABLE_TIMER, timer, dueUnits, period, routine, 7, false);
    }

    private long utcUnits() {
        return 10 * f.kernel.utcMicros();
    }

    /** Lets time pass, and everything happen that is due by then. */
    private void pass(long millis) {
        long until = f.kernel.nowMicros() + 1000 * millis;
        for (boolean more = true; more; ) {
            more = false;
            for (int source : f.kernel.sources()) {
                long due = f.kernel.object(source).dueMicros();
                if (due <= until) {
                    f.kernel.setNowMicros(Math.max(due, f.kernel.nowMicros()));
                    f.kernel.fire(source, Choice.FIRST);
                    more = true;
                }
            }
        }
        f.kernel.setNowMicros(until);
    }

    private long dueMicros() {
        int[] sources = f.kernel.sources();
        return sources.length == 0 ? NEVER : f.kernel.object(sources[0]).dueMicros();
    }

    @Test
    void aNegativeTimeCountsFromNow() {
        f.kernel.setNowMicros(5);

        set(f.caller, -50 * MILLI, 0, 0);

        assertThat(dueMicros()).isEqualTo(50_005);
    }

    @ParameterizedTest
    @CsvSource({"50, 50000", "0, 0", "-20, 0"})
    void aPositiveTimeIsATimeOfDayAndOneInThePastIsDueAtOnce(long millisFromNow, long due) {
        set(f.caller, utcUnits() + millisFromNow * MILLI, 0, 0);

        assertThat(dueMicros()).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"-9223372036854775808, 922337203685477580", "9223372036854775807, 908896646885477580"})
    void aTimeFarInTheFutureIsNoTimeInThePast(long units, long due) {
        set(f.caller, units, 0, 0);

        assertThat(dueMicros()).isEqualTo(due);
    }

    @Test
    void atItsTimeItIsSignaledAndItsRoutineQueuedToTheSetter() {
        set(f.other, -50 * MILLI, 0, ROUTINE);

        pass(49);
        assertThat(f.poll(timer)).isEqualTo(0x102);
        pass(1);

        assertThat(f.poll(timer)).isZero();
        assertThat(f.kernel.takeUserApc(f.caller, Choice.FIRST)).isNull();
        assertThat(f.kernel.takeUserApc(f.other, Choice.FIRST)).isNotNull().satisfies(apc -> {
            assertThat(apc.routine()).isEqualTo(ROUTINE);
            assertThat(apc.data()).isEqualTo(7);
            assertThat(apc.origin()).isNotEqualTo(UserApc.OF_A_CALL);
        });
        assertThat(dueMicros()).isEqualTo(NEVER);
    }

    @Test
    void aPeriodIsCountedFromTheTimeThatWasDue() {
        set(f.caller, -50 * MILLI, 30, 0);

        pass(50);

        assertThat(dueMicros()).isEqualTo(80_000);
    }

    @Test
    void aRoutineThatIsStillQueuedIsNotQueuedAgain() {
        set(f.caller, -10 * MILLI, 10, ROUTINE);

        pass(35);

        assertThat(f.caller.userApcCount()).isEqualTo(1);
    }

    @Test
    void whoCancelsATimerTakesItsRoutineOffTheQueueOfTheSetter() {
        set(f.other, -10 * MILLI, 10, ROUTINE);
        pass(10);

        assertThat(f.call(f.caller, CANCEL_WAITABLE_TIMER, timer)).isEqualTo(1);

        assertThat(f.other.userApcCount()).isZero();
        assertThat(f.poll(timer)).isZero();
        assertThat(dueMicros()).isEqualTo(NEVER);
    }

    @Test
    void settingATimerMakesItNonsignaledAndForgetsWhatItWasSetFor() {
        set(f.caller, -10 * MILLI, 0, ROUTINE);
        pass(10);

        set(f.caller, -500 * MILLI, 0, 0);

        assertThat(f.caller.userApcCount()).isZero();
        assertThat(f.poll(timer)).isEqualTo(0x102);
    }

    @Test
    void theEndOfTheSetterCancelsATimerThatHasARoutineAndNoOther() {
        long plain = f.call(f.caller, CREATE_WAITABLE_TIMER, 0, true, 0);
        set(f.other, -10 * MILLI, 0, ROUTINE);
        f.call(f.other, SET_WAITABLE_TIMER, plain, -10 * MILLI, 0, 0, 0, false);

        f.kernel.end(f.other, 0, Choice.FIRST);
        pass(20);

        assertThat(f.poll(timer)).isEqualTo(0x102);
        assertThat(f.poll(plain)).isZero();
    }

    @Test
    void timeCanEndAWaitForAnArmedTimerAndAnAlertableOneOfItsSetter() {
        f.call(f.other, WAIT_FOR_SINGLE_OBJECT_EX, timer, INFINITE, false);
        f.call(f.caller, SLEEP_EX, INFINITE, true);
        assertThat(f.kernel.isInFiniteWait(f.other)).isFalse();

        set(f.caller, -10 * MILLI, 0, ROUTINE);

        assertThat(f.kernel.isInFiniteWait(f.other)).isTrue();
        assertThat(f.kernel.isInFiniteWait(f.caller)).isTrue();
        f.call(f.caller, CANCEL_WAITABLE_TIMER, timer);
        assertThat(f.kernel.isInFiniteWait(f.other)).isFalse();
    }

    @Test
    void anArmedTimerWithoutAHandleIsKeptUntilItHasExpired() {
        set(f.caller, -10 * MILLI, 0, ROUTINE);
        int id = f.kernel.sources()[0];

        f.call(f.caller, CLOSE_HANDLE, timer);
        assertThat(f.kernel.find(id)).isNotNull();
        pass(10);

        assertThat(f.kernel.find(id)).isNull();
        assertThat(f.caller.userApcCount()).isEqualTo(1);
    }

    @Test
    void aNegativePeriodIsRefusedAndLeavesTheTimerAsItWas() {
        set(f.caller, -10 * MILLI, 0, 0);

        f.assertFailed(set(f.caller, -20 * MILLI, -1, 0), 0, Win32Error.INVALID_PARAMETER);

        assertThat(dueMicros()).isEqualTo(10_000);
    }
}
