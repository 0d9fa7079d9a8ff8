package org.apctck.reference.win32;

import static org.apctck.reference.win32.Win32Fixture.INFINITE;
import static org.apctck.reference.win32.Win32Fixture.INVALID;
import static org.apctck.reference.win32.Win32Fixture.WAIT_FAILED;
import static org.apctck.spec.api.ApiFunction.CLOSE_HANDLE;
import static org.apctck.spec.api.ApiFunction.CREATE_EVENT;
import static org.apctck.spec.api.ApiFunction.CREATE_MUTEX;
import static org.apctck.spec.api.ApiFunction.CREATE_SEMAPHORE;
import static org.apctck.spec.api.ApiFunction.EXIT_THREAD;
import static org.apctck.spec.api.ApiFunction.QUEUE_USER_APC;
import static org.apctck.spec.api.ApiFunction.RELEASE_MUTEX;
import static org.apctck.spec.api.ApiFunction.SET_EVENT;
import static org.apctck.spec.api.ApiFunction.SIGNAL_OBJECT_AND_WAIT;
import static org.apctck.spec.api.ApiFunction.SLEEP_EX;
import static org.apctck.spec.api.ApiFunction.WAIT_FOR_MULTIPLE_OBJECTS_EX;
import static org.apctck.spec.api.ApiFunction.WAIT_FOR_SINGLE_OBJECT_EX;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apctck.reference.kernel.Deadline;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.UserApc;
import org.junit.jupiter.api.Test;

class WaitFunctionsTest {
    private static final int SYNCHRONIZE = 0x10_0000;
    private static final UserApc A = new UserApc(1, 2);

    private final Win32Fixture f = new Win32Fixture();
    private final long event = f.call(f.caller, CREATE_EVENT, 0, true, false, 0);

    private long wait(long[] handles, boolean all, long millis, boolean alertable) {
        return f.call(f.caller, WAIT_FOR_MULTIPLE_OBJECTS_EX, handles.length, handles, all, millis, alertable);
    }

    private boolean signal(long signaled, long waited) {
        return f.call(f.caller, SIGNAL_OBJECT_AND_WAIT, signaled, waited, 0, false) == Win32Process.BETWEEN;
    }

    @Test
    void aWaitEndsAtItsTimeoutInMilliseconds() {
        f.kernel.setNowMicros(7);

        assertThat(f.call(f.caller, WAIT_FOR_SINGLE_OBJECT_EX, event, 20, false))
                .isEqualTo(Win32Process.WAITING);

        assertThat(f.caller.dueMicros()).isEqualTo(20_007);
    }

    @Test
    void theGreatestNumberIsNoTimeoutButTheOneBelowIs() {
        f.call(f.caller, WAIT_FOR_SINGLE_OBJECT_EX, event, INFINITE, false);
        assertThat(f.call(f.other, SLEEP_EX, INFINITE - 1, false)).isEqualTo(Win32Process.WAITING);

        assertThat(f.caller.dueMicros()).isEqualTo(Deadline.NEVER);
        assertThat(f.other.dueMicros()).isEqualTo(4_294_967_294_000L);
    }

    @Test
    void anAlertableWaitIsAlertableAndAnotherIsNot() {
        f.call(f.caller, WAIT_FOR_SINGLE_OBJECT_EX, event, INFINITE, true);
        f.call(f.other, WAIT_FOR_SINGLE_OBJECT_EX, event, INFINITE, false);

        f.call(f.caller, QUEUE_USER_APC, A.routine(), f.callerHandle, A.data());
        f.call(f.caller, QUEUE_USER_APC, A.routine(), f.otherHandle, A.data());

        assertThat(f.waited(f.caller)).isEqualTo(0xC0);
        assertThat(f.isBlocked(f.other)).isTrue();
    }

    @Test
    void aSleepIsEndedByAnApcOnlyIfItIsAlertable() {
        f.call(f.caller, SLEEP_EX, INFINITE, true);
        f.call(f.other, SLEEP_EX, INFINITE, false);

        f.call(f.caller, QUEUE_USER_APC, A.routine(), f.callerHandle, A.data());
        f.call(f.caller, QUEUE_USER_APC, A.routine(), f.otherHandle, A.data());

        assertThat(Win32Process.result(SLEEP_EX, f.caller.waitStatus())).isEqualTo(0xC0);
        assertThat(f.isBlocked(f.other)).isTrue();
    }

    @Test
    void theResultOfASleepThatTimesOutIsZeroAndThatOfAWaitIsNot() {
        assertThat(Win32Process.result(SLEEP_EX, NtStatus.TIMEOUT)).isZero();
        assertThat(Win32Process.result(WAIT_FOR_SINGLE_OBJECT_EX, NtStatus.TIMEOUT))
                .isEqualTo(0x102);
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
            handles[i] = f.call(f.caller, CREATE_EVENT, 0, true, i == 63, 0);
        }

