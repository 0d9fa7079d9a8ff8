package org.apctck.reference.win32;

import static org.apctck.reference.win32.Win32Fixture.INVALID;
import static org.apctck.spec.api.ApiFunction.CLOSE_HANDLE;
import static org.apctck.spec.api.ApiFunction.CREATE_EVENT;
import static org.apctck.spec.api.ApiFunction.CREATE_MUTEX;
import static org.apctck.spec.api.ApiFunction.CREATE_SEMAPHORE;
import static org.apctck.spec.api.ApiFunction.DUPLICATE_HANDLE;
import static org.apctck.spec.api.ApiFunction.PULSE_EVENT;
import static org.apctck.spec.api.ApiFunction.RELEASE_MUTEX;
import static org.apctck.spec.api.ApiFunction.RELEASE_SEMAPHORE;
import static org.apctck.spec.api.ApiFunction.RESET_EVENT;
import static org.apctck.spec.api.ApiFunction.SET_EVENT;
import static org.apctck.spec.api.ApiFunction.SUSPEND_THREAD;
import static org.apctck.spec.api.ApiFunction.WAIT_FOR_SINGLE_OBJECT_EX;
import static org.assertj.core.api.Assertions.assertThat;

import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.StateWriter;
import org.junit.jupiter.api.Test;

class ObjectFunctionsTest {
    private static final int MODIFY_STATE = 0x2;
    private static final int CLOSE_SOURCE = 1;
    private static final int SAME_ACCESS = 2;
    private static final long PROCESS = Win32Process.CURRENT_PROCESS;

    private final Win32Fixture f = new Win32Fixture();
    private final Win32Process win32 = f.win32;

    private long duplicate(long sourceProcess, long source, long targetProcess, long[] target, int options) {
        return f.call(f.caller, DUPLICATE_HANDLE, sourceProcess, source, targetProcess, target, 0, false, options);
    }

    // Objects

    @Test
    void anEventIsSetResetAndPulsed() {
        long event = f.call(f.caller, CREATE_EVENT, 0, true, false, 0);

        assertThat(f.call(f.caller, SET_EVENT, event)).isNotZero();
        assertThat(f.poll(event)).isZero();
        assertThat(f.call(f.caller, RESET_EVENT, event)).isNotZero();
        assertThat(f.poll(event)).isEqualTo(0x102);
        f.call(f.other, WAIT_FOR_SINGLE_OBJECT_EX, event, 10, false);
        assertThat(f.call(f.caller, PULSE_EVENT, event)).isNotZero();
        assertThat(f.isBlocked(f.other)).isFalse();
        assertThat(f.poll(event)).isEqualTo(0x102);
    }

    @Test
    void changingAnEventNeedsModifyState() {
        long event = f.call(f.caller, CREATE_EVENT, 0, true, false, 0);
        long without = f.with(0x1F_FFFF & ~MODIFY_STATE, event);

        f.assertFailed(f.call(f.caller, SET_EVENT, without), 0, 5);
        f.assertFailed(f.call(f.caller, RESET_EVENT, without), 0, 5);
        f.assertFailed(f.call(f.caller, PULSE_EVENT, without), 0, 5);
        assertThat(f.call(f.caller, SET_EVENT, f.with(MODIFY_STATE, event))).isNotZero();
    }

    @Test
    void anotherKindOfObjectIsNoEvent() {
        long mutex = f.call(f.caller, CREATE_MUTEX, 0, false, 0);

        f.assertFailed(f.call(f.caller, SET_EVENT, mutex), 0, 6);
        f.assertFailed(f.call(f.caller, RESET_EVENT, mutex), 0, 6);
        f.assertFailed(f.call(f.caller, PULSE_EVENT, mutex), 0, 6);
        f.assertFailed(f.call(f.caller, RELEASE_MUTEX, f.otherHandle), 0, 6);
        f.assertFailed(f.call(f.caller, RELEASE_SEMAPHORE, mutex, 1, new long[1]), 0, 6);
    }

