package org.apctck.reference.win32;

import static org.apctck.reference.win32.Win32Fixture.INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.UserApc;
import org.junit.jupiter.api.Test;

class Win32LayerThreadTest {
    private static final long FAILED = 0xFFFF_FFFFL;
    private static final UserApc A = new UserApc(1, 2);

    private final Win32Fixture f = new Win32Fixture();
    private final Win32Layer win32 = f.win32;

    @Test
    void anApcIsQueuedToTheThreadOfTheHandle() {
        assertThat(win32.queueUserApc(f.caller, A, f.otherHandle, Choice.FIRST)).isNotZero();

        assertThat(f.other.takeUserApc()).isEqualTo(A);
        assertThat(f.caller.hasUserApc()).isFalse();
    }

    @Test
    void theHandleOfANewThreadHasEveryRight() {
        long handle = win32.createThread(f.caller, true);

        assertThat(win32.queueUserApc(f.caller, A, handle, Choice.FIRST)).isNotZero();
        assertThat(win32.resumeThread(f.caller, handle, Choice.FIRST)).isEqualTo(1);
        assertThat(win32.terminateThread(f.caller, handle, 0, Choice.FIRST)).isNotZero();
    }

    @Test
    void thePseudoHandleStandsForTheCaller() {
        assertThat(win32.queueUserApc(f.other, A, Win32Layer.CURRENT_THREAD, Choice.FIRST))
                .isNotZero();

        assertThat(f.other.hasUserApc()).isTrue();
    }

    @Test
    void queueingNeedsSetContextAndNothingElse() {
        f.assertFailed(win32.queueUserApc(f.caller, A, f.with(0x1F_FFFF & ~0x10, f.otherHandle), Choice.FIRST), 0, 5);
        assertThat(f.other.hasUserApc()).isFalse();

        assertThat(win32.queueUserApc(f.caller, A, f.with(0x10, f.otherHandle), Choice.FIRST))
                .isNotZero();
    }

    @Test
    void queueingToWhatIsNoThreadFails() {
        long event = win32.createEvent(f.caller, true, false);

        f.assertFailed(win32.queueUserApc(f.caller, A, 0, Choice.FIRST), 0, 6);
        f.assertFailed(win32.queueUserApc(f.caller, A, INVALID, Choice.FIRST), 0, 6);
        f.assertFailed(win32.queueUserApc(f.caller, A, event, Choice.FIRST), 0, 6);
        f.assertFailed(win32.queueUserApc(f.caller, A, Win32Layer.CURRENT_PROCESS, Choice.FIRST), 0, 6);
    }

    @Test
    void queueingToAThreadThatHasEndedFails() {
        win32.exitThread(f.other, 0, Choice.FIRST);

        f.assertFailed(win32.queueUserApc(f.caller, A, f.otherHandle, Choice.FIRST), 0, 31);
    }

    @Test
    void suspendAndResumeAnswerTheCountBefore() {
        assertThat(win32.suspendThread(f.caller, f.otherHandle, Choice.FIRST)).isZero();
        assertThat(win32.suspendThread(f.caller, f.otherHandle, Choice.FIRST)).isEqualTo(1);
        assertThat(win32.resumeThread(f.caller, f.otherHandle, Choice.FIRST)).isEqualTo(2);
        assertThat(f.other.isSuspended()).isTrue();
        assertThat(win32.resumeThread(f.caller, f.otherHandle, Choice.FIRST)).isEqualTo(1);
        assertThat(f.other.isSuspended()).isFalse();
        assertThat(win32.resumeThread(f.caller, f.otherHandle, Choice.FIRST)).isZero();
    }

    @Test
    void suspendAndResumeNeedSuspendResume() {
        long without = f.with(0x1F_FFFF & ~0x2, f.otherHandle);

        f.assertFailed(win32.suspendThread(f.caller, without, Choice.FIRST), FAILED, 5);
        f.assertFailed(win32.resumeThread(f.caller, without, Choice.FIRST), FAILED, 5);
        assertThat(win32.suspendThread(f.caller, f.with(0x2, f.otherHandle), Choice.FIRST))
                .isZero();
        assertThat(win32.resumeThread(f.caller, f.with(0x2, f.otherHandle), Choice.FIRST))
                .isEqualTo(1);
        f.assertFailed(win32.suspendThread(f.caller, INVALID, Choice.FIRST), FAILED, 6);
        f.assertFailed(win32.resumeThread(f.caller, INVALID, Choice.FIRST), FAILED, 6);
    }