        f.assertFailed(wait(new long[0], false, 0, false), WAIT_FAILED, 87);
        f.assertFailed(wait(handles, false, 0, false), WAIT_FAILED, 87);
        assertThat(wait(Arrays.copyOf(handles, 64), false, 0, false)).isEqualTo(Win32Process.WAITING);
        assertThat(f.waited(f.caller)).isEqualTo(63);
    }

    @Test
    void anObjectStandsOnceInAWaitForAll() {
        long[] twice = {event, f.with(SYNCHRONIZE, event)};

        f.assertFailed(wait(twice, true, 0, false), WAIT_FAILED, 87);
        assertThat(wait(twice, false, 0, false)).isEqualTo(Win32Process.WAITING);
    }

    @Test
    void aWaitForAllWaitsForAll() {
        long second = f.call(f.caller, CREATE_EVENT, 0, true, true, 0);

        wait(new long[] {event, second}, true, INFINITE, false);

        assertThat(f.isBlocked(f.caller)).isTrue();
        f.call(f.other, SET_EVENT, event);
        assertThat(f.waited(f.caller)).isZero();
    }

    @Test
    void anAbandonedMutexShowsInTheResult() {
        long mutex = f.call(f.other, CREATE_MUTEX, 0, true, 0);
        f.call(f.other, EXIT_THREAD, 0);

        assertThat(f.poll(mutex)).isEqualTo(0x80);
        assertThat(f.call(f.caller, RELEASE_MUTEX, mutex)).isNotZero();
    }

    @Test
    void anArrayThatIsShorterThanItsCountEndsInNull() {
        f.assertFailed(count(1), WAIT_FAILED, 6);
        f.assertFailed(count(2, event), WAIT_FAILED, 6);
        f.assertFailed(count(0), WAIT_FAILED, 87);
        f.assertFailed(count(65, event), WAIT_FAILED, 87);
        f.assertFailed(count(-1, event), WAIT_FAILED, 87);
        f.assertFailed(f.call(f.caller, WAIT_FOR_MULTIPLE_OBJECTS_EX, 1, 0, false, 0, false), WAIT_FAILED, 87); // NULL
    }

    private long count(int count, long... handles) {
        return f.call(f.caller, WAIT_FOR_MULTIPLE_OBJECTS_EX, count, handles, false, 0, false);
    }

    @Test
    void ofANumberThatIsTooWideTheLowerHalfCounts() {
        f.call(f.caller, SLEEP_EX, (1L << 32) + 7, false);

        assertThat(f.caller.dueMicros()).isEqualTo(7_000);
    }

    // SignalObjectAndWait

    @Test
    void anEventIsSet() {
        long second = f.call(f.caller, CREATE_EVENT, 0, false, false, 0);

        assertThat(signal(second, event)).isTrue();

        assertThat(f.poll(second)).isZero();
    }

    @Test
    void aMutexIsReleasedOnce() {
        long mutex = f.call(f.caller, CREATE_MUTEX, 0, true, 0);

        assertThat(signal(mutex, event)).isTrue();

        assertThat(f.pollOn(f.other, mutex)).isZero();
    }

    @Test
    void aSemaphoreIsRaisedByOne() {
        long semaphore = f.call(f.caller, CREATE_SEMAPHORE, 0, 0, 5, 0);

        assertThat(signal(semaphore, event)).isTrue();

        assertThat(f.poll(semaphore)).isZero();
        assertThat(f.poll(semaphore)).isEqualTo(0x102);
    }

    @Test
    void whatCannotBeSignaledIsNotWaitedAfter() {
        long mutex = f.call(f.other, CREATE_MUTEX, 0, true, 0);
        long full = f.call(f.caller, CREATE_SEMAPHORE, 0, 1, 1, 0);

        f.assertFailed(f.call(f.caller, SIGNAL_OBJECT_AND_WAIT, mutex, event, 0, false), WAIT_FAILED, 288);
        f.assertFailed(f.call(f.caller, SIGNAL_OBJECT_AND_WAIT, full, event, 0, false), WAIT_FAILED, 298);
        f.assertFailed(f.call(f.caller, SIGNAL_OBJECT_AND_WAIT, f.otherHandle, event, 0, false), WAIT_FAILED, 6);
        f.assertFailed(f.call(f.caller, SIGNAL_OBJECT_AND_WAIT, INVALID, event, 0, false), WAIT_FAILED, 6);
    }

    @Test
    void bothHandlesNeedTheirRightsAndOtherwiseNothingIsSignaled() {
        long second = f.call(f.caller, CREATE_EVENT, 0, true, false, 0);
        long semaphore = f.call(f.caller, CREATE_SEMAPHORE, 0, 0, 1, 0);

        f.assertFailed(
                f.call(f.caller, SIGNAL_OBJECT_AND_WAIT, f.with(SYNCHRONIZE, second), event, 0, false), WAIT_FAILED, 5);
        f.assertFailed(
                f.call(f.caller, SIGNAL_OBJECT_AND_WAIT, f.with(SYNCHRONIZE, semaphore), event, 0, false),
                WAIT_FAILED,
                5);
        f.assertFailed(f.call(f.caller, SIGNAL_OBJECT_AND_WAIT, second, f.with(0x2, event), 0, false), WAIT_FAILED, 5);
        f.assertFailed(f.call(f.caller, SIGNAL_OBJECT_AND_WAIT, second, INVALID, 0, false), WAIT_FAILED, 6);

        assertThat(f.poll(second)).isEqualTo(0x102);
        assertThat(f.poll(semaphore)).isEqualTo(0x102);
    }

    @Test
    void anObjectWhoseHandleIsClosedBetweenTheActsIsStillWaitedFor() {
        long second = f.call(f.caller, CREATE_EVENT, 0, true, false, 0);
        PlainCall call = new PlainCall(f.caller, SIGNAL_OBJECT_AND_WAIT, second, event, INFINITE, 0);
        assertThat(f.win32.call(call)).isEqualTo(Win32Process.BETWEEN);

        f.call(f.other, CLOSE_HANDLE, event);

        assertThat(f.win32.proceed(call)).isEqualTo(Win32Process.WAITING);
        assertThat(f.isBlocked(f.caller)).isTrue();
    }
}
