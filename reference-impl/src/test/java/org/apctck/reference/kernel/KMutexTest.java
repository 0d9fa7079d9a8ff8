package org.apctck.reference.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KMutexTest {
    private final Kernel kernel = new Kernel();
    private final KThread owner = kernel.createThread(false);
    private final KThread other = kernel.createThread(false);
    private final KMutex mutex = kernel.createMutex();

    private int take(KThread thread) {
        return kernel.wait(thread, new int[] {mutex.id()}, false, false, 0, Choices.NONE);
    }

    @Test
    void whoWaitsForAFreeMutexOwnsIt() {
        assertThat(take(owner)).isEqualTo(NtStatus.WAIT_0);

        assertThat(mutex.isOwnedBy(owner)).isTrue();
        assertThat(mutex.isOwnedBy(other)).isFalse();
    }

    @Test
    void anOwnedMutexIsSignaledForItsOwnerOnly() {
        take(owner);

        assertThat(take(other)).isEqualTo(NtStatus.TIMEOUT);
        assertThat(take(owner)).isEqualTo(NtStatus.WAIT_0);
    }

    @Test
    void aMutexMustBeReleasedAsOftenAsItWasTaken() {
        take(owner);
        take(owner);

        assertThat(kernel.releaseMutex(mutex, owner, Choices.NONE)).isEqualTo(NtStatus.SUCCESS);
        assertThat(take(other)).isEqualTo(NtStatus.TIMEOUT);
        assertThat(kernel.releaseMutex(mutex, owner, Choices.NONE)).isEqualTo(NtStatus.SUCCESS);
        assertThat(take(other)).isEqualTo(NtStatus.WAIT_0);
    }

    @Test
    void onlyTheOwnerCanReleaseIt() {
        assertThat(kernel.releaseMutex(mutex, owner, Choices.NONE)).isEqualTo(NtStatus.MUTANT_NOT_OWNED);
        take(owner);

        assertThat(kernel.releaseMutex(mutex, other, Choices.NONE)).isEqualTo(NtStatus.MUTANT_NOT_OWNED);
        assertThat(mutex.isOwnedBy(owner)).isTrue();
    }

    @Test
    void aReleaseHandsTheMutexToOneWaiter() {
        KThread third = kernel.createThread(false);
        take(owner);
        kernel.wait(other, new int[] {mutex.id()}, false, false, Deadline.NEVER, Choices.NONE);
        kernel.wait(third, new int[] {mutex.id()}, false, false, Deadline.NEVER, Choices.NONE);
        Choices first = Choices.answering(0);

        kernel.releaseMutex(mutex, owner, first);

        assertThat(first.questions()).containsExactly("WAITER of 2");
        assertThat(mutex.isOwnedBy(other)).isTrue();
        assertThat(other.waitStatus()).isEqualTo(NtStatus.WAIT_0);
        assertThat(third.isWaiting()).isTrue();
    }

    @Test
    void theEndOfItsOwnerAbandonsItToOneWaiter() {
        take(owner);
        take(owner);
        kernel.wait(other, new int[] {mutex.id()}, false, false, Deadline.NEVER, Choices.NONE);

        kernel.end(owner, 0, Choices.NONE);

        assertThat(other.waitStatus()).isEqualTo(NtStatus.ABANDONED_WAIT_0);
        assertThat(mutex.isOwnedBy(other)).isTrue();
        assertThat(kernel.releaseMutex(mutex, other, Choices.NONE)).isEqualTo(NtStatus.SUCCESS);
        assertThat(mutex.isOwnedBy(other)).isFalse();
    }

    @Test
    void anAbandonedMutexSaysSoOnce() {
        take(owner);
        kernel.end(owner, 0, Choices.NONE);

        assertThat(take(other)).isEqualTo(NtStatus.ABANDONED_WAIT_0);
        kernel.releaseMutex(mutex, other, Choices.NONE);
        assertThat(take(other)).isEqualTo(NtStatus.WAIT_0);
    }

    @Test
    void theEndOfAThreadLeavesTheMutexesOfOthersAlone() {
        take(owner);

        kernel.end(other, 0, Choices.NONE);

        assertThat(mutex.isOwnedBy(owner)).isTrue();
    }
}
