package org.apctck.reference.kernel;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The kernel: a state machine without threads, clocks or I/O of its own. Every method is one atomic step.
 *
 * <p>It knows no handles, access rights or Win32 results; those are the layer above. Who may run next and how time passes is
 * the driver's, further above. A kernel can be copied at any time, and the copies go on independently.
 */
public final class Kernel implements Stateful {
    private final IdTable<DispatcherObject> objects;
    private long nowMicros;
    /** Who makes the present call, as the driver says; -1 before the first. */
    private int caller = -1;

    private final Conduct conduct;
    private final QueuePolicy queuePolicy;
    private final ObjectPolicy objectPolicy;
    private final ThreadPolicy threadPolicy;
    private final Dispatcher dispatcher;

    /** A kernel without objects, at time 0, that does what is documented. */
    public Kernel() {
        this(Conduct.DOCUMENTED);
    }

    /** A kernel without objects, at time 0. */
    public Kernel(Conduct conduct) {
        this(conduct, new IdTable<>());
    }

    private Kernel(Conduct conduct, IdTable<DispatcherObject> objects) {
        this.conduct = conduct;
        this.queuePolicy = conduct.insteadOf(QueuePolicy.DOCUMENTED);
        this.objectPolicy = conduct.insteadOf(ObjectPolicy.DOCUMENTED);
        this.threadPolicy = conduct.insteadOf(ThreadPolicy.DOCUMENTED);
        this.dispatcher = new Dispatcher(this, conduct);
        this.objects = objects;
    }

    private Kernel(Kernel other, Conduct conduct) {
        this(conduct, other.objects.copy(DispatcherObject::copy));
        this.nowMicros = other.nowMicros;
        this.caller = other.caller;
    }

    /** How the kernel decides, and how the layers above it do. */
    public Conduct conduct() {
        return conduct;
    }

    /** A kernel in the same state. */
    public Kernel copy() {
        return copy(conduct);
    }

    /** A kernel in the same state that decides as {@code other} says from here on. */
    public Kernel copy(Conduct other) {
        return new Kernel(this, other);
    }

    /**
     * Writes everything that what happens next depends on, times as they are from now: two kernels that differ in the time of day
     * alone write the same.
     */
    @Override
    public void writeTo(StateWriter out) {
        out.setOriginMicros(nowMicros);
        out.put(objects.nextId());
        out.endPart();
        objects.forEach(object -> {
            out.putFields(object);
            out.endPart();
        });
    }

    /**
     * Tells what a thread does from now on. The kernel never looks behind it; it is for policies that
     * decide for one function or one caller otherwise than for another, and part of the state for their sake.
     *
     * @param call the function, as the driver counts functions; -1 for none
     * @param routines in how many APC routines the thread is
     */
    public void enter(KThread thread, int call, int routines) {
        thread.enter(call, routines);
        caller = thread.id();
    }

    /** The act of a thread is over: what comes next is nobody's call until somebody enters. */
    public void leave() {
        caller = -1;
    }

    /** Whether {@code thread} makes the present call. */
    public boolean isCaller(KThread thread) {
        return thread.id() == caller;
    }

    /** The thread that makes the present call; null where nobody does. */
    public @Nullable KThread caller() {
        return caller < 0 ? null : thread(caller);
    }

    public long nowMicros() {
        return nowMicros;
    }

    /** Tells the kernel what time it is; waits whose deadline has come end only by {@link #expire}. */
    public void setNowMicros(long micros) {
        nowMicros = micros;
    }

    /** The object with that id, or null if there is none or it was forgotten. */
    public @Nullable DispatcherObject find(long id) {
        return objects.get(id);
    }

    /** The object with that id, which somebody holds. */
    public DispatcherObject object(int id) {
        DispatcherObject object = objects.get(id);
        if (object == null) {
            throw new IllegalStateException("no object " + id);
        }
        return object;
    }

    KThread thread(int id) {
        return (KThread) object(id);
    }

    /** Every object, oldest first. */
    public Stream<DispatcherObject> objects() {
        return objects.stream();
    }

    /** Every thread, oldest first. */
    public Stream<KThread> threads() {
        return objects().filter(KThread.class::isInstance).map(KThread.class::cast);
    }

