package org.apctck.reference.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KThreadTest {
    private static final UserApc A = new UserApc(1, 10);
    private static final UserApc B = new UserApc(2, 20);

    private final Kernel kernel = new Kernel();
    private final KThread thread = kernel.createThread(false);

    @Test
    void apcsAreTakenOldestFirstAndOnce() {
        kernel.queueUserApc(thread, A, Choice.FIRST);
        kernel.queueUserApc(thread, B, Choice.FIRST);
        kernel.queueUserApc(thread, A, Choice.FIRST);

        assertThat(thread.takeUserApc()).isEqualTo(A);
        assertThat(thread.takeUserApc()).isEqualTo(B);
        assertThat(thread.takeUserApc()).isEqualTo(A);
        assertThat(thread.takeUserApc()).isNull();
        assertThat(thread.hasUserApc()).isFalse();
    }

    @Test
    void anApcThatIsQueuedAfterOneWasTakenComesLast() {
        kernel.queueUserApc(thread, A, Choice.FIRST);
        kernel.queueUserApc(thread, B, Choice.FIRST);
        thread.takeUserApc();

        kernel.queueUserApc(thread, A, Choice.FIRST);

        assertThat(thread.takeUserApc()).isEqualTo(B);
        assertThat(thread.takeUserApc()).isEqualTo(A);
        assertThat(thread.takeUserApc()).isNull();
    }

    @Test
    void eachThreadHasAQueueOfItsOwn() {
        KThread other = kernel.createThread(false);

        kernel.queueUserApc(thread, A, Choice.FIRST);

        assertThat(thread.hasUserApc()).isTrue();
        assertThat(other.hasUserApc()).isFalse();
    }

    @Test
    void aThreadRunsUnlessItWaitsIsSuspendedOrHasEnded() {
        KEvent event = kernel.createEvent(true, false);
        KThread suspended = kernel.createThread(true);
        assertThat(thread.isRunnable()).isTrue();
        assertThat(thread.isSuspended()).isFalse();
        assertThat(suspended.isRunnable()).isFalse();
        assertThat(suspended.isSuspended()).isTrue();

        kernel.wait(thread, new int[] {event.id()}, false, false, Deadline.NEVER, Choices.NONE);
        assertThat(thread.isRunnable()).isFalse();
        kernel.setEvent(event, Choices.NONE);
        assertThat(thread.isRunnable()).isTrue();
        kernel.end(thread, 0, Choices.NONE);
        assertThat(thread.isRunnable()).isFalse();
    }

    @Test
    void aThreadHasADeadlineWhileItWaits() {
        KEvent event = kernel.createEvent(true, false);
        assertThat(thread.dueMicros()).isEqualTo(Deadline.NEVER);

        kernel.wait(thread, new int[] {event.id()}, false, false, 20, Choices.NONE);
        assertThat(thread.dueMicros()).isEqualTo(20);
        kernel.setEvent(event, Choices.NONE);

        assertThat(thread.dueMicros()).isEqualTo(Deadline.NEVER);
    }

    @Test
    void theExitCodeIs259UntilTheThreadHasEnded() {
        assertThat(thread.exitCode()).isEqualTo(259);
        assertThat(thread.hasEnded()).isFalse();

        kernel.end(thread, 7, Choices.NONE);

        assertThat(thread.exitCode()).isEqualTo(7);
        assertThat(thread.hasEnded()).isTrue();
    }

    @Test
    void aThreadThatHasEndedIsSignaledForGoodAndNotBefore() {
        KThread waiter = kernel.createThread(false);
        assertThat(kernel.wait(waiter, new int[] {thread.id()}, false, false, 0, Choices.NONE))
                .isEqualTo(NtStatus.TIMEOUT);

        kernel.hold(thread);
        kernel.end(thread, 0, Choices.NONE);

        for (int i = 0; i < 2; i++) {
            assertThat(kernel.wait(waiter, new int[] {thread.id()}, false, false, 0, Choices.NONE))
                    .isEqualTo(NtStatus.WAIT_0);
        }
    }

    @Test
    void theEndOfAThreadReleasesAllWhoWaitForIt() {
        KThread first = kernel.createThread(false);
        KThread second = kernel.createThread(false);
        kernel.wait(first, new int[] {thread.id()}, false, false, Deadline.NEVER, Choices.NONE);
        kernel.wait(second, new int[] {thread.id()}, false, false, Deadline.NEVER, Choices.NONE);

        kernel.end(thread, 0, Choices.NONE);

        assertThat(first.waitStatus()).isEqualTo(NtStatus.WAIT_0);
        assertThat(second.waitStatus()).isEqualTo(NtStatus.WAIT_0);
    }

    @Test
    void theEndOfAThreadDropsItsApcsAndItsSuspensions() {
        KThread suspended = kernel.createThread(true);
        kernel.queueUserApc(suspended, A, Choice.FIRST);
        kernel.queueUserApc(suspended, B, Choice.FIRST);
        suspended.takeUserApc();

        kernel.end(suspended, 0, Choices.NONE);

        assertThat(suspended.hasUserApc()).isFalse();
        assertThat(suspended.takeUserApc()).isNull();
        assertThat(suspended.isSuspended()).isFalse();
    }
}