    @Test
    void aMutexIsCreatedOwnedOrFree() {
        long owned = f.call(f.caller, CREATE_MUTEX, 0, true, 0);
        long free = f.call(f.caller, CREATE_MUTEX, 0, false, 0);

        assertThat(f.pollOn(f.other, owned)).isEqualTo(0x102);
        assertThat(f.pollOn(f.other, free)).isZero();
    }

    @Test
    void onlyTheOwnerReleasesAMutexAndNeedsNoRight() {
        long mutex = f.call(f.caller, CREATE_MUTEX, 0, true, 0);

        assertThat(f.call(f.other, RELEASE_MUTEX, mutex)).isZero();
        assertThat(win32.getLastError(f.other)).isEqualTo(288);
        assertThat(f.call(f.caller, RELEASE_MUTEX, f.with(0, mutex))).isNotZero();
        f.assertFailed(f.call(f.caller, RELEASE_MUTEX, mutex), 0, 288);
    }

    @Test
    void aSemaphoreHasAMaximumAboveZeroAndACountUpToIt() {
        f.assertFailed(f.call(f.caller, CREATE_SEMAPHORE, 0, 0, 0, 0), 0, 87);
        f.assertFailed(f.call(f.caller, CREATE_SEMAPHORE, 0, -1, 1, 0), 0, 87);
        f.assertFailed(f.call(f.caller, CREATE_SEMAPHORE, 0, 2, 1, 0), 0, 87);

        assertThat(f.call(f.caller, CREATE_SEMAPHORE, 0, 0, 1, 0)).isNotZero();
        assertThat(f.call(f.caller, CREATE_SEMAPHORE, 0, 1, 1, 0)).isNotZero();
    }

    @Test
    void raisingASemaphoreTellsTheCountBefore() {
        long semaphore = f.call(f.caller, CREATE_SEMAPHORE, 0, 1, 3, 0);
        long[] previous = new long[1];

        assertThat(f.call(f.caller, RELEASE_SEMAPHORE, semaphore, 2, previous)).isNotZero();

        assertThat(previous[0]).isEqualTo(1);
    }

    @Test
    void aSemaphoreThatCannotBeRaisedStaysAsItIs() {
        long semaphore = f.call(f.caller, CREATE_SEMAPHORE, 0, 1, 2, 0);
        long[] previous = {7};

        f.assertFailed(f.call(f.caller, RELEASE_SEMAPHORE, semaphore, 2, previous), 0, 298);
        f.assertFailed(f.call(f.caller, RELEASE_SEMAPHORE, semaphore, 0, previous), 0, 87);
        f.assertFailed(f.call(f.caller, RELEASE_SEMAPHORE, f.with(0x10_0000, semaphore), 1, previous), 0, 5);

        assertThat(previous[0]).isEqualTo(7);
        assertThat(f.poll(semaphore)).isZero();
        assertThat(f.poll(semaphore)).isEqualTo(0x102);
    }

    // Handles

    @Test
    void aClosedHandleIsInvalidAndItsObjectGoesOn() {
        long event = f.call(f.caller, CREATE_EVENT, 0, true, true, 0);
        long copy = f.with(0x10_0000, event);

        assertThat(f.call(f.caller, CLOSE_HANDLE, event)).isNotZero();

        f.assertFailed(f.call(f.caller, CLOSE_HANDLE, event), 0, 6);
        f.assertFailed(f.call(f.caller, SET_EVENT, event), 0, 6);
        assertThat(f.poll(copy)).isZero();
    }

    @Test
    void closingAPseudoHandleHasNoEffect() {
        assertThat(f.call(f.caller, CLOSE_HANDLE, Win32Process.CURRENT_THREAD)).isNotZero();
        assertThat(f.call(f.caller, CLOSE_HANDLE, PROCESS)).isNotZero();

        assertThat(f.call(f.caller, SUSPEND_THREAD, Win32Process.CURRENT_THREAD))
                .isZero();
    }

