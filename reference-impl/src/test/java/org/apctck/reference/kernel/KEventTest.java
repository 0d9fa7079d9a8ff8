package org.apctck.reference.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KEventTest {
    private final Kernel kernel = new Kernel();
    private final KThread thread = kernel.createThread(false);

    private int poll(KEvent event) {
        return kernel.wait(thread, new int[] {event.id()}, false, false, 0, Choices.NONE);
    }

    @Test
    void anEventBeginsAsItWasCreated() {
        assertThat(kernel.createEvent(true, true).isSignaled()).isTrue();
        assertThat(kernel.createEvent(true, false).isSignaled()).isFalse();
    }

    @Test
    void aManualResetEventStaysSignaledUntilItIsReset() {
        KEvent event = kernel.createEvent(true, false);

        kernel.setEvent(event, Choices.NONE);

        assertThat(poll(event)).isEqualTo(NtStatus.WAIT_0);
        assertThat(poll(event)).isEqualTo(NtStatus.WAIT_0);
        kernel.resetEvent(event);
        assertThat(poll(event)).isEqualTo(NtStatus.TIMEOUT);
    }

    @Test
    void anAutoResetEventIsResetByTheWaitItSatisfies() {
        KEvent event = kernel.createEvent(false, false);

        kernel.setEvent(event, Choices.NONE);

        assertThat(poll(event)).isEqualTo(NtStatus.WAIT_0);
        assertThat(poll(event)).isEqualTo(NtStatus.TIMEOUT);
    }

    @Test
    void settingASignaledEventAddsNothing() {
        KEvent event = kernel.createEvent(false, true);

        kernel.setEvent(event, Choices.NONE);

        assertThat(poll(event)).isEqualTo(NtStatus.WAIT_0);
        assertThat(poll(event)).isEqualTo(NtStatus.TIMEOUT);
    }

    @Test
    void aPulseReleasesTheWaitersAndLeavesTheEventNotSignaled() {
        KEvent event = kernel.createEvent(true, false);
        kernel.wait(thread, new int[] {event.id()}, false, false, Deadline.NEVER, Choices.NONE);

        kernel.pulseEvent(event, Choices.answering(0));

        assertThat(thread.waitStatus()).isEqualTo(NtStatus.WAIT_0);
        assertThat(event.isSignaled()).isFalse();
    }

    @Test
    void aPulseMayMissAWaiter() {
        KEvent event = kernel.createEvent(true, false);
        kernel.wait(thread, new int[] {event.id()}, false, false, Deadline.NEVER, Choices.NONE);

        kernel.pulseEvent(event, Choices.answering(1));

        assertThat(thread.isWaiting()).isTrue();
        assertThat(event.isSignaled()).isFalse();
    }

    @Test
    void aPulseWithoutWaitersIsLost() {
        KEvent event = kernel.createEvent(false, false);

        kernel.pulseEvent(event, Choices.NONE);

        assertThat(poll(event)).isEqualTo(NtStatus.TIMEOUT);
    }
}
