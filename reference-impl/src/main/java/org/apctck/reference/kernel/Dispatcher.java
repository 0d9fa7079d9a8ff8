package org.apctck.reference.kernel;

/**
 * The wait path of the kernel: how a thread enters a wait and what ends it.
 *
 * <p>Nothing here blocks, reads a clock or runs an APC routine. A step either completes the wait or leaves the thread
 * waiting; the driver on top parks the thread, lets time pass and runs the routines that {@link KThread#takeUserApc} hands
 * out.
 */
final class Dispatcher {
    private final Kernel kernel;

    Dispatcher(Kernel kernel) {
        this.kernel = kernel;
    }

    /**
     * Begins a wait.
     *
     * @param objects the ids of the objects; none for a delay
     * @return how the wait ended, or {@link NtStatus#PENDING}; for {@link NtStatus#USER_APC} no APC has run yet
     */
    int begin(KThread thread, int[] objects, boolean all, boolean alertable, long deadlineMicros, Choice choice) {
        boolean satisfiable = isSatisfiable(thread, objects, all);
        boolean apcPending = alertable && thread.hasUserApc();
        if (satisfiable && !(apcPending && choice.choose(ChoicePoint.APC_BEFORE_SIGNALED_OBJECT, 2) == 0)) {
            thread.endWait(satisfy(thread, objects, all));
        } else if (apcPending) {
            thread.endWait(NtStatus.USER_APC);
        } else if (deadlineMicros <= kernel.nowMicros()) {
            thread.endWait(NtStatus.TIMEOUT);
        } else {
            thread.beginWait(new Wait(objects, all, alertable, deadlineMicros));
            for (int object : objects) {
                kernel.object(object).link(thread);
            }
        }
        return thread.waitStatus();
    }

    /** Appends an APC to the queue of {@code thread} and ends its wait if that is alertable. */
    void queueUserApc(KThread thread, UserApc apc) {
        thread.append(apc);
        Wait wait = thread.currentWait();
        if (wait != null && wait.alertable()) {
            unwait(thread, wait, NtStatus.USER_APC);
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
            unwait(thread, wait, satisfy(thread, wait.objects(), wait.all()));
        }
    }

    /** Ends the wait of {@code thread} by time. */
    void expire(KThread thread) {
        unwait(thread, waitOf(thread), NtStatus.TIMEOUT);
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
        Wait wait = waitOf(thread);
        return isSatisfiable(thread, wait.objects(), wait.all());
    }

    private boolean isSatisfiable(KThread thread, int[] objects, boolean all) {
        for (int object : objects) {
            if (kernel.object(object).isSignaledFor(thread) != all) {
                return !all;
            }
        }
        return all && objects.length > 0;
    }

    /** Lets the thread have what it waited for: the first signaled object in the order of the call, or all of them. */
    private int satisfy(KThread thread, int[] objects, boolean all) {
        int status = NtStatus.WAIT_0;
        for (int i = 0; i < objects.length; i++) {
            DispatcherObject object = kernel.object(objects[i]);
            if (all) {
                status |= object.satisfy(thread);
            } else if (object.isSignaledFor(thread)) {
                return object.satisfy(thread) + i;
            }
        }
        return status;
    }

    /** Unlinks the waiter now, not when its thread resumes: a signal must not be spent on a thread that is already woken. */
    private void unwait(KThread thread, Wait wait, int status) {
        for (int object : wait.objects()) {
            kernel.object(object).unlink(thread);
        }
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