    /** Keeps an object from being forgotten: one more handle stands for it, say, or one more wait is for it. */
    public void hold(DispatcherObject object) {
        object.reference();
    }

    /** Takes back one {@link #hold}. An object that nobody holds is forgotten; a thread holds itself until it has ended. */
    public void drop(DispatcherObject object) {
        object.dereference();
        if (!object.isReferenced()) {
            objects.remove(object.id());
        }
    }

    public KProcess createProcess() {
        return add(new KProcess(objects.nextId()));
    }

    /** Makes a thread; a suspended one does not run until it is resumed. */
    public KThread createThread(boolean suspended) {
        KThread thread = add(new KThread(objects.nextId(), suspended));
        hold(thread);
        return thread;
    }

    public KEvent createEvent(boolean manualReset, boolean signaled) {
        return add(new KEvent(objects.nextId(), manualReset, signaled));
    }

    /** Makes a mutex that nobody owns. */
    public KMutex createMutex() {
        return add(new KMutex(objects.nextId()));
    }

    public KSemaphore createSemaphore(int count, int maximum) {
        return add(new KSemaphore(objects.nextId(), count, maximum));
    }

    /**
     * Begins a wait of {@code thread}.
     *
     * @param waited the ids of the objects; none for a delay
     * @param deadlineMicros not after now for a wait that only polls
     * @return how the wait ended, or {@link NtStatus#PENDING}; for {@link NtStatus#USER_APC} the driver has to run the APCs
     */
    public int wait(KThread thread, int[] waited, boolean all, boolean alertable, long deadlineMicros, Choice choice) {
        return dispatcher.begin(thread, new Wait(waited, all, alertable, deadlineMicros), choice);
    }

    /** Ends the wait of {@code thread} because its deadline has come. */
    public void expire(KThread thread) {
        dispatcher.expire(thread);
    }

    /**
     * Appends an APC to the queue of {@code thread} and ends its wait if that is alertable.
     *
     * @return {@link NtStatus#SUCCESS}, or why it is refused
     */
    public int queueUserApc(KThread thread, UserApc apc, Choice choice) {
        int admission = queuePolicy.admission(this, thread, apc);
        if (admission == NtStatus.SUCCESS) {
            dispatcher.queueUserApc(thread, apc, choice);
        }
        return admission;
    }

    /** Whether {@code thread} has a user APC to run. */
    public boolean hasUserApc(KThread thread) {
        return queuePolicy.hasUserApc(this, thread);
    }

    /** Takes the user APC that {@code thread} is to run next off the queue, or null if there is none. */
    public @Nullable UserApc takeUserApc(KThread thread) {
        return queuePolicy.take(this, thread);
    }

    public void setEvent(KEvent event, Choice choice) {
        event.setSignaled(true);
        dispatcher.release(event, choice);
    }

    public void resetEvent(KEvent event) {
        event.setSignaled(false);
    }

    /**
     * Releases threads that wait now, and leaves the event not signaled. It may miss any of them, for a thread can be out of its
     * wait for a moment (SIGNALWAIT-PULSE-1).
     */
    public void pulseEvent(KEvent event, Choice choice) {
        boolean before = event.isSignaled();
        event.setSignaled(true);
        dispatcher.pulse(event, choice);
        event.setSignaled(objectPolicy.isSignaledAfterPulse(this, before));
    }

    /**
     * Gives back a mutex.
     *
     * @return {@link NtStatus#MUTANT_NOT_OWNED} if {@code thread} does not own it
     */
    public int releaseMutex(KMutex mutex, KThread thread, Choice choice) {
        if (!mutex.isOwnedBy(thread)) {
            return NtStatus.MUTANT_NOT_OWNED;
        }
        mutex.release();
        dispatcher.release(mutex, choice);
        return NtStatus.SUCCESS;
    }

