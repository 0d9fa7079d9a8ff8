package org.apctck.reference.win32;

import static org.apctck.reference.win32.Win32Fixture.INVALID;
import static org.apctck.spec.api.ApiFunction.CREATE_EVENT;
import static org.apctck.spec.api.ApiFunction.CREATE_THREAD;
import static org.apctck.spec.api.ApiFunction.EXIT_THREAD;
import static org.apctck.spec.api.ApiFunction.GET_EXIT_CODE_THREAD;
import static org.apctck.spec.api.ApiFunction.OPEN_THREAD;
import static org.apctck.spec.api.ApiFunction.QUEUE_USER_APC;
import static org.apctck.spec.api.ApiFunction.RESUME_THREAD;
import static org.apctck.spec.api.ApiFunction.SUSPEND_THREAD;
import static org.apctck.spec.api.ApiFunction.TERMINATE_THREAD;
import static org.assertj.core.api.Assertions.assertThat;

import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.UserApc;
import org.junit.jupiter.api.Test;

class ThreadFunctionsTest {
    private static final long FAILED = 0xFFFF_FFFFL;
    private static final UserApc A = new UserApc(1, 2);

    private final Win32Fixture f = new Win32Fixture();
    private final Win32Process win32 = f.win32;

    @Test
    void anApcIsQueuedToTheThreadOfTheHandle() {
        assertThat(f.call(f.caller, QUEUE_USER_APC, A.routine(), f.otherHandle, A.data()))
                .isNotZero();

        assertThat(f.kernel.takeUserApc(f.other, Choice.FIRST)).isEqualTo(A);
        assertThat(f.caller.hasUserApc()).isFalse();
    }

    @Test
    void theHandleOfANewThreadHasEveryRight() {
        long handle = f.call(f.caller, CREATE_THREAD, 0, 0, 1, 0, 4, 0);

        assertThat(f.call(f.caller, QUEUE_USER_APC, A.routine(), handle, A.data()))
                .isNotZero();
        assertThat(f.call(f.caller, RESUME_THREAD, handle)).isEqualTo(1);
        assertThat(f.call(f.caller, TERMINATE_THREAD, handle, 0)).isNotZero();
    }

    @Test
    void thePseudoHandleStandsForTheCaller() {
        assertThat(f.call(f.other, QUEUE_USER_APC, A.routine(), Win32Process.CURRENT_THREAD, A.data()))
                .isNotZero();

        assertThat(f.other.hasUserApc()).isTrue();
    }

    @Test
    void queueingNeedsSetContextAndNothingElse() {
        f.assertFailed(
                f.call(f.caller, QUEUE_USER_APC, A.routine(), f.with(0x1F_FFFF & ~0x10, f.otherHandle), A.data()),
                0,
                5);
        assertThat(f.other.hasUserApc()).isFalse();

        assertThat(f.call(f.caller, QUEUE_USER_APC, A.routine(), f.with(0x10, f.otherHandle), A.data()))
                .isNotZero();
    }

    @Test
    void queueingToWhatIsNoThreadFails() {
        long event = f.call(f.caller, CREATE_EVENT, 0, true, false, 0);

        f.assertFailed(f.call(f.caller, QUEUE_USER_APC, A.routine(), 0, A.data()), 0, 6);
        f.assertFailed(f.call(f.caller, QUEUE_USER_APC, A.routine(), INVALID, A.data()), 0, 6);
        f.assertFailed(f.call(f.caller, QUEUE_USER_APC, A.routine(), event, A.data()), 0, 6);
        f.assertFailed(f.call(f.caller, QUEUE_USER_APC, A.routine(), Win32Process.CURRENT_PROCESS, A.data()), 0, 6);
    }

    @Test
    void queueingToAThreadThatHasEndedFails() {
        f.call(f.other, EXIT_THREAD, 0);

        f.assertFailed(f.call(f.caller, QUEUE_USER_APC, A.routine(), f.otherHandle, A.data()), 0, 31);
    }

    @Test
    void suspendAndResumeAnswerTheCountBefore() {
        assertThat(f.call(f.caller, SUSPEND_THREAD, f.otherHandle)).isZero();
        assertThat(f.call(f.caller, SUSPEND_THREAD, f.otherHandle)).isEqualTo(1);
        assertThat(f.call(f.caller, RESUME_THREAD, f.otherHandle)).isEqualTo(2);
        assertThat(f.other.isSuspended()).isTrue();
        assertThat(f.call(f.caller, RESUME_THREAD, f.otherHandle)).isEqualTo(1);
        assertThat(f.other.isSuspended()).isFalse();
        assertThat(f.call(f.caller, RESUME_THREAD, f.otherHandle)).isZero();
    }

    @Test
    void suspendAndResumeNeedSuspendResume() {
        long without = f.with(0x1F_FFFF & ~0x2, f.otherHandle);

        f.assertFailed(f.call(f.caller, SUSPEND_THREAD, without), FAILED, 5);
        f.assertFailed(f.call(f.caller, RESUME_THREAD, without), FAILED, 5);
        assertThat(f.call(f.caller, SUSPEND_THREAD, f.with(0x2, f.otherHandle))).isZero();
        assertThat(f.call(f.caller, RESUME_THREAD, f.with(0x2, f.otherHandle))).isEqualTo(1);
        f.assertFailed(f.call(f.caller, SUSPEND_THREAD, INVALID), FAILED, 6);
        f.assertFailed(f.call(f.caller, RESUME_THREAD, INVALID), FAILED, 6);
    }

