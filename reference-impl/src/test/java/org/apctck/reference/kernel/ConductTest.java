package org.apctck.reference.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The kernel asks its policy, and so do its copies. */
class ConductTest {
    private static final UserApc A = new UserApc(1, 0);
    private static final UserApc B = new UserApc(2, 0);
    private static final QueuePolicy NEWEST_FIRST = new QueuePolicy() {
        @Override
        public int place(Kernel kernel, KThread target, int queued) {
            return 0;
        }
    };

    @Test
    void apcsAreTakenOldestFirstUnlessThePolicyPutsThemElsewhere() {
        assertThat(taken(new Kernel())).containsExactly(A, B, null);
        assertThat(taken(new Kernel(Conduct.DOCUMENTED.with(NEWEST_FIRST)))).containsExactly(B, A, null);
        assertThat(taken(new Kernel(Conduct.DOCUMENTED.with(NEWEST_FIRST)).copy()))
                .containsExactly(B, A, null);
    }

    @Test
    void aThreadHasAnApcAsLongAsOneIsQueued() {
        Kernel kernel = new Kernel();
        KThread thread = kernel.createThread(false);

        assertThat(kernel.hasUserApc(thread)).isFalse();
        kernel.queueUserApc(thread, A, Choice.FIRST);
        assertThat(kernel.hasUserApc(thread)).isTrue();
    }

    @Test
    void aWaitThatAnApcDoesNotEndGoesOnAsThePolicySays() {
        Kernel kernel = new Kernel(Conduct.DOCUMENTED.with(new WaitPolicy() {
            @Override
            public Wait arrival(Kernel any, KThread thread, Wait wait) {
                return new Wait(wait.objects(), wait.all(), wait.alertable(), 5);
            }
        }));
        KThread thread = kernel.createThread(false);
        kernel.wait(thread, new int[0], false, true, Deadline.NEVER, Choice.FIRST);

        kernel.queueUserApc(thread, A, Choice.FIRST);

        assertThat(thread.isWaiting()).isTrue();
        assertThat(thread.dueMicros()).isEqualTo(5);
    }

    private static UserApc[] taken(Kernel kernel) {
        KThread thread = kernel.createThread(false);
        kernel.queueUserApc(thread, A, Choice.FIRST);
        kernel.queueUserApc(thread, B, Choice.FIRST);
        return new UserApc[] {
            kernel.takeUserApc(thread, Choice.FIRST),
            kernel.takeUserApc(thread, Choice.FIRST),
            kernel.takeUserApc(thread, Choice.FIRST)
        };
    }
}
