package org.apctck.reference.kernel;

import org.jspecify.annotations.Nullable;

/**
 * What the kernel decides where implementations are known to differ. Each method is one decision as the documentation has it;
 * a subclass that decides otherwise makes a kernel with one deliberate fault.
 *
 * <p>Policies have no state: copies of a kernel share theirs. What one remembers it leaves at the objects, which are copied
 * ({@link DispatcherObject#remember}).
 */
public class KernelPolicy {
    /** Every decision as documented. */
    public static final KernelPolicy DOCUMENTED = new KernelPolicy();

    protected KernelPolicy() {}

    // The queue

    /** Whether an APC may be queued: {@link NtStatus#UNSUCCESSFUL} for a thread that has ended (QUEUE-TERMINATING-1). */
    public int admission(Kernel kernel, KThread target, UserApc apc) {
        return target.hasEnded() ? NtStatus.UNSUCCESSFUL : NtStatus.SUCCESS;
    }

    /** Before which of the {@code queued} APCs a new one stands: behind the last (QUEUE-FIFO-1). */
    public int place(Kernel kernel, KThread target, int queued) {
        return queued;
    }

    /** Whether there is an APC that {@code thread} can deliver. */
    public boolean hasUserApc(Kernel kernel, KThread thread) {
        return thread.hasUserApc();
    }

    /** The APC that {@code thread} delivers next, off its queue (QUEUE-ONCE-1); null if there is none. */
    public @Nullable UserApc take(Kernel kernel, KThread thread) {
        return thread.takeUserApc();
    }

    // Waits

    /**
     * What a wait comes to when it is entered.
     *
     * @param satisfiable whether its objects are signaled
     * @param apcPending whether the wait is alertable and there is an APC
     * @param over whether it only polls
     * @return {@link NtStatus#WAIT_0} to take the objects, {@link NtStatus#USER_APC}, {@link NtStatus#TIMEOUT} or
     *     {@link NtStatus#PENDING}
     */
    public int entry(
            Kernel kernel,
            KThread thread,
            Wait wait,
            boolean satisfiable,
            boolean apcPending,
            boolean over,
            Choice choice) {
        if (satisfiable && !(apcPending && choice.choose(ChoicePoint.APC_BEFORE_SIGNALED_OBJECT, 2) == 0)) {
            return NtStatus.WAIT_0;
        }
        if (apcPending) {
            return NtStatus.USER_APC;
        }
        return over ? NtStatus.TIMEOUT : NtStatus.PENDING;
    }

    /** What an APC that arrives leaves of a wait: nothing if that is alertable, for it ends then and there. */
    public @Nullable Wait arrival(Kernel kernel, KThread thread, Wait wait) {
        return wait.alertable() ? null : wait;
    }

    /** How a wait ends whose deadline has come. */
    public int expiry(Kernel kernel, KThread thread, Wait wait) {
        return NtStatus.TIMEOUT;
    }

    /** Whether {@code thread} could have what it waits for: any one of the objects, or all of them at the same time. */
    public boolean isSatisfiable(Kernel kernel, KThread thread, Wait wait) {
        for (int object : wait.objects()) {
            if (kernel.object(object).isSignaledFor(thread) != wait.all()) {
                return !wait.all();
            }
        }
        return wait.all() && wait.objects().length > 0;
    }

    /** Lets the thread have what it waited for: the first signaled object in the order of the call, or all of them. */
    public int satisfy(Kernel kernel, KThread thread, Wait wait) {
        int status = NtStatus.WAIT_0;
        int[] objects = wait.objects();
        for (int i = 0; i < objects.length; i++) {
            DispatcherObject object = kernel.object(objects[i]);
            if (wait.all()) {
                status |= object.satisfy(thread);
            } else if (object.isSignaledFor(thread)) {
                return object.satisfy(thread) + i;
            }
        }
        return status;
    }

    /** Enters a thread that begins to wait at each of its objects. */
    public void link(Kernel kernel, KThread thread, Wait wait) {
        for (int object : wait.objects()) {
            kernel.object(object).link(thread);
        }
    }

    /**
     * Takes a thread off its objects when its wait ends, not when it resumes: a signal must not be spent on a thread that is
     * already woken (DELIVER-NOCONSUME-1).
     */
    public void unlink(Kernel kernel, KThread thread, Wait wait, int status) {
        for (int object : wait.objects()) {
            kernel.object(object).unlink(thread);
        }
    }

    /**
     * Adds to the count of a semaphore.
     *
     * @return {@link NtStatus#SUCCESS}, or {@link NtStatus#SEMAPHORE_LIMIT_EXCEEDED} with the count as it was
     *     (KERNEL-SEMAPHORE-LIMIT-1)
     */
    public int add(Kernel kernel, KSemaphore semaphore, int more) {
        if (semaphore.wouldExceed(more)) {
            return NtStatus.SEMAPHORE_LIMIT_EXCEEDED;
        }
        semaphore.add(more);
        return NtStatus.SUCCESS;
    }

    /** Whether an event is signaled after a pulse (KERNEL-PULSE-1). */
    public boolean isSignaledAfterPulse(Kernel kernel, boolean before) {
        return false;
    }

    // Threads

    /** The most suspensions that a thread bears (THREAD-SUSPEND-RETURN-1). */
    public int suspendCountMax(Kernel kernel, KThread thread) {
        return KThread.SUSPEND_COUNT_MAX;
    }

    /** Whether a mutex of a thread that has ended is free, and abandoned (RETURN-WFSO-ABANDONED-1). */
    public boolean abandons(Kernel kernel, KThread owner, KMutex mutex) {
        return true;
    }

    /** What else the end of a thread does: nothing, what it queued stays queued (QUEUE-PERSIST-1). */
    public void ended(Kernel kernel, KThread thread) {}

    /** The suspend count after a suspension. */
    public int suspended(Kernel kernel, KThread thread, int count) {
        return count + 1;
    }

    /** The suspend count after a resume. */
    public int resumed(Kernel kernel, KThread thread, int count) {
        return Math.max(0, count - 1);
    }

    /** The count that suspending and resuming report: the previous one (THREAD-RESUME-COUNT-1). */
    public int reported(Kernel kernel, KThread thread, int before, int after) {
        return before;
    }

    /** Whether a thread can be ended now: whatever it does (KERNEL-TERMINATE-1). */
    public boolean canEnd(Kernel kernel, KThread thread) {
        return true;
    }

    /** The exit code of a thread that ends with {@code code} (THREAD-SIGNALED-1). */
    public int exitCode(Kernel kernel, KThread thread, int code) {
        return code;
    }
}
