package org.apctck.spec.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ResumptionTest {
    private final Resumption resumption = new Resumption();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @Test
    void itIsToldOnce() {
        resumption.announce();
        assertThat(resumption.isPending()).isTrue();

        resumption.tell(() -> told.add("resumed"));
        resumption.tell(() -> told.add("resumed again"));

        assertThat(told).containsExactly("resumed");
        assertThat(resumption.isPending()).isFalse();
    }

    @Test
    void whatWasWithdrawnIsNotTold() {
        resumption.announce();
        resumption.withdraw();

        resumption.tell(() -> told.add("resumed"));

        assertThat(told).isEmpty();
    }

    @Test
    void whoComesSecondTellsNothingElseBefore() throws InterruptedException {
        resumption.announce();
        CountDownLatch telling = new CountDownLatch(1);
        Thread second = new Thread(() -> {
            await(telling);
            resumption.tell(() -> told.add("resumed again"));
            told.add("starts");
        });
        second.start();

        resumption.tell(() -> {
            telling.countDown();
            awaitYielding(second);
            told.add("resumed");
        });
        second.join();

        assertThat(told).containsExactly("resumed", "starts");
    }

    @Test
    void whoWasTerminatedWhileItToldIsWaitedForOnce() {
        resumption.announce();
        assertThatThrownBy(() -> resumption.tell(() -> {
                    throw new IllegalStateException("terminated");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(resumption.isPending()).isTrue();

        resumption.tell(() -> told.add("resumed again"));

        assertThat(told).isEmpty();
        assertThat(resumption.isPending()).isFalse();
    }

    @Test
    void theEndOfOneTellingIsNotThatOfTheNext() {
        resumption.announce();
        resumption.tell(() -> {
            resumption.announce();
            told.add("resumed");
        });

        assertThat(resumption.isPending()).isTrue();
        resumption.tell(() -> told.add("resumed again"));
        assertThat(told).containsExactly("resumed", "resumed again");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Until the thread has had the time to go ahead, if it does; it waits much longer. */
    private static void awaitYielding(Thread thread) {
        try {
            thread.join(20);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
