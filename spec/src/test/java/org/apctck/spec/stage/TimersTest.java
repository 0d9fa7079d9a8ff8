package org.apctck.spec.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apctck.spec.api.DueTime;
import org.junit.jupiter.api.Test;

class TimersTest {
    private static final long T = 4;
    private static final long U = 8;
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int THREADS = 2;

    /** Later than whatever the test itself does. */
    private static final long LATER = TimeUnit.HOURS.toNanos(1);

    private final Timers timers = new Timers();
    private final Actor setter = new Actor("setter");
    private final Actor other = new Actor("other");
    private final long began = System.nanoTime();

    private Timers.Setting setting(long dueMillis, long periodMillis) {
        return new Timers.Setting(setter, "R", 7, began, Timers.utc(), dueMillis, periodMillis);
    }

    private void arm(long dueMillis, long periodMillis) {
        timers.armed(T, setting(dueMillis, periodMillis), began);
    }

    /** In milliseconds from the beginning, for a wait of another thread that begins with it. */
    private long expiry(long handle, long atMillis) {
        long expiry = timers.expiryNanos(other, List.of(handle), false, began, began + atMillis * MILLI, THREADS);
        return expiry == Timers.NEVER ? Timers.NEVER : (expiry - began) / MILLI;
    }

    @Test
    void aTimerEndsAWaitForItUntilSomeTimeAfterItIsDue() {
        arm(50, 0);

        assertThat(expiry(T, 0)).isEqualTo(50);
        assertThat(expiry(T, 1000)).isEqualTo(50);
        assertThat(expiry(T, 3000)).isEqualTo(Timers.NEVER);
        assertThat(expiry(U, 0)).isEqualTo(Timers.NEVER);
    }

    @Test
    void itsRoutineEndsAnAlertableWaitOfItsSetterAlone() {
        arm(50, 0);

        assertThat(timers.expiryNanos(setter, List.of(), true, began, began, THREADS))
                .isEqualTo(began + 50 * MILLI);
        assertThat(timers.expiryNanos(setter, List.of(), false, began, began, THREADS))
                .isEqualTo(Timers.NEVER);
        assertThat(timers.expiryNanos(other, List.of(), true, began, began, THREADS))
                .isEqualTo(Timers.NEVER);
    }

    @Test
    void aTimerThatRepeatsEndsEachWaitOnceMore() {
        arm(60, 60);

        assertThat(expiry(T, 100)).isEqualTo(120);
        assertThat(expiry(T, 60 * (THREADS + 1) + 2500)).isEqualTo(Timers.NEVER);
    }

    @Test
    void aTimerThatIsDueInAThousandYearsHidesNoOther() {
        arm(Long.MAX_VALUE / DueTime.UNITS_PER_MILLI / 2, 0);
        timers.armed(U, setting(50, 0), began);

        assertThat(expiry(T, 0)).isBetween(TimeUnit.DAYS.toMillis(365), Timers.NEVER - 1);
        assertThat(timers.expiryNanos(other, List.of(T, U), false, began, began, THREADS))
                .isEqualTo(began + 50 * MILLI);
    }

    @Test
    void aCopyOfAHandleOutlastsTheOriginal() {
        arm(50, 0);
        timers.opened(U, timers.object(T));
        timers.opened(T);

        assertThat(expiry(U, 0)).isEqualTo(50);
        assertThat(expiry(T, 0)).isEqualTo(Timers.NEVER);
    }

    @Test
    void aCopyMayTakeTheValueOfItsClosedSource() {
        arm(50, 0);
        timers.opened(T, timers.object(T));

        assertThat(expiry(T, 0)).isEqualTo(50);
    }

    @Test
    void settingATimerAgainReplacesWhatItWasArmedFor() {
        arm(50, 0);
        timers.armed(T, setting(90, 0), began + LATER);

        assertThat(expiry(T, 0)).isEqualTo(90);
    }

    @Test
    void cancellingATimerDisarmsIt() {
        arm(50, 0);
        timers.disarmed(T, began + LATER);

        assertThat(expiry(T, 0)).isEqualTo(Timers.NEVER);
    }

    @Test
    void ofCallsThatOverlapNobodyKnowsWhichCameLast() {
        arm(50, 0);
        arm(90, 0);
        timers.disarmed(T, began);

        assertThat(expiry(T, 0)).isEqualTo(50);
        assertThat(expiry(T, 2060)).isEqualTo(90);
    }

    @Test
    void whetherTheEndOfItsSetterDisarmsATimerIsForTheImplementationToShow() {
        arm(50, 0);
        setter.appear(1);
        setter.vanish();

        assertThat(expiry(T, 0)).isEqualTo(50);
    }

    @Test
    void aTimeIsOnTimeFromWhenTheTimerWasDueUntilNow() {
        Timers.Setting setting = setting(1000, 0);
        timers.announce(setting);
        long due = setting.beganUtc() + 1000 * DueTime.UNITS_PER_MILLI;

        assertThat(timers.signalTime("R", 7, due)).isEqualTo("another time"); // it is not that late yet
        assertThat(timers.signalTime("R", 7, 0)).isEqualTo("0");
        assertThat(timers.signalTime("R", 7, -5_000_000)).isEqualTo("another time");

        Timers.Setting past = setting(0, 0);
        timers.announce(past);
        assertThat(timers.signalTime("R", 7, past.beganUtc())).isEqualTo("on time");
        assertThat(timers.signalTime("R", 8, past.beganUtc())).isEqualTo("another time");
        assertThat(timers.signalTime("Q", 7, past.beganUtc())).isEqualTo("another time");
    }
}
