package org.apctck.reference.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KSemaphoreTest {
    private final Kernel kernel = new Kernel();
    private final KThread thread = kernel.createThread(false);
    private final KSemaphore semaphore = kernel.createSemaphore(1, 3);

    private int take() {
        return kernel.wait(thread, new int[] {semaphore.id()}, false, false, 0, Choices.NONE);
    }

    @Test
    void eachWaitTakesOne() {
        assertThat(take()).isEqualTo(NtStatus.WAIT_0);
        assertThat(semaphore.count()).isZero();
        assertThat(take()).isEqualTo(NtStatus.TIMEOUT);
    }

    @Test
    void aReleaseRaisesTheCount() {
        assertThat(kernel.releaseSemaphore(semaphore, 2, Choices.NONE)).isEqualTo(NtStatus.SUCCESS);

        assertThat(semaphore.count()).isEqualTo(3);
    }

    @Test
    void beyondTheMaximumAReleaseFailsAndChangesNothing() {
        assertThat(kernel.releaseSemaphore(semaphore, 3, Choices.NONE)).isEqualTo(NtStatus.SEMAPHORE_LIMIT_EXCEEDED);
        assertThat(semaphore.count()).isEqualTo(1);
        assertThat(kernel.releaseSemaphore(semaphore, Integer.MAX_VALUE, Choices.NONE))
                .isEqualTo(NtStatus.SEMAPHORE_LIMIT_EXCEEDED);
        assertThat(semaphore.count()).isEqualTo(1);
    }

    @Test
    void aReleaseOfNothingIsRefusedOrDoesNothing() {
        assertThat(kernel.releaseSemaphore(semaphore, 0, Choices.answering(0))).isEqualTo(NtStatus.INVALID_PARAMETER);
        assertThat(kernel.releaseSemaphore(semaphore, 0, Choices.answering(1))).isEqualTo(NtStatus.SUCCESS);
        assertThat(semaphore.count()).isEqualTo(1);
    }

    @Test
    void aReleaseOfLessThanNothingIsRefused() {
        assertThat(kernel.releaseSemaphore(semaphore, -1, Choices.NONE)).isEqualTo(NtStatus.INVALID_PARAMETER);
        assertThat(semaphore.count()).isEqualTo(1);
    }

    @Test
    void aReleaseReleasesAsManyWaitersAsItAdds() {
        take();
        KThread[] waiters =
                Stream.generate(() -> kernel.createThread(false)).limit(3).toArray(KThread[]::new);
        for (KThread waiter : waiters) {
            kernel.wait(waiter, new int[] {semaphore.id()}, false, false, Deadline.NEVER, Choices.NONE);
        }
        Choices first = Choices.answering(0);

        kernel.releaseSemaphore(semaphore, 2, first);

        assertThat(first.questions()).containsExactly("WAITER of 3", "WAITER of 2");
        assertThat(waiters).extracting(KThread::isWaiting).containsExactly(false, false, true);
        assertThat(semaphore.count()).isZero();
    }
}
