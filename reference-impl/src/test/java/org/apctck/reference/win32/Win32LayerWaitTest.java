package org.apctck.reference.win32;

import static org.apctck.reference.win32.Win32Fixture.INFINITE;
import static org.apctck.reference.win32.Win32Fixture.INVALID;
import static org.apctck.reference.win32.Win32Fixture.WAIT_FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.Deadline;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.UserApc;
import org.junit.jupiter.api.Test;

class Win32LayerWaitTest {
    private static final int SYNCHRONIZE = 0x10_0000;
    private static final UserApc A = new UserApc(1, 2);

    private final Win32Fixture f = new Win32Fixture();
    private final Win32Layer win32 = f.win32;
    private final long event = win32.createEvent(f.caller, true, false);

    private long wait(long[] handles, boolean all, long millis, boolean alertable) {
        return win32.waitForMultipleObjectsEx(f.caller, handles, all, millis, alertable, Choice.FIRST);
    }

    private boolean signal(long signaled, long waited) {
        return win32.signalForWait(f.caller, signaled, waited, Choice.FIRST) != 0;
    }

    @Test
    void aWaitEndsAtItsTimeoutInMilliseconds() {
        f.kernel.setNowMicros(7);

        assertThat(win32.waitForSingleObjectEx(f.caller, event, 20, false, Choice.FIRST))
                .isEqualTo(Win32Layer.WAITING);

        assertThat(f.caller.deadlineMicros()).isEqualTo(20_007);
    }

    @Test
    void theGreatestNumberIsNoTimeoutButTheOneBelowIs() {
        win32.waitForSingleObjectEx(f.caller, event, INFINITE, false, Choice.FIRST);
        assertThat(win32.sleepEx(f.other, INFINITE - 1, false, Choice.FIRST)).isEqualTo(Win32Layer.WAITING);

        assertThat(f.caller.deadlineMicros()).isEqualTo(Deadline.NEVER);
        assertThat(f.other.deadlineMicros()).isEqualTo(4_294_967_294_000L);
    }

    @Test
    void anAlertableWaitIsAlertableAndAnotherIsNot() {
        win32.waitForSingleObjectEx(f.caller, event, INFINITE, true, Choice.FIRST);
        win32.waitForSingleObjectEx(f.other, event, INFINITE, false, Choice.FIRST);

        win32.queueUserApc(f.caller, A, f.callerHandle, Choice.FIRST);
        win32.queueUserApc(f.caller, A, f.otherHandle, Choice.FIRST);

        assertThat(Win32Layer.waitResult(f.caller.waitStatus())).isEqualTo(0xC0);
        assertThat(f.isBlocked(f.other)).isTrue();
    }

    @Test
    void aSleepIsEndedByAnApcOnlyIfItIsAlertable() {
        win32.sleepEx(f.caller, INFINITE, true, Choice.FIRST);
        win32.sleepEx(f.other, INFINITE, false, Choice.FIRST);

        win32.queueUserApc(f.caller, A, f.callerHandle, Choice.FIRST);
        win32.queueUserApc(f.caller, A, f.otherHandle, Choice.FIRST);

        assertThat(Win32Layer.sleepResult(f.caller.waitStatus())).isEqualTo(0xC0);
        assertThat(f.isBlocked(f.other)).isTrue();
    }

    @Test
    void theResultOfASleepThatTimesOutIsZeroAndThatOfAWaitIsNot() {
        assertThat(Win32Layer.sleepResult(NtStatus.TIMEOUT)).isZero();
        assertThat(Win32Layer.waitResult(NtStatus.TIMEOUT)).isEqualTo(0x102);
    }

    @Test
    void waitingNeedsSynchronize() {
        f.assertFailed(f.poll(f.with(0x1F_FFFF & ~SYNCHRONIZE, event)), WAIT_FAILED, 5);
        assertThat(f.poll(f.with(SYNCHRONIZE, event))).isEqualTo(0x102);
    }

    @Test
    void whatIsNoHandleCannotBeWaitedFor() {
        f.assertFailed(f.poll(0), WAIT_FAILED, 6);
        f.assertFailed(f.poll(INVALID), WAIT_FAILED, 6);
        f.assertFailed(wait(new long[] {event, INVALID}, false, 0, true), WAIT_FAILED, 6);
    }