    @Test
    void aDuplicateHasTheRightsAskedForOrThoseOfItsSource() {
        long event = f.call(f.caller, CREATE_EVENT, 0, true, false, 0);
        long[] target = new long[1];

        assertThat(duplicate(PROCESS, event, PROCESS, target, SAME_ACCESS)).isNotZero();
        assertThat(f.call(f.caller, SET_EVENT, target[0])).isNotZero();
        assertThat(duplicate(PROCESS, event, PROCESS, target, 0)).isNotZero();
        f.assertFailed(f.call(f.caller, SET_EVENT, target[0]), 0, 5);
        assertThat(f.call(f.caller, CLOSE_HANDLE, event)).isNotZero();
    }

    @Test
    void aDuplicateOfThePseudoHandleIsARealHandleToTheCaller() {
        long[] target = new long[1];

        duplicate(PROCESS, Win32Process.CURRENT_THREAD, PROCESS, target, SAME_ACCESS);
        f.call(f.other, SUSPEND_THREAD, target[0]);

        assertThat(f.caller.isSuspended()).isTrue();
        assertThat(f.other.isSuspended()).isFalse();
    }

    @Test
    void duplicatingCanCloseTheSource() {
        long event = f.call(f.caller, CREATE_EVENT, 0, true, false, 0);
        long[] target = new long[1];

        assertThat(duplicate(PROCESS, event, PROCESS, target, SAME_ACCESS | CLOSE_SOURCE))
                .isNotZero();

        f.assertFailed(f.call(f.caller, CLOSE_HANDLE, event), 0, 6);
        assertThat(f.call(f.caller, SET_EVENT, target[0])).isNotZero();
    }

    @Test
    void whatIsToBeClosedIsClosedAlsoWhereDuplicatingFails() {
        long event = f.call(f.caller, CREATE_EVENT, 0, true, false, 0);

        f.assertFailed(duplicate(PROCESS, event, INVALID, new long[1], CLOSE_SOURCE), 0, 6);

        f.assertFailed(f.call(f.caller, CLOSE_HANDLE, event), 0, 6);
    }

    @Test
    void onlyHandlesOfThisProcessCanBeDuplicated() {
        long event = f.call(f.caller, CREATE_EVENT, 0, true, false, 0);
        long[] target = {7};

        f.assertFailed(duplicate(INVALID, event, PROCESS, target, 0), 0, 6);
        f.assertFailed(duplicate(PROCESS, event, INVALID, target, 0), 0, 6);
        f.assertFailed(duplicate(PROCESS, INVALID, PROCESS, target, 0), 0, 6);
        assertThat(target[0]).isEqualTo(7);
    }

    // Errors

    @Test
    void theLastErrorIsThatOfTheThread() {
        win32.setLastError(f.caller, 42);

        assertThat(win32.getLastError(f.caller)).isEqualTo(42);
        assertThat(win32.getLastError(f.other)).isZero();
        win32.setLastError(f.other, -1);
        assertThat(win32.getLastError(f.other)).isEqualTo(0xFFFF_FFFFL);
        assertThat(win32.getLastError(f.caller)).isEqualTo(42);
    }

    @Test
    void aCallThatSucceedsLeavesTheLastErrorAlone() {
        win32.setLastError(f.caller, 42);

        f.call(f.caller, SET_EVENT, f.call(f.caller, CREATE_EVENT, 0, true, false, 0));

        assertThat(win32.getLastError(f.caller)).isEqualTo(42);
    }

    @Test
    void aCopyGoesOnByItself() {
        long event = f.call(f.caller, CREATE_EVENT, 0, true, false, 0);
        Kernel kernel = f.kernel.copy();
        Win32Process copy = new Win32Process(win32, kernel);
        int[] before = state(win32);
        assertThat(state(copy)).isEqualTo(before);

        KThread caller = (KThread) kernel.object(f.caller.id());
        copy.setLastError(caller, 42);
        f.callOn(copy, caller, CLOSE_HANDLE, event);

        assertThat(state(win32)).isEqualTo(before);
        assertThat(state(copy)).isNotEqualTo(before);
        assertThat(copy.getLastError(caller)).isEqualTo(42);
        assertThat(f.call(f.caller, CLOSE_HANDLE, event)).isNotZero();
        assertThat(win32.getLastError(f.caller)).isZero();
    }

    private static int[] state(Win32Process layer) {
        StateWriter out = new StateWriter();
        layer.writeTo(out);
        return out.toArray();
    }
}
