package org.apctck.reference.win32;

import static org.apctck.reference.win32.Win32Fixture.INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.StateWriter;
import org.junit.jupiter.api.Test;

class Win32LayerObjectTest {
    private static final int MODIFY_STATE = 0x2;
    private static final int CLOSE_SOURCE = 1;
    private static final int SAME_ACCESS = 2;
    private static final long PROCESS = Win32Layer.CURRENT_PROCESS;

    private final Win32Fixture f = new Win32Fixture();
    private final Win32Layer win32 = f.win32;

    private long duplicate(long sourceProcess, long source, long targetProcess, long[] target, int options) {
        return win32.duplicateHandle(f.caller, sourceProcess, source, targetProcess, target, 0, options);
    }

    // Objects

    @Test
    void anEventIsSetResetAndPulsed() {
        long event = win32.createEvent(f.caller, true, false);

        assertThat(win32.setEvent(f.caller, event, Choice.FIRST)).isNotZero();
        assertThat(f.poll(event)).isZero();
        assertThat(win32.resetEvent(f.caller, event)).isNotZero();
        assertThat(f.poll(event)).isEqualTo(0x102);
        win32.waitForSingleObjectEx(f.other, event, 10, false, Choice.FIRST);
        assertThat(win32.pulseEvent(f.caller, event, Choice.FIRST)).isNotZero();
        assertThat(f.isBlocked(f.other)).isFalse();
        assertThat(f.poll(event)).isEqualTo(0x102);
    }

    @Test
    void changingAnEventNeedsModifyState() {
        long event = win32.createEvent(f.caller, true, false);
        long without = f.with(0x1F_FFFF & ~MODIFY_STATE, event);

        f.assertFailed(win32.setEvent(f.caller, without, Choice.FIRST), 0, 5);
        f.assertFailed(win32.resetEvent(f.caller, without), 0, 5);
        f.assertFailed(win32.pulseEvent(f.caller, without, Choice.FIRST), 0, 5);
        assertThat(win32.setEvent(f.caller, f.with(MODIFY_STATE, event), Choice.FIRST))
                .isNotZero();
    }

    @Test
    void anotherKindOfObjectIsNoEvent() {
        long mutex = win32.createMutex(f.caller, false, Choice.FIRST);

        f.assertFailed(win32.setEvent(f.caller, mutex, Choice.FIRST), 0, 6);
        f.assertFailed(win32.resetEvent(f.caller, mutex), 0, 6);
        f.assertFailed(win32.pulseEvent(f.caller, mutex, Choice.FIRST), 0, 6);
        f.assertFailed(win32.releaseMutex(f.caller, f.otherHandle, Choice.FIRST), 0, 6);
        f.assertFailed(win32.releaseSemaphore(f.caller, mutex, 1, new long[1], Choice.FIRST), 0, 6);
    }

    @Test
    void aMutexIsCreatedOwnedOrFree() {
        long owned = win32.createMutex(f.caller, true, Choice.FIRST);
        long free = win32.createMutex(f.caller, false, Choice.FIRST);

        assertThat(f.pollOn(f.other, owned)).isEqualTo(0x102);
        assertThat(f.pollOn(f.other, free)).isZero();
    }

    @Test
    void onlyTheOwnerReleasesAMutexAndNeedsNoRight() {
        long mutex = win32.createMutex(f.caller, true, Choice.FIRST);

        assertThat(win32.releaseMutex(f.other, mutex, Choice.FIRST)).isZero();
        assertThat(win32.getLastError(f.other)).isEqualTo(288);
        assertThat(win32.releaseMutex(f.caller, f.with(0, mutex), Choice.FIRST)).isNotZero();
        f.assertFailed(win32.releaseMutex(f.caller, mutex, Choice.FIRST), 0, 288);
    }

    @Test
    void aSemaphoreHasAMaximumAboveZeroAndACountUpToIt() {
        f.assertFailed(win32.createSemaphore(f.caller, 0, 0), 0, 87);
        f.assertFailed(win32.createSemaphore(f.caller, -1, 1), 0, 87);
        f.assertFailed(win32.createSemaphore(f.caller, 2, 1), 0, 87);

        assertThat(win32.createSemaphore(f.caller, 0, 1)).isNotZero();
        assertThat(win32.createSemaphore(f.caller, 1, 1)).isNotZero();
    }

    @Test
    void raisingASemaphoreTellsTheCountBefore() {
        long semaphore = win32.createSemaphore(f.caller, 1, 3);
        long[] previous = new long[1];

        assertThat(win32.releaseSemaphore(f.caller, semaphore, 2, previous, Choice.FIRST))
                .isNotZero();

        assertThat(previous[0]).isEqualTo(1);
    }

