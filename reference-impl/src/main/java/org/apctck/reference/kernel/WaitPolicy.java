package org.apctck.reference.kernel;

import org.jspecify.annotations.Nullable;

/** What is decided about waits: how they begin, what an APC, an object or the time makes of them, and how they end. */
public class WaitPolicy extends Policy {
    /** Every decision as documented. */
    public static final WaitPolicy DOCUMENTED = new WaitPolicy();

    protected WaitPolicy() {}

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

    /** Takes back one of the times that its owner took a mutex, and tells no waiter that it may be free. */
    protected static void takeBack(KMutex mutex) {
        mutex.release();
    }
}
