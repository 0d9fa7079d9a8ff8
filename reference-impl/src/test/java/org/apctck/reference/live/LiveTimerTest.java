package org.apctck.reference.live;

import static org.apctck.reference.live.Win32.ERROR_ACCESS_DENIED;
import static org.apctck.reference.live.Win32.ERROR_INVALID_HANDLE;
import static org.apctck.reference.live.Win32.ERROR_INVALID_PARAMETER;
import static org.apctck.reference.live.Win32.INFINITE;
import static org.apctck.reference.live.Win32.SYNCHRONIZE;
import static org.apctck.reference.live.Win32.WAIT_IO_COMPLETION;
import static org.apctck.reference.live.Win32.WAIT_OBJECT_0;
import static org.apctck.reference.live.Win32.WAIT_TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LiveTimerTest {
    private static final long MILLI = 10_000;
    private static final long HOUR = 3_600_000 * MILLI;
    private static final long SECONDS_FROM_1601_TO_1970 = 11_644_473_600L;

    private final Win32 win32 = Win32.newProcess();
    private final List<Long> told = new ArrayList<>();

    private void set(Handle timer, long dueTime, int period, TimerRoutine routine) {
        assertThat(win32.setWaitableTimer(timer, dueTime, period, routine, 7, false))
                .isNotZero();
    }

    private static long utc() {
        return (Instant.now().toEpochMilli() + SECONDS_FROM_1601_TO_1970 * 1000) * MILLI;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anExpiredTimerReleasesWhoWaitsForIt(boolean manualReset) {
        Handle timer = win32.createWaitableTimer(manualReset);
        assertThat(win32.waitForSingleObject(timer, 0)).isEqualTo(WAIT_TIMEOUT);

        win32.setWaitableTimer(timer, -20 * MILLI, 0, null, 0, false);

        assertThat(win32.waitForSingleObject(timer, INFINITE)).isEqualTo(WAIT_OBJECT_0);
        assertThat(win32.waitForSingleObject(timer, 0)).isEqualTo(manualReset ? WAIT_OBJECT_0 : WAIT_TIMEOUT);
    }

    @Test
    void theRoutineRunsInAnAlertableWaitOfTheSetterAndIsToldTheTime() {
        Handle timer = win32.createWaitableTimer(true);
        long before = utc();

        set(timer, -20 * MILLI, 0, (argument, time) -> {
            told.add(argument);
            told.add(time);
        });
        win32.waitForSingleObject(timer, INFINITE);
        assertThat(told).isEmpty();

        assertThat(win32.sleepEx(INFINITE, true)).isEqualTo(WAIT_IO_COMPLETION);
        assertThat(told).hasSize(2);
        assertThat(told.get(0)).isEqualTo(7);
        assertThat(told.get(1)).isBetween(before + 19 * MILLI, utc() + MILLI);
    }

    @Test
    void aPeriodicTimerQueuesItsRoutineAgainUntilItIsCancelled() {
        Handle timer = win32.createWaitableTimer(false);
        set(timer, -MILLI, 1, (argument, time) -> told.add(argument));

        for (int i = 0; i < 3; i++) {
            assertThat(win32.sleepEx(INFINITE, true)).isEqualTo(WAIT_IO_COMPLETION);
        }
        assertThat(win32.cancelWaitableTimer(timer)).isNotZero();
        int ran = told.size();

        assertThat(ran).isGreaterThanOrEqualTo(3);
        assertThat(win32.sleepEx(20, true)).isZero();
        assertThat(told).hasSize(ran);
    }

    @Test
    void anAbsoluteTimeInThePastIsDueAtOnce() {
        Handle timer = win32.createWaitableTimer(true);

        set(timer, utc() - HOUR, 0, (argument, time) -> told.add(argument));

        assertThat(win32.sleepEx(INFINITE, true)).isEqualTo(WAIT_IO_COMPLETION);
        assertThat(told).containsExactly(7L);
    }

    @Test
    void settingAgainBringsTheExpiryForward() {
        Handle timer = win32.createWaitableTimer(true);

        win32.setWaitableTimer(timer, -HOUR, 0, null, 0, false);
        win32.setWaitableTimer(timer, -MILLI, 0, null, 0, false);

        assertThat(win32.waitForSingleObject(timer, INFINITE)).isEqualTo(WAIT_OBJECT_0);
    }

    @Test
    void theEndOfTheSetterCancelsATimerWithARoutine() {
        Handle timer = win32.createWaitableTimer(true);
        Handle thread = win32.createThread(
                0,
                parameter -> win32.setWaitableTimer(timer, -200 * MILLI, 0, (argument, time) -> {}, 0, false),
                0,
                0,
                null);
        win32.waitForSingleObject(thread, INFINITE);

        assertThat(win32.waitForSingleObject(timer, 300)).isEqualTo(WAIT_TIMEOUT);
    }

    @Test
    void whatIsRefusedSaysWhy() {
        Handle timer = win32.createWaitableTimer(true);
        Handle weak = win32.createWaitableTimerEx(0, SYNCHRONIZE);
        Handle event = win32.createEvent(false, false);

        assertThat(win32.setWaitableTimer(timer, -MILLI, -1, null, 0, false)).isZero();
        assertThat(win32.getLastError()).isEqualTo(ERROR_INVALID_PARAMETER);
        assertThat(win32.setWaitableTimer(weak, -MILLI, 0, null, 0, false)).isZero();
        assertThat(win32.getLastError()).isEqualTo(ERROR_ACCESS_DENIED);
        assertThat(win32.cancelWaitableTimer(event)).isZero();
        assertThat(win32.getLastError()).isEqualTo(ERROR_INVALID_HANDLE);
    }

    @Test
    void tenThousandTimersEachExpire() {
        List<Handle> timers = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            Handle timer = win32.createWaitableTimer(true);
            win32.setWaitableTimerEx(timer, -MILLI, 0, null, 0, 0);
            timers.add(timer);
        }

        assertThat(timers)
                .allSatisfy(timer ->
                        assertThat(win32.waitForSingleObject(timer, INFINITE)).isEqualTo(WAIT_OBJECT_0));
    }
}
