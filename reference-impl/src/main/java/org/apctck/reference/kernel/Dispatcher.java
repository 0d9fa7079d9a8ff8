package org.apctck.reference.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The wait path of the kernel: how a thread enters a wait and what ends it.
 *
 * <p>Nothing here blocks, reads a clock or runs an APC routine. A step either completes the wait or leaves the thread
 * waiting; the driver on top parks the thread, lets time pass and runs the routines that {@link Kernel#takeUserApc} hands
 * out. What is decided on the way stands in {@link WaitPolicy}.
 */
final class Dispatcher {
    private final Kernel kernel;
    private final QueuePolicy queuePolicy;
    private final WaitPolicy waitPolicy;
    private final TimerPolicy timerPolicy;

    Dispatcher(Kernel kernel, Conduct conduct) {
        this.kernel = kernel;
        this.queuePolicy = conduct.insteadOf(QueuePolicy.DOCUMENTED);
        this.waitPolicy = conduct.insteadOf(WaitPolicy.DOCUMENTED);
        this.timerPolicy = conduct.insteadOf(TimerPolicy.DOCUMENTED);
    }

    /**
     * Begins a wait.
     *
     * @return how the wait ended, or {@link NtStatus#PENDING}; for {@link NtStatus#USER_APC} no APC has run yet
     */
    int begin(KThread thread, Wait wait, Choice choice) {
        boolean satisfiable = waitPolicy.isSatisfiable(kernel, thread, wait);
        boolean apcPending = wait.alertable() && queuePolicy.hasUserApc(kernel, thread);
        boolean over = wait.deadlineMicros() <= kernel.nowMicros();
        int status = waitPolicy.entry(kernel, thread, wait, satisfiable, apcPending, over, choice);
        if (status == NtStatus.PENDING) {
            begin(thread, wait);
            waitPolicy.link(kernel, thread, wait);
        } else {
            thread.endWait(status == NtStatus.WAIT_0 ? satisfy(thread, wait) : status);
        }
        return thread.waitStatus();
    }

    /**
     * Appends an APC to the queue of {@code thread} and ends its wait if that is alertable; that of a suspended thread now, or
     * when it is resumed and {@link #lookAgain looks again}.
     */
    void queueUserApc(KThread thread, UserApc apc, Choice choice) {
        thread.insert(queuePolicy.place(kernel, thread, thread.userApcCount()), apc);
        Wait wait = thread.currentWait();
        if (wait == null) {
            return;
        }
        Wait left = waitPolicy.arrival(kernel, thread, wait);
        if (left != null) {
            begin(thread, left);
            drop(wait);
        } else if (isReached(thread, choice)) {
            unwait(thread, wait, NtStatus.USER_APC);
        }
    }

    /** Satisfies the waits for {@code object}, which may just have become signaled, for as long as it stays signaled. */
    void release(DispatcherObject object, Choice choice) {
        release(object, choice, thread -> isReached(thread, choice));
    }

    /** The same for an object that stays signaled for no longer than a moment, which any of the waiters may miss. */
    void pulse(DispatcherObject object, Choice choice) {
        release(object, choice, thread -> choice.choose(ChoicePoint.PULSE, 2) == 0);
    }

    private void release(DispatcherObject object, Choice choice, Predicate<KThread> isReached) {
        if (object.waiters().length == 0) {
            return;
        }
        List<KThread> waiters = new ArrayList<>();
        for (int waiter : object.waiters()) {
            KThread thread = kernel.thread(waiter);
            if (isSatisfiable(thread) && isReached.test(thread)) {
                waiters.add(thread);
            }
        }
        while (!waiters.isEmpty()) {
            int count = waiters.size();
            KThread thread =
                    waiters.remove(count > 1 && object.isConsumed() ? choice.choose(ChoicePoint.WAITER, count) : 0);
            Wait wait = waitOf(thread);
            unwait(thread, wait, satisfy(thread, wait));
            waiters.removeIf(waiter -> !isSatisfiable(waiter));
        }
    }

    /** Whether what would end the wait of {@code thread} does so now: no page says so of a suspended thread (THREAD-SUSPENDED-WAIT-1). */
    private static boolean isReached(KThread thread, Choice choice) {
        return !thread.isSuspended() || choice.choose(ChoicePoint.SUSPENDED_WAITER, 2) == 0;
    }

    /**
     * A waiting thread was resumed: of what could have ended its wait meanwhile any one does. Where it is the time alone, the
     * driver sees to it as to any other deadline.
     */
    void lookAgain(KThread thread, Choice choice) {
        Wait wait = waitOf(thread);
        boolean satisfiable = isSatisfiable(thread);
        boolean apcPending = wait.alertable() && queuePolicy.hasUserApc(kernel, thread);
        boolean over = wait.deadlineMicros() <= kernel.nowMicros();
        if (!satisfiable && !apcPending) {
            return;
        }
        int causes = (satisfiable ? 1 : 0) + (apcPending ? 1 : 0) + (over ? 1 : 0);
        int chosen = causes == 1 ? 0 : choice.choose(ChoicePoint.SUSPENDED_WAITER, causes);
        if (satisfiable && chosen-- == 0) {
            unwait(thread, wait, satisfy(thread, wait));
        } else if (apcPending && chosen-- == 0) {
            unwait(thread, wait, NtStatus.USER_APC);
        } else {
            expire(thread);
        }
    }

    /** Ends the wait of {@code thread} by time. */
    void expire(KThread thread) {
        Wait wait = waitOf(thread);
        unwait(thread, wait, waitPolicy.expiry(kernel, thread, wait));
    }

    /** Takes a thread that ends out of its wait. */
    void cancel(KThread thread) {
        Wait wait = thread.currentWait();
        if (wait != null) {
            unwait(thread, wait, NtStatus.THREAD_IS_TERMINATING);
        }
    }

    private boolean isSatisfiable(KThread thread) {
        return waitPolicy.isSatisfiable(kernel, thread, waitOf(thread));
    }

    private int satisfy(KThread thread, Wait wait) {
        int status = waitPolicy.satisfy(kernel, thread, wait);
        int[] objects = wait.objects();
        for (int i = 0; i < objects.length; i++) {
            boolean taken = wait.all() || i == (status & ~NtStatus.ABANDONED_WAIT_0);
            if (taken && kernel.object(objects[i]) instanceof KTimer timer) {
                timer.setSignaled(timerPolicy.isSignaledAfterWait(kernel, timer, thread, timer.isSignaled()));
            }
        }
        return status;
    }

    /** A wait holds its objects: who closes their last handle does not end it. */
    private void begin(KThread thread, Wait wait) {
        for (int object : wait.objects()) {
            kernel.hold(kernel.object(object));
        }
        thread.beginWait(wait);
        kernel.noteSource(thread);
    }

    private void unwait(KThread thread, Wait wait, int status) {
        boolean isOver = !thread.isWaiting(); // a fault may have ended it while it looked for how it ends
        if (!isOver) {
            waitPolicy.unlink(kernel, thread, wait, status);
            drop(wait);
        }
        thread.endWait(status);
        kernel.noteSource(thread);
    }

    private void drop(Wait wait) {
        for (int object : wait.objects()) {
            kernel.drop(kernel.object(object));
        }
    }

    private static Wait waitOf(KThread thread) {
        Wait wait = thread.currentWait();
        if (wait == null) {
            throw new IllegalStateException("thread " + thread.id() + " is not waiting");
        }
        return wait;
    }
}
