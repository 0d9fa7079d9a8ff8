package org.apctck.reference.kernel;

/**
 * The wait path of the kernel: how a thread enters a wait and what ends it.
 *
 * <p>Nothing here blocks, reads a clock or runs an APC routine. A step either completes the wait or leaves the thread
 * waiting; the driver on top parks the thread, lets time pass and runs the routines that {@link Kernel#takeUserApc} hands
 * out. What is decided on the way stands in {@link KernelPolicy}.
 */
final class Dispatcher {
    private final Kernel kernel;
    private final KernelPolicy policy;

    Dispatcher(Kernel kernel, KernelPolicy policy) {
        this.kernel = kernel;
        this.policy = policy;
    }

    /**
     * Begins a wait.
     *
     * @return how the wait ended, or {@link NtStatus#PENDING}; for {@link NtStatus#USER_APC} no APC has run yet
     */
    int begin(KThread thread, Wait wait, Choice choice) {
        boolean satisfiable = policy.isSatisfiable(kernel, thread, wait);
        boolean apcPending = wait.alertable() && policy.hasUserApc(kernel, thread);
        boolean over = wait.deadlineMicros() <= kernel.nowMicros();
        int status = policy.entry(kernel, thread, wait, satisfiable, apcPending, over, choice);
        if (status == NtStatus.PENDING) {
            thread.beginWait(wait);
            policy.link(kernel, thread, wait);
        } else {
            thread.endWait(status == NtStatus.WAIT_0 ? policy.satisfy(kernel, thread, wait) : status);
        }
        return thread.waitStatus();
    }

    /** Appends an APC to the queue of {@code thread} and ends its wait if that is alertable. */
    void queueUserApc(KThread thread, UserApc apc) {
        thread.insert(policy.place(kernel, thread, thread.userApcCount()), apc);
        Wait wait = thread.currentWait();
        if (wait == null) {
            return;
        }
        Wait left = policy.arrival(kernel, thread, wait);
        if (left == null) {
            unwait(thread, wait, NtStatus.USER_APC);
        } else {
            thread.beginWait(left);
        }
    }

    /** Satisfies the waits for {@code object}, which may just have become signaled, for as long as it stays signaled. */
    void release(DispatcherObject object, Choice choice) {
        while (true) {
            int eligible = 0;
            for (int waiter : object.waiters()) {
                eligible += isSatisfiable(kernel.thread(waiter)) ? 1 : 0;
            }
            if (eligible == 0) {
                return;
            }
            int chosen = eligible > 1 && object.isConsumed() ? choice.choose(ChoicePoint.WAITER, eligible) : 0;
            KThread thread = eligibleWaiter(object, chosen);
            Wait wait = waitOf(thread);
            unwait(thread, wait, policy.satisfy(kernel, thread, wait));
        }
    }

    /** Ends the wait of {@code thread} by time. */
    void expire(KThread thread) {
        Wait wait = waitOf(thread);
        unwait(thread, wait, policy.expiry(kernel, thread, wait));
    }

    /** Takes a thread that ends out of its wait. */
    void cancel(KThread thread) {
        Wait wait = thread.currentWait();
        if (wait != null) {
            unwait(thread, wait, NtStatus.THREAD_IS_TERMINATING);
        }
    }

    private KThread eligibleWaiter(DispatcherObject object, int index) {
        int seen = 0;
        for (int waiter : object.waiters()) {
            KThread thread = kernel.thread(waiter);
            if (isSatisfiable(thread) && seen++ == index) {
                return thread;
            }
        }
        throw new IllegalStateException("no eligible waiter " + index);
    }

    private boolean isSatisfiable(KThread thread) {
        return policy.isSatisfiable(kernel, thread, waitOf(thread));
    }

    private void unwait(KThread thread, Wait wait, int status) {
        policy.unlink(kernel, thread, wait, status);
        thread.endWait(status);
    }

    private static Wait waitOf(KThread thread) {
        Wait wait = thread.currentWait();
        if (wait == null) {
            throw new IllegalStateException("thread " + thread.id() + " is not waiting");
        }
        return wait;
    }
}