    /**
     * Adds to the count of a semaphore.
     *
     * @return {@link NtStatus#INVALID_PARAMETER} if {@code more} is not positive; for zero, of which no page says what happens, it
     *     may succeed and do nothing (KERNEL-SEMAPHORE-ZERO-1); {@link NtStatus#SEMAPHORE_LIMIT_EXCEEDED}
     *     if the count would exceed its maximum; the count is then unchanged
     */
    public int releaseSemaphore(KSemaphore semaphore, int more, Choice choice) {
        if (more == 0 && choice.choose(ChoicePoint.SEMAPHORE_RELEASED_BY_ZERO, 2) == 1) {
            return NtStatus.SUCCESS;
        }
        if (more <= 0) {
            return NtStatus.INVALID_PARAMETER;
        }
        int status = objectPolicy.add(this, semaphore, more);
        dispatcher.release(semaphore, choice);
        return status;
    }

    /**
     * Suspends a thread once more. A thread that suspends itself stands still at once; another one may go on for a moment, until
     * {@link #stop} (THREAD-SUSPEND-LATER-1).
     *
     * @return the previous count, or an error status; for a thread that has ended either (THREAD-ENDED-COUNT-1)
     */
    public int suspend(KThread thread, KThread by, Choice choice) {
        if (thread.hasEnded()) {
            return choice.choose(ChoicePoint.ENDED_THREAD, 2) == 0 ? NtStatus.THREAD_IS_TERMINATING : 0;
        }
        int previous = thread.suspendCount();
        if (previous >= threadPolicy.suspendCountMax(this, thread)) {
            return NtStatus.SUSPEND_COUNT_EXCEEDED;
        }
        thread.setSuspendCount(threadPolicy.suspended(this, thread, previous));
        if (thread == by) {
            thread.stop();
        }
        return threadPolicy.reported(this, thread, previous, thread.suspendCount());
    }

    /** The suspension of {@code thread} takes effect, if it is suspended. */
    public void stop(KThread thread) {
        thread.stop();
    }

    /**
     * Takes back one suspension, if there is one. A waiting thread that is not suspended any more looks at its wait again.
     *
     * @return the previous count; for a thread that has ended zero, the count it had, or an error status (THREAD-ENDED-COUNT-1)
     */
    public int resume(KThread thread, Choice choice) {
        int previous = thread.suspendCount();
        if (thread.hasEnded()) {
            int answer = choice.choose(ChoicePoint.ENDED_THREAD, previous == 0 ? 2 : 3);
            return answer == 0 ? 0 : answer == 1 ? NtStatus.THREAD_IS_TERMINATING : previous;
        }
        thread.setSuspendCount(threadPolicy.resumed(this, thread, previous));
        if (previous > 0 && !thread.isSuspended() && thread.isWaiting()) {
            dispatcher.lookAgain(thread, choice);
        }
        return threadPolicy.reported(this, thread, previous, thread.suspendCount());
    }

    /**
     * Terminates a thread. One that terminates itself ends at once; another one may go on for a moment, until {@link #finish}
     * (THREAD-TERMINATE-LATER-1). No effect if it has ended or was terminated before.
     */
    public void terminate(KThread thread, KThread by, int exitCode, Choice choice) {
        if (thread == by) {
            end(thread, exitCode, choice);
        } else if (!thread.hasEnded() && !thread.isDoomed() && threadPolicy.canEnd(this, thread)) {
            thread.doom(exitCode);
        }
    }

    /** The termination of {@code thread} takes effect. */
    public void finish(KThread thread, Choice choice) {
        finish(thread, thread.doomCode(), choice);
    }

    /** Ends a thread: its queue is dropped, its mutexes are abandoned, its object is signaled. No effect if it has ended. */
    public void end(KThread thread, int exitCode, Choice choice) {
        if (!thread.hasEnded() && threadPolicy.canEnd(this, thread)) {
            finish(thread, exitCode, choice);
        }
    }

    private void finish(KThread thread, int exitCode, Choice choice) {
        dispatcher.cancel(thread);
        thread.end(threadPolicy.exitCode(this, thread, exitCode));
        objects.forEach(object -> {
            if (object instanceof KMutex mutex
                    && mutex.isOwnedBy(thread)
                    && objectPolicy.abandons(this, thread, mutex)) {
                mutex.abandon();
                dispatcher.release(mutex, choice);
            }
        });
        dispatcher.release(thread, choice);
        threadPolicy.ended(this, thread);
        drop(thread);
    }

    private <T extends DispatcherObject> T add(T object) {
        objects.add(object);
        return object;
    }
}
