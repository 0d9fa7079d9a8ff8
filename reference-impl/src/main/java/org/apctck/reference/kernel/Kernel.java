package org.apctck.reference.kernel;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The kernel: a state machine without threads, clocks or I/O of its own. Every method is one atomic step.
 *
 * <p>It knows no handles, access rights or Win32 results; those are the layer above. Who may run next and how time passes is
 * the driver's, further above. A kernel can be copied at any time, and the copies go on independently.
 */
public final class Kernel implements Stateful {
    private static final long UNKNOWN = Long.MIN_VALUE;
    private static final int[] NONE = {};
    /** Any time of day: the first of December 2026. */
    private static final long UTC_MICROS = 13_440_556_800_000_000L;

    private final IdTable<DispatcherObject> objects;
    private long nowMicros;
    /** Who makes the present call, as the driver says; -1 before the first. */
    private int caller = -1;

    private final Conduct conduct;
    private final QueuePolicy queuePolicy;
    private final ObjectPolicy objectPolicy;
    private final ThreadPolicy threadPolicy;
    private final Dispatcher dispatcher;
    private final Timers timers;
    /** What can do something by itself, by id in rising order: follows from the objects. Never changed, only replaced. */
    private int[] sources = NONE;
    /** When the first of them is due; {@link #UNKNOWN} until somebody asks. */
    @NoState("follows from the sources")
    private long firstDueMicros = Deadline.NEVER;
    /** The time of day at time 0, in microseconds since 1601, UTC. */
    private long utcMicros = UTC_MICROS;

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
        this.timers = new Timers(this, dispatcher, conduct);
        this.objects = objects;
    }

    private Kernel(Kernel other, Conduct conduct) {
        this(conduct, other.objects.copy(DispatcherObject::copy));
        this.nowMicros = other.nowMicros;
        this.utcMicros = other.utcMicros;
        this.sources = other.sources;
        this.firstDueMicros = other.firstDueMicros;
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

    /** Keeps a number with a thread for the layer above, until the thread has ended. */
    public void setLocal(KThread thread, int number) {
        thread.setLocal(number);
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

    /** Tells the kernel what time it is; what is due then happens only by {@link #fire}. */
    public void setNowMicros(long micros) {
        nowMicros = micros;
    }

    /** The time of day in microseconds since 1601, UTC. */
    public long utcMicros() {
        return utcMicros + nowMicros;
    }

    /** Tells the kernel the time of day, which is nothing that anybody but timers and their routines notices. */
    public void setUtcMicros(long micros) {
        utcMicros = micros - nowMicros;
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

    // What happens by itself

    /**
     * What can do something by itself at a time, by id in rising order: threads in waits that time ends, armed timers. Not to be
     * changed.
     */
    public int[] sources() {
        return sources;
    }

    /** When the first source is due, which may be one that cannot act; {@link Deadline#NEVER} if there is none. */
    public long firstDueMicros() {
        if (firstDueMicros == UNKNOWN) {
            firstDueMicros = Deadline.NEVER;
            for (int source : sources) {
                firstDueMicros = Math.min(firstDueMicros, object(source).dueMicros());
            }
        }
        return firstDueMicros;
    }

    /** Whether a source that is due can act: not a thread that stands still. */
    public boolean canFire(int source) {
        return !(object(source) instanceof KThread thread && thread.isStopped());
    }

    /** A source that is due acts: a wait ends by time, a timer expires. */
    public void fire(int source, Choice choice) {
        if (object(source) instanceof KTimer timer) {
            timers.expire(timer, choice);
        } else {
            dispatcher.expire(thread(source));
        }
    }

    /** Whether a source has acted before and will again: a timer with a period that has expired. */
    public boolean isRepeating(int source) {
        return object(source) instanceof KTimer timer && timer.isRepeating();
    }

    /** Whether a source that acts would change nothing but when it is due next: a timer that is signaled and queues nothing more. */
    public boolean firesInVain(int source, boolean queuesOnce) {
        return object(source) instanceof KTimer timer && timers.expiresInVain(timer, queuesOnce);
    }

    /** Whether a source that acts would wake nobody and queue nothing: a timer that others could only look at. */
    public boolean firesQuietly(int source, boolean queuesOnce) {
        return object(source) instanceof KTimer timer && timers.expiresQuietly(timer, queuesOnce);
    }

    /** Whether time can end the wait of a thread: its own deadline, or a timer that it waits for or whose routine it would run. */
    public boolean isInFiniteWait(KThread thread) {
        Wait wait = thread.currentWait();
        if (wait == null || thread.isSuspended()) {
            return false;
        }
        return wait.deadlineMicros() != Deadline.NEVER || timers.canEnd(thread, wait);
    }

    /** Notes whether an object is a source now, and that it may be due at another time. */
    void noteSource(DispatcherObject object) {
        int at = Arrays.binarySearch(sources, object.id());
        if (object.dueMicros() <= firstDueMicros) {
            firstDueMicros = object.dueMicros();
        } else if (at >= 0) {
            firstDueMicros = UNKNOWN; // it may have been the first
        }
        boolean isSource = object.dueMicros() != Deadline.NEVER;
        if (isSource && at < 0) {
            int[] more = new int[sources.length + 1];
            System.arraycopy(sources, 0, more, 0, -at - 1);
            more[-at - 1] = object.id();
            System.arraycopy(sources, -at - 1, more, -at, sources.length + at + 1);
            sources = more;
        } else if (!isSource && at >= 0) {
            int[] fewer = new int[sources.length - 1];
            System.arraycopy(sources, 0, fewer, 0, at);
            System.arraycopy(sources, at + 1, fewer, at, fewer.length - at);
            sources = fewer;
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
    public @Nullable UserApc takeUserApc(KThread thread, Choice choice) {
        UserApc apc = queuePolicy.take(this, thread);
        if (apc != null && find(apc.origin()) instanceof KTimer timer) {
            timers.routineBegins(timer, choice);
        }
        return apc;
    }

    // Timers

    /** Makes a timer that is not armed. */
    public KTimer createTimer(boolean manualReset, boolean signaled) {
        return add(new KTimer(objects.nextId(), manualReset, signaled));
    }

    /**
     * Sets a timer: what it was armed for before is forgotten, with the routine that is still queued, and it is nonsignaled. One that is
     * due now expires by {@link #fire} like any other.
     *
     * @return {@link NtStatus#TIMER_NOT_CANCELED} where the routine is another thread's, as it is read (TIMER-RESET-OTHER-THREAD-1)
     */
    public int setTimer(KTimer timer, KTimer.Setting asked, KThread by, Choice choice) {
        return timers.set(timer, asked, by, choice);
    }

    /**
     * Cancels a timer: it does nothing by itself, its routine is not queued any more, its state is as before.
     *
     * @return {@link NtStatus#SUCCESS}, or why it cannot be cancelled
     */
    public int cancelTimer(KTimer timer, KThread by, Choice choice) {
        return timers.cancel(timer, by, choice);
    }

    /** The thread that has set a timer last; null if nobody has, or it is known no more. */
    public @Nullable KThread setterOf(KTimer timer) {
        return timers.setterOf(timer);
    }

    /** Whether an APC is queued, to any thread, that the object of that id has queued. */
    public boolean hasUserApcOf(int origin) {
        return threads().anyMatch(thread -> thread.hasUserApcOf(origin));
    }

    // Handles

    /** One more handle stands for an object. */
    public void opened(DispatcherObject object) {
        hold(object);
        object.countHandles(1);
    }

    /** One handle fewer stands for an object. A timer without any may be as good as cancelled (TIMER-CLOSE-1). */
    public void closed(DispatcherObject object, Choice choice) {
        object.countHandles(-1);
        if (object instanceof KTimer timer) {
            timers.closed(timer, choice);
        }
        drop(object);
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
        boolean terminated = thread.isDoomed();
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
        objects.forEach(object -> {
            if (object instanceof KTimer timer && timer.isSetBy(thread)) {
                timers.setterEnds(timer, thread, terminated, choice);
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