    @Test
    void beyond127SuspensionsTheSignalIsRefused() {
        for (int i = 0; i < 127; i++) {
            win32.suspendThread(f.caller, f.otherHandle, Choice.FIRST);
        }

        f.assertFailed(win32.suspendThread(f.caller, f.otherHandle, Choice.FIRST), FAILED, 156);
    }

    @Test
    void aThreadThatHasEndedCannotBeSuspended() {
        win32.exitThread(f.other, 0, Choice.FIRST);

        f.assertFailed(win32.suspendThread(f.caller, f.otherHandle, Choice.FIRST), FAILED, 5);
        assertThat(win32.resumeThread(f.caller, f.otherHandle, Choice.FIRST)).isZero();
    }

    @Test
    void aThreadCreatedSuspendedIsSuspendedOnce() {
        long handle = win32.createThread(true);

        assertThat(win32.resumeThread(f.caller, handle, Choice.FIRST)).isEqualTo(1);
        assertThat(win32.thread(handle).isRunnable()).isTrue();
    }

    @Test
    void terminatingNeedsTerminate() {
        f.assertFailed(win32.terminateThread(f.caller, f.with(0x1F_FFFF & ~0x1, f.otherHandle), 9, Choice.FIRST), 0, 5);
        f.assertFailed(win32.terminateThread(f.caller, INVALID, 9, Choice.FIRST), 0, 6);
        assertThat(f.other.hasEnded()).isFalse();

        assertThat(win32.terminateThread(f.caller, f.with(0x1, f.otherHandle), 9, Choice.FIRST))
                .isNotZero();
        assertThat(f.other.isDoomed()).isTrue();
    }

    @Test
    void theExitCodeIsStillActiveUntilTheEnd() {
        long[] code = new long[1];

        assertThat(win32.getExitCodeThread(f.caller, f.otherHandle, code)).isNotZero();
        assertThat(code[0]).isEqualTo(259);
        win32.exitThread(f.other, -1, Choice.FIRST);

        assertThat(win32.getExitCodeThread(f.caller, f.otherHandle, code)).isNotZero();
        assertThat(code[0]).isEqualTo(0xFFFF_FFFFL);
    }

    @Test
    void askingForTheExitCodeNeedsOneOfTwoRights() {
        long[] code = {7};

        f.assertFailed(win32.getExitCodeThread(f.caller, f.with(0x1F_FFFF & ~0x840, f.otherHandle), code), 0, 5);
        f.assertFailed(win32.getExitCodeThread(f.caller, INVALID, code), 0, 6);
        assertThat(code[0]).isEqualTo(7);
        assertThat(win32.getExitCodeThread(f.caller, f.with(0x40, f.otherHandle), code))
                .isNotZero();
        assertThat(win32.getExitCodeThread(f.caller, f.with(0x800, f.otherHandle), code))
                .isNotZero();
    }

    @Test
    void aThreadIsOpenedByItsIdentifierWithTheRightsAskedFor() {
        long opened = win32.openThread(f.caller, 0x10, Win32Layer.threadId(f.other));

        assertThat(win32.queueUserApc(f.caller, A, opened, Choice.FIRST)).isNotZero();
        assertThat(f.other.hasUserApc()).isTrue();
        f.assertFailed(win32.resumeThread(f.caller, opened, Choice.FIRST), FAILED, 5);
    }

    @Test
    void anIdentifierOfNoThreadOpensNothing() {
        long event = win32.createEvent(f.caller, true, false);
        assertThat(event).isNotZero();

        f.assertFailed(win32.openThread(f.caller, 0x10, 0), 0, 87);
        f.assertFailed(win32.openThread(f.caller, 0x10, Win32Layer.threadId(f.other) + 1), 0, 87);
        f.assertFailed(win32.openThread(f.caller, 0x10, Win32Layer.threadId(f.other) + 4), 0, 87); // the event
        f.assertFailed(win32.openThread(f.caller, 0x10, 0xFFFF_FFFCL), 0, 87);
    }

    @Test
    void theDriverFindsTheThreadBehindAHandle() {
        long event = win32.createEvent(f.caller, true, false);

        assertThat(win32.thread(f.caller, f.otherHandle)).isSameAs(f.other);
        assertThat(win32.thread(f.caller, Win32Layer.CURRENT_THREAD)).isSameAs(f.caller);
        assertThat(win32.thread(f.caller, event)).isNull();
        assertThat(win32.thread(f.caller, INVALID)).isNull();
    }
}