    @Test
    void aSemaphoreThatCannotBeRaisedStaysAsItIs() {
        long semaphore = win32.createSemaphore(f.caller, 1, 2);
        long[] previous = {7};

        f.assertFailed(win32.releaseSemaphore(f.caller, semaphore, 2, previous, Choice.FIRST), 0, 298);
        f.assertFailed(win32.releaseSemaphore(f.caller, semaphore, 0, previous, Choice.FIRST), 0, 87);
        f.assertFailed(win32.releaseSemaphore(f.caller, f.with(0x10_0000, semaphore), 1, previous, Choice.FIRST), 0, 5);

        assertThat(previous[0]).isEqualTo(7);
        assertThat(f.poll(semaphore)).isZero();
        assertThat(f.poll(semaphore)).isEqualTo(0x102);
    }

    // Handles

    @Test
    void aClosedHandleIsInvalidAndItsObjectGoesOn() {
        long event = win32.createEvent(f.caller, true, true);
        long copy = f.with(0x10_0000, event);

        assertThat(win32.closeHandle(f.caller, event)).isNotZero();

        f.assertFailed(win32.closeHandle(f.caller, event), 0, 6);
        f.assertFailed(win32.setEvent(f.caller, event, Choice.FIRST), 0, 6);
        assertThat(f.poll(copy)).isZero();
    }

    @Test
    void closingAPseudoHandleHasNoEffect() {
        assertThat(win32.closeHandle(f.caller, Win32Layer.CURRENT_THREAD)).isNotZero();
        assertThat(win32.closeHandle(f.caller, PROCESS)).isNotZero();

        assertThat(win32.suspendThread(f.caller, Win32Layer.CURRENT_THREAD, Choice.FIRST))
                .isZero();
    }

    @Test
    void aDuplicateHasTheRightsAskedForOrThoseOfItsSource() {
        long event = win32.createEvent(f.caller, true, false);
        long[] target = new long[1];

        assertThat(duplicate(PROCESS, event, PROCESS, target, SAME_ACCESS)).isNotZero();
        assertThat(win32.setEvent(f.caller, target[0], Choice.FIRST)).isNotZero();
        assertThat(duplicate(PROCESS, event, PROCESS, target, 0)).isNotZero();
        f.assertFailed(win32.setEvent(f.caller, target[0], Choice.FIRST), 0, 5);
        assertThat(win32.closeHandle(f.caller, event)).isNotZero();
    }

    @Test
    void aDuplicateOfThePseudoHandleIsARealHandleToTheCaller() {
        long[] target = new long[1];

        duplicate(PROCESS, Win32Layer.CURRENT_THREAD, PROCESS, target, SAME_ACCESS);
        win32.suspendThread(f.other, target[0], Choice.FIRST);

        assertThat(f.caller.isSuspended()).isTrue();
        assertThat(f.other.isSuspended()).isFalse();
    }

    @Test
    void duplicatingCanCloseTheSource() {
        long event = win32.createEvent(f.caller, true, false);
        long[] target = new long[1];

        assertThat(duplicate(PROCESS, event, PROCESS, target, SAME_ACCESS | CLOSE_SOURCE))
                .isNotZero();

        f.assertFailed(win32.closeHandle(f.caller, event), 0, 6);
        assertThat(win32.setEvent(f.caller, target[0], Choice.FIRST)).isNotZero();
    }

    @Test
    void whatIsToBeClosedIsClosedAlsoWhereDuplicatingFails() {
        long event = win32.createEvent(f.caller, true, false);

        f.assertFailed(duplicate(PROCESS, event, INVALID, new long[1], CLOSE_SOURCE), 0, 6);

        f.assertFailed(win32.closeHandle(f.caller, event), 0, 6);
    }

    @Test
    void onlyHandlesOfThisProcessCanBeDuplicated() {
        long event = win32.createEvent(f.caller, true, false);
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

        win32.setEvent(f.caller, win32.createEvent(f.caller, true, false), Choice.FIRST);

        assertThat(win32.getLastError(f.caller)).isEqualTo(42);
    }

    @Test
    void aCopyGoesOnByItself() {
        long event = win32.createEvent(f.caller, true, false);
        Kernel kernel = f.kernel.copy();
        Win32Layer copy = new Win32Layer(win32, kernel);
        int[] before = state(win32);
        assertThat(state(copy)).isEqualTo(before);

        copy.setLastError(f.caller, 42);
        int[] withError = state(copy);
        copy.closeHandle(f.caller, event);

        assertThat(state(win32)).isEqualTo(before);
        assertThat(withError).isNotEqualTo(before);
        assertThat(state(copy)).isNotEqualTo(withError);
        assertThat(win32.closeHandle(f.caller, event)).isNotZero();
        assertThat(win32.getLastError(f.caller)).isZero();
    }

    private static int[] state(Win32Layer layer) {
        StateWriter out = new StateWriter();
        layer.writeTo(out);
        return out.toArray();
    }
}
