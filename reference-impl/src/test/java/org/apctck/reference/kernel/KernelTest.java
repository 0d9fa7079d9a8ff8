package org.apctck.reference.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KernelTest {
    private static final UserApc A = new UserApc(1, 10);

    private final Kernel kernel = new Kernel();
    private final KThread thread = kernel.createThread(false);

    @Test
    void objectsAreNumberedAsTheyAreMade() {
        KEvent event = kernel.createEvent(true, false);

        assertThat(thread.id()).isZero();
        assertThat(event.id()).isEqualTo(1);
        assertThat(kernel.object(1)).isSameAs(event);
        assertThat(kernel.find(0)).isNotNull();
        assertThat(kernel.find(1)).isNotNull();
        assertThat(kernel.find(2)).isNull();
        assertThat(kernel.find(-1)).isNull();
        assertThat(kernel.find(1L << 32)).isNull();
    }

    @Test
    void thereIsRoomForManyObjects() {
        for (int i = 1; i <= 100; i++) {
            assertThat(kernel.createMutex().id()).isEqualTo(i);
        }
        assertThat(kernel.object(0)).isSameAs(thread);
    }

    @Test
    void theTimeIsWhatTheDriverSays() {
        assertThat(kernel.nowMicros()).isZero();

        kernel.setNowMicros(42);

        assertThat(kernel.nowMicros()).isEqualTo(42);
    }

    @Test
    void aThreadThatHasEndedTakesNoApc() {
        assertThat(kernel.queueUserApc(thread, A, Choice.FIRST)).isEqualTo(NtStatus.SUCCESS);
        kernel.end(thread, 0, Choices.NONE);

        assertThat(kernel.queueUserApc(thread, A, Choice.FIRST)).isEqualTo(NtStatus.UNSUCCESSFUL);
        assertThat(thread.hasUserApc()).isFalse();
    }

    @Test
    void aSuspendedThreadTakesApcs() {
        KThread suspended = kernel.createThread(true);

        assertThat(kernel.queueUserApc(suspended, A, Choice.FIRST)).isEqualTo(NtStatus.SUCCESS);
        assertThat(suspended.hasUserApc()).isTrue();
    }

    @Test
    void suspensionsNestAndAnswerTheCountBefore() {
        assertThat(kernel.suspend(thread, thread, Choice.FIRST)).isZero();
        assertThat(kernel.suspend(thread, thread, Choice.FIRST)).isEqualTo(1);
        assertThat(kernel.resume(thread, Choice.FIRST)).isEqualTo(2);
        assertThat(thread.isSuspended()).isTrue();
        assertThat(kernel.resume(thread, Choice.FIRST)).isEqualTo(1);
        assertThat(thread.isSuspended()).isFalse();
        assertThat(kernel.resume(thread, Choice.FIRST)).isZero();
        assertThat(thread.isSuspended()).isFalse();
        assertThat(kernel.suspend(thread, thread, Choice.FIRST)).isZero();
    }

    @Test
    void aThreadBears127Suspensions() {
        for (int i = 0; i < 127; i++) {
            assertThat(kernel.suspend(thread, thread, Choice.FIRST)).isEqualTo(i);
        }

        assertThat(kernel.suspend(thread, thread, Choice.FIRST)).isEqualTo(NtStatus.SUSPEND_COUNT_EXCEEDED);
        assertThat(kernel.resume(thread, Choice.FIRST)).isEqualTo(127);
    }

    @Test
    void aThreadThatHasEndedCannotBeSuspended() {
        kernel.end(thread, 0, Choices.NONE);

        assertThat(kernel.suspend(thread, thread, Choice.FIRST)).isEqualTo(NtStatus.THREAD_IS_TERMINATING);
        assertThat(thread.isSuspended()).isFalse();
    }

    @Test
    void aThreadEndsOnce() {
        kernel.end(thread, 1, Choices.NONE);

        kernel.end(thread, 2, Choices.NONE);

        assertThat(thread.exitCode()).isEqualTo(1);
    }

    @Test
    void aThreadEndsHoweverManyObjectsThereAre() {
        for (int i = 0; i < 20; i++) {
            KThread next = kernel.createThread(false);

            kernel.end(next, i, Choices.NONE);

            assertThat(next.exitCode()).isEqualTo(i);
        }
    }

    @Test
    void theWaitOfASuspendedThreadEndsAllTheSame() {
        KEvent event = kernel.createEvent(true, false);
        kernel.wait(thread, new int[] {event.id()}, false, true, Deadline.NEVER, Choices.NONE);
        kernel.suspend(thread, thread, Choice.FIRST);

        kernel.queueUserApc(thread, A, Choice.FIRST);

        assertThat(thread.waitStatus()).isEqualTo(NtStatus.USER_APC);
        assertThat(thread.isRunnable()).isFalse();
    }

    @Test
    void anErrorIsAnyStatusOfTheHighestSeverity() {
        assertThat(NtStatus.isError(NtStatus.ACCESS_DENIED)).isTrue();
        assertThat(NtStatus.isError(NtStatus.SUCCESS)).isFalse();
        assertThat(NtStatus.isError(NtStatus.TIMEOUT)).isFalse();
    }

    @Test
    void aTimeoutIsCountedInMillisecondsFromNow() {
        assertThat(Deadline.after(7, 0)).isEqualTo(7);
        assertThat(Deadline.after(7, 20)).isEqualTo(20_007);
        assertThat(Deadline.after(7, -1)).isEqualTo(Deadline.NEVER);
        assertThat(Deadline.after(7, 0xFFFF_FFFEL)).isEqualTo(4_294_967_294_007L);
    }

    @Test
    void aReadingHasOptionsAndAScheduleChoiceHasNone() {
        assertThat(ChoicePoint.APC_BEFORE_SIGNALED_OBJECT.isReading()).isTrue();
        assertThat(ChoicePoint.APC_BEFORE_SIGNALED_OBJECT.options()).containsExactly("apc-first", "object-first");
        assertThat(ChoicePoint.APC_BEFORE_SIGNALED_OBJECT.id()).isEqualTo("APC-BEFORE-SIGNALED-OBJECT");
        assertThat(ChoicePoint.WAITER.isReading()).isFalse();
        assertThat(ChoicePoint.WAITER.options()).isEmpty();
    }
}
