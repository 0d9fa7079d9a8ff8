package org.apctck.spec.stage;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apctck.spec.api.Call;
import org.jspecify.annotations.Nullable;

/**
 * A thread of the program: where it stands, and the mailbox in which it awaits its next entry.
 *
 * <p>It takes no lock anywhere: it may be terminated at any instruction, and what it holds then stays held.
 */
final class Actor {
    /** Where a thread stands in its life, as far as it says so itself. */
    enum Phase {
        /** Created; it has not reached the stage. */
        UNSTARTED,
        /** At work. */
        ACTIVE,
        /** In its mailbox, outside the implementation. */
        IDLE,
        /** It has left its start routine and is about to end. */
        RETURNED,
        /** It was seen to be gone. */
        GONE
    }

    /** How often a thread in its mailbox looks whether it was dismissed. */
    private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final String name;
    private volatile Phase phase = Phase.UNSTARTED;
    private volatile @Nullable Frame top;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Runnable mail;
    private volatile long sightKey;
    private final AtomicInteger suspensions = new AtomicInteger();
    private volatile @Nullable Suspension suspending;
    private volatile boolean suspendingItself;
    private volatile boolean doomed;
    private Timers.@Nullable Setting setting;
    private final Resumption resumption = new Resumption();
    private volatile boolean resumed;
    private @Nullable Frame reported;

    Actor(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    Phase phase() {
        return phase;
    }

    /** Whether the thread takes an entry now. */
    boolean isIdle() {
        return phase == Phase.IDLE && suspensions.get() == 0 && !doomed;
    }

    /** The calling thread is this one. */
    void appear(long key) {
        thread = Thread.currentThread();
        sightKey = key;
        phase = Phase.ACTIVE;
    }

    /** What finds the thread from outside, once it has appeared. */
    long sightKey() {
        return sightKey;
    }

    @Nullable
    Frame top() {
        return top;
    }

    void enter(Call call) {
        top = Frame.ofCall(top, call);
    }

    void enterRoutine() {
        top = Frame.ofRoutine(top);
    }

    void leave() {
        Frame current = top;
        top = current == null ? null : current.below();
    }

    /** Whether the thread was handed work that it has not taken. */
    boolean hasMail() {
        return mail != null;
    }

    /** Hands the thread its next work; it is at work from now on, or as soon as it has started. */
    void post(Runnable work) {
        if (phase == Phase.IDLE) {
            phase = Phase.ACTIVE;
        }
        mail = work;
        LockSupport.unpark(thread);
    }

    /**
     * Lets a thread go that has ended as far as the implementation knows: one that was terminated in its mailbox may be there
     * still, for not every implementation can stop a thread. It is not woken, as what wakes a thread that is really gone may
     * block for ever.
     */
    void dismiss() {
        mail = () -> {};
    }

    /** Waits for work on the thread itself: not alertable, and unknown to the implementation. */
    Runnable await(Thread director) {
        Runnable work = mail;
        if (work == null) {
            phase = Phase.IDLE;
            LockSupport.unpark(director);
        }
        while ((work = mail) == null) {
            LockSupport.parkNanos(this, GLANCE_NANOS);
        }
        mail = null;
        return work;
    }

    void returned(Thread director) {
        phase = Phase.RETURNED;
        LockSupport.unpark(director);
    }

    /**
     * The thread was seen to be gone.
     *
     * @return whether that is news
     */
    boolean vanish() {
        boolean news = phase != Phase.GONE;
        phase = Phase.GONE;
        return news;
    }

    /** How often the thread is suspended, by the calls that succeeded. */
    int suspensions() {
        return suspensions.get();
    }

    /** Whether the thread may be running: one that is being resumed may be so before the call that resumes it returns. */
    boolean mayRun() {
        return suspensions.get() == 0 || resumption.isPending() || resumed;
    }

    void setSuspensions(int count) {
        suspensions.set(count);
    }

    void addSuspension() {
        suspensions.incrementAndGet();
    }

    void removeSuspension() {
        suspensions.updateAndGet(count -> Math.max(0, count - 1));
    }

    /** The call in which the thread suspends another one, or null. */
    @Nullable
    Suspension suspending() {
        return suspending;
    }

    void setSuspending(@Nullable Suspension suspension) {
        suspending = suspension;
    }

    /** Whether the call that resumes the thread has returned, and that is being counted. */
    void setResumed(boolean isResumed) {
        resumed = isResumed;
    }

    /** Of the thread, while it is suspended. */
    Resumption resumption() {
        return resumption;
    }

    /** Whether the thread is in the call that suspends itself, which returns only after it is resumed. */
    boolean isSuspendingItself() {
        return suspendingItself;
    }

    void setSuspendingItself(boolean suspending) {
        suspendingItself = suspending;
    }

    /** How the thread sets a timer in its present call, or has set one last. Used by the thread alone. */
    Timers.@Nullable Setting setting() {
        return setting;
    }

    void setSetting(Timers.Setting how) {
        setting = how;
    }

    /** Whether the thread was terminated, so that it will be gone soon. */
    boolean isDoomed() {
        return doomed;
    }

    void doom() {
        doomed = true;
    }

    /** Whether that call was reported. Used by the director alone, as is {@link #report}. */
    boolean isReported(@Nullable Frame frame) {
        return reported == frame;
    }

    /** Marks the present call as reported. */
    void report(@Nullable Frame frame) {
        reported = frame;
    }

    @Override
    public String toString() {
        return name;
    }
}
