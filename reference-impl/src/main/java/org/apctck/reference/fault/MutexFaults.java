package org.apctck.reference.fault;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.KMutex;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.ObjectPolicy;
import org.apctck.reference.kernel.Wait;
import org.apctck.reference.kernel.WaitPolicy;

/** Faults of mutexes that their owner takes again, and of those whose owner has ended. */
final class MutexFaults {
    private static final int[] DEPTHS = {1, 2, 16, 64};

    static final List<Fault> ALL = Stream.concat(
                    Stream.of(
                            new Fault(
                                    "MUTEX-BLOCKS-OWNER",
                                    "the owner of a mutex that takes it again waits for ever",
                                    new WaitPolicy() {
                                        @Override
                                        public boolean isSatisfiable(Kernel kernel, KThread thread, Wait wait) {
                                            return IntStream.of(wait.objects())
                                                            .noneMatch(id -> isOwned(kernel, id, thread))
                                                    && super.isSatisfiable(kernel, thread, wait);
                                        }
                                    }),
                            new Fault(
                                    "OWNER-DEAD-IN-WAIT-KEEPS",
                                    "a thread that is terminated in a wait goes on owning its mutexes",
                                    new ObjectPolicy() {
                                        @Override
                                        public boolean abandons(Kernel kernel, KThread owner, KMutex mutex) {
                                            return owner.waitStatus() != NtStatus.THREAD_IS_TERMINATING;
                                        }
                                    }),
                            new Fault(
                                    "OWNED-TWICE-NOT-ABANDONED",
                                    "a thread that ends goes on owning the mutexes that it has taken more than once",
                                    new ObjectPolicy() {
                                        @Override
                                        public boolean abandons(Kernel kernel, KThread owner, KMutex mutex) {
                                            return mutex.recursion() == 1;
                                        }
                                    })),
                    IntStream.of(DEPTHS).mapToObj(MutexFaults::counting))
            .toList();

    private MutexFaults() {}

    private static Fault counting(int depth) {
        return new Fault(
                "MUTEX-COUNTS-TO-" + depth,
                "an owner that has taken a mutex more than " + depth + " times is counted for " + depth,
                new WaitPolicy() {
                    @Override
                    public int satisfy(Kernel kernel, KThread thread, Wait wait) {
                        int status = super.satisfy(kernel, thread, wait);
                        for (int id : wait.objects()) {
                            if (isOwned(kernel, id, thread) && ((KMutex) kernel.object(id)).recursion() > depth) {
                                kernel.releaseMutex((KMutex) kernel.object(id), thread, Choice.FIRST);
                            }
                        }
                        return status;
                    }
                });
    }

    private static boolean isOwned(Kernel kernel, int id, KThread thread) {
        return kernel.object(id) instanceof KMutex mutex && mutex.isOwnedBy(thread);
    }
}