    @Test
    void beyond127SuspensionsTheSignalIsRefused() {
        for (int i = 0; i < 127; i++) {
            f.call(f.caller, SUSPEND_THREAD, f.otherHandle);
        }

        f.assertFailed(f.call(f.caller, SUSPEND_THREAD, f.otherHandle), FAILED, 156);
    }

    @Test
    void aThreadThatHasEndedCannotBeSuspended() {
        f.call(f.other, EXIT_THREAD, 0);

        f.assertFailed(f.call(f.caller, SUSPEND_THREAD, f.otherHandle), FAILED, 5);
        assertThat(f.call(f.caller, RESUME_THREAD, f.otherHandle)).isZero();
    }

    @Test
    void aThreadCreatedSuspendedIsSuspendedOnce() {
        long handle = win32.createThread(true);

        assertThat(f.call(f.caller, RESUME_THREAD, handle)).isEqualTo(1);
        assertThat(win32.thread(handle).isRunnable()).isTrue();
    }

    @Test
    void terminatingNeedsTerminate() {
        f.assertFailed(f.call(f.caller, TERMINATE_THREAD, f.with(0x1F_FFFF & ~0x1, f.otherHandle), 9), 0, 5);
        f.assertFailed(f.call(f.caller, TERMINATE_THREAD, INVALID, 9), 0, 6);
        assertThat(f.other.hasEnded()).isFalse();

        assertThat(f.call(f.caller, TERMINATE_THREAD, f.with(0x1, f.otherHandle), 9))
                .isNotZero();
        assertThat(f.other.isDoomed()).isTrue();
    }

    @Test
    void theExitCodeIsStillActiveUntilTheEnd() {
        long[] code = new long[1];

        assertThat(f.call(f.caller, GET_EXIT_CODE_THREAD, f.otherHandle, code)).isNotZero();
        assertThat(code[0]).isEqualTo(259);
        f.call(f.other, EXIT_THREAD, -1);

        assertThat(f.call(f.caller, GET_EXIT_CODE_THREAD, f.otherHandle, code)).isNotZero();
        assertThat(code[0]).isEqualTo(0xFFFF_FFFFL);
    }

    @Test
    void askingForTheExitCodeNeedsOneOfTwoRights() {
        long[] code = {7};

        f.assertFailed(f.call(f.caller, GET_EXIT_CODE_THREAD, f.with(0x1F_FFFF & ~0x840, f.otherHandle), code), 0, 5);
        f.assertFailed(f.call(f.caller, GET_EXIT_CODE_THREAD, INVALID, code), 0, 6);
        assertThat(code[0]).isEqualTo(7);
        assertThat(f.call(f.caller, GET_EXIT_CODE_THREAD, f.with(0x40, f.otherHandle), code))
                .isNotZero();
        assertThat(f.call(f.caller, GET_EXIT_CODE_THREAD, f.with(0x800, f.otherHandle), code))
                .isNotZero();
    }

    @Test
    void aThreadIsOpenedByItsIdentifierWithTheRightsAskedFor() {
        long opened = f.call(f.caller, OPEN_THREAD, 0x10, false, Win32Process.threadId(f.other));

        assertThat(f.call(f.caller, QUEUE_USER_APC, A.routine(), opened, A.data()))
                .isNotZero();
        assertThat(f.other.hasUserApc()).isTrue();
        f.assertFailed(f.call(f.caller, RESUME_THREAD, opened), FAILED, 5);
    }

    @Test
    void anIdentifierOfNoThreadOpensNothing() {
        long event = f.call(f.caller, CREATE_EVENT, 0, true, false, 0);
        assertThat(event).isNotZero();

        f.assertFailed(f.call(f.caller, OPEN_THREAD, 0x10, false, 0), 0, 87);
        f.assertFailed(f.call(f.caller, OPEN_THREAD, 0x10, false, Win32Process.threadId(f.other) + 1), 0, 87);
        f.assertFailed(
                f.call(f.caller, OPEN_THREAD, 0x10, false, Win32Process.threadId(f.other) + 4), 0, 87); // the event
        f.assertFailed(f.call(f.caller, OPEN_THREAD, 0x10, false, 0xFFFF_FFFCL), 0, 87);
    }

    @Test
    void theDriverFindsTheThreadBehindAHandle() {
        long event = f.call(f.caller, CREATE_EVENT, 0, true, false, 0);

        assertThat(win32.thread(f.caller, f.otherHandle)).isSameAs(f.other);
        assertThat(win32.thread(f.caller, Win32Process.CURRENT_THREAD)).isSameAs(f.caller);
        assertThat(win32.thread(f.caller, event)).isNull();
        assertThat(win32.thread(f.caller, INVALID)).isNull();
    }
}
