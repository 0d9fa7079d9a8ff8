package org.apctck.jna;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.Platform;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apctck.spec.stage.Sighting;
import org.apctck.spec.stage.Sighting.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinuxThreadsTest {
    private final CompletableFuture<Long> id = new CompletableFuture<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private LinuxThreads threads;

    @BeforeEach
    void onLinux() {
        assumeTrue(Platform.isLinux(), "reads /proc of Linux");
        threads = new LinuxThreads();
    }

    private Thread start() {
        Thread thread = new Thread(() -> {
            id.complete(threads.current());
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts this thread", e);
            }
        });
        thread.start();
        return thread;
    }

    private Sighting awaitBlocked(long thread) {
        Sighting sighting = threads.look(thread);
        while (sighting.state() != State.BLOCKED) {
            Thread.onSpinWait();
            sighting = threads.look(thread);
        }
        return sighting;
    }

    @Test
    void theCallingThreadRuns() {
        assertThat(threads.look(threads.current()).state()).isEqualTo(State.RUNNABLE);
    }

    @Test
    void aThreadThatWaitsIsBlockedAndHasNotRunInBetween() throws InterruptedException {
        Thread thread = start();

        Sighting first = awaitBlocked(id.join());
        while (!threads.look(id.join()).equals(first)) {
            first = awaitBlocked(id.join()); // it may be on its way into the wait still
        }

        assertThat(threads.look(id.join())).isEqualTo(first);
        release.countDown();
        thread.join();
    }

    @Test
    void aThreadThatHasRunInBetweenHasSwitched() throws InterruptedException {
        CountDownLatch wake = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            id.complete(threads.current());
            try {
                wake.await();
                release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts this thread", e);
            }
        });
        thread.start();
        Sighting before = awaitBlocked(id.join());

        wake.countDown();
        while (threads.look(id.join()).switches() == before.switches()) {
            Thread.onSpinWait(); // it is woken sooner or later
        }

        assertThat(awaitBlocked(id.join()).switches()).isGreaterThan(before.switches());
        release.countDown();
        thread.join();
    }

    @Test
    void aThreadThatIsGoneHasEnded() throws InterruptedException {
        Thread thread = start();
        awaitBlocked(id.join());

        release.countDown();
        thread.join();
        while (threads.look(id.join()).state() != State.ENDED) {
            Thread.onSpinWait(); // join returns a little before the operating system lets the thread go
        }

        assertThat(threads.look(id.join())).isEqualTo(new Sighting(State.ENDED, 0));
    }
}