    @Test
    void aWaitTakes1To64Objects() {
        long[] handles = new long[65];
        for (int i = 0; i < handles.length; i++) {
            handles[i] = win32.createEvent(f.caller, true, i == 63);
        }

        f.assertFailed(wait(new long[0], false, 0, false), WAIT_FAILED, 87);
        f.assertFailed(wait(handles, false, 0, false), WAIT_FAILED, 87);
        assertThat(wait(Arrays.copyOf(handles, 64), false, 0, false)).isEqualTo(Win32Layer.WAITING);
        assertThat(Win32Layer.waitResult(f.caller.waitStatus())).isEqualTo(63);
    }

    @Test
    void anObjectStandsOnceInAWaitForAll() {
        long[] twice = {event, f.with(SYNCHRONIZE, event)};

        f.assertFailed(wait(twice, true, 0, false), WAIT_FAILED, 87);
        assertThat(wait(twice, false, 0, false)).isEqualTo(Win32Layer.WAITING);
    }

    @Test
    void aWaitForAllWaitsForAll() {
        long second = win32.createEvent(f.caller, true, true);

        wait(new long[] {event, second}, true, INFINITE, false);

        assertThat(f.isBlocked(f.caller)).isTrue();
        win32.setEvent(f.other, event, Choice.FIRST);
        assertThat(Win32Layer.waitResult(f.caller.waitStatus())).isZero();
    }

    @Test
    void anAbandonedMutexShowsInTheResult() {
        long mutex = win32.createMutex(f.other, true, Choice.FIRST);
        win32.exitThread(f.other, 0, Choice.FIRST);

        assertThat(f.poll(mutex)).isEqualTo(0x80);
        assertThat(win32.releaseMutex(f.caller, mutex, Choice.FIRST)).isNotZero();
    }

    // SignalObjectAndWait

    @Test
    void anEventIsSet() {
        long second = win32.createEvent(f.caller, false, false);

        assertThat(signal(second, event)).isTrue();

        assertThat(f.poll(second)).isZero();
    }

    @Test
    void aMutexIsReleasedOnce() {
        long mutex = win32.createMutex(f.caller, true, Choice.FIRST);

        assertThat(signal(mutex, event)).isTrue();

        assertThat(f.pollOn(f.other, mutex)).isZero();
    }

    @Test
    void aSemaphoreIsRaisedByOne() {
        long semaphore = win32.createSemaphore(f.caller, 0, 5);

        assertThat(signal(semaphore, event)).isTrue();

        assertThat(f.poll(semaphore)).isZero();
        assertThat(f.poll(semaphore)).isEqualTo(0x102);
    }

    @Test
    void whatCannotBeSignaledIsNotWaitedAfter() {
        long mutex = win32.createMutex(f.other, true, Choice.FIRST);
        long full = win32.createSemaphore(f.caller, 1, 1);

        f.assertFailed(win32.signalForWait(f.caller, mutex, event, Choice.FIRST), 0, 288);
        f.assertFailed(win32.signalForWait(f.caller, full, event, Choice.FIRST), 0, 298);
        f.assertFailed(win32.signalForWait(f.caller, f.otherHandle, event, Choice.FIRST), 0, 6);
        f.assertFailed(win32.signalForWait(f.caller, INVALID, event, Choice.FIRST), 0, 6);
    }

    @Test
    void bothHandlesNeedTheirRightsAndOtherwiseNothingIsSignaled() {
        long second = win32.createEvent(f.caller, true, false);
        long semaphore = win32.createSemaphore(f.caller, 0, 1);

        f.assertFailed(win32.signalForWait(f.caller, f.with(SYNCHRONIZE, second), event, Choice.FIRST), 0, 5);
        f.assertFailed(win32.signalForWait(f.caller, f.with(SYNCHRONIZE, semaphore), event, Choice.FIRST), 0, 5);
        f.assertFailed(win32.signalForWait(f.caller, second, f.with(0x2, event), Choice.FIRST), 0, 5);
        f.assertFailed(win32.signalForWait(f.caller, second, INVALID, Choice.FIRST), 0, 6);

        assertThat(f.poll(second)).isEqualTo(0x102);
        assertThat(f.poll(semaphore)).isEqualTo(0x102);
    }
}
