package org.apctck.reference.kernel;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Waitable timers: how one is set and cancelled, what an expiry does, and what the end of a setter or a handle leaves of it.
 *
 * <p>Like the {@link Dispatcher}, it has no state of its own: a {@link KTimer} holds what a timer is set to. What is decided on
 * the way stands in {@link TimerPolicy}.
 */
final class Timers {
    private final Kernel kernel;
    private final Dispatcher dispatcher;
    private final TimerPolicy policy;

    Timers(Kernel kernel, Dispatcher dispatcher, Conduct conduct) {
        this.kernel = kernel;
        this.dispatcher = dispatcher;
        this.policy = conduct.insteadOf(TimerPolicy.DOCUMENTED);
    }

    // What programs ask for

    /** Sets a timer as {@link Kernel#setTimer} says. */
    int set(KTimer timer, KTimer.Setting asked, KThread by, Choice choice) {
        if (timer.isArmed()
                && timer.hasRoutine()
                && !timer.isSetBy(by)
                && choice.choose(ChoicePoint.TIMER_OF_ANOTHER_SETTER, 2) == 1) {
            return NtStatus.TIMER_NOT_CANCELED;
        }
        KTimer.Setting setting = policy.set(kernel, timer, by, asked);
        if (setting == null) {
            return NtStatus.SUCCESS;
        }
        if (policy.settingRemovesApc(kernel, timer, by, setting)) {
            removeApc(timer);
        }
        setSignaled(timer, policy.isSignaledWhenSet(kernel, timer, by), choice);
        disarm(timer);
        timer.arm(setting, by);
        if (timer.isArmed()) {
            kernel.hold(timer);
            kernel.noteSource(timer);
        }
        return NtStatus.SUCCESS;
    }

    /** Cancels a timer as {@link Kernel#cancelTimer} says. */
    int cancel(KTimer timer, KThread by, Choice choice) {
        int status = policy.cancellation(kernel, timer, by);
        if (NtStatus.isError(status)) {
            return status;
        }
        if (policy.cancelRemovesApc(kernel, timer, by)) {
            removeApc(timer);
        }
        setSignaled(timer, policy.isSignaledWhenCancelled(kernel, timer, by, timer.isSignaled()), choice);
        if (policy.cancelDisarms(kernel, timer, by)) {
            timer.forgetSetter();
            disarm(timer);
        }
        return status;
    }

    // Expiry

    /** A timer that is due expires: it is signaled, and its setter gets the routine. */
    void expire(KTimer timer, Choice choice) {
        long next = policy.nextDueMicros(kernel, timer, timer.dueMicros());
        List<KThread> receivers = policy.receivers(kernel, timer, setterOf(timer)).stream()
                .filter(receiver -> !receiver.hasEnded())
                .toList();
        boolean signals = policy.isSignaledByExpiry(kernel, timer);
        boolean own = receivers.stream().anyMatch(receiver -> isOwnTimer(timer, receiver));
        boolean apcFirst = own && choice.choose(ChoicePoint.OWN_TIMER, 2) == 1;
        if (apcFirst) {
            queueApc(timer, receivers, choice);
        }
        timer.setSignaledUtcMicros(kernel.utcMicros());
        if (signals) {
            signal(timer, choice);
        }
        if (!apcFirst) {
            queueApc(timer, receivers, choice);
        }
        timer.expire(next);
        if (timer.isArmed()) {
            kernel.noteSource(timer);
        } else {
            disarmed(timer);
        }
    }

    /** Whether a thread waits for a timer in a wait that its routine would end as well. */
    private static boolean isOwnTimer(KTimer timer, KThread thread) {
        Wait wait = thread.currentWait();
        return wait != null
                && wait.alertable()
                && Arrays.stream(wait.objects()).anyMatch(object -> object == timer.id());
    }

    private void signal(KTimer timer, Choice choice) {
        int waiting = timer.waiters().length;
        timer.setSignaled(true);
        dispatcher.release(timer, choice);
        boolean released = timer.waiters().length < waiting;
        timer.setSignaled(policy.isSignaledAfterExpiry(kernel, timer, released, timer.isSignaled()));
    }

    private void queueApc(KTimer timer, List<KThread> receivers, Choice choice) {
        if (receivers.isEmpty() || isQueued(timer) && choice.choose(ChoicePoint.MISSED_PERIODS, 2) == 0) {
            return;
        }
        UserApc apc = policy.apc(kernel, timer, timer.apc());
        receivers.forEach(receiver -> dispatcher.queueUserApc(receiver, apc, choice));
    }

    /** The routine of a timer was taken off the queue and is about to run. */
    void routineBegins(KTimer timer, Choice choice) {
        setSignaled(timer, policy.isSignaledWhenRoutineBegins(kernel, timer, timer.isSignaled()), choice);
    }

    // What an expiry would do

    /** Whether an expiry would change nothing but when the timer is due next. */
    boolean expiresInVain(KTimer timer, boolean queuesOnce) {
        return timer.isSignaled() && queuesNothing(timer, queuesOnce);
    }

    /** Whether an expiry would wake nobody and queue nothing. */
    boolean expiresQuietly(KTimer timer, boolean queuesOnce) {
        return timer.waiters().length == 0 && queuesNothing(timer, queuesOnce);
    }

    private boolean queuesNothing(KTimer timer, boolean queuesOnce) {
        return !timer.hasRoutine() || queuesOnce && isQueued(timer);
    }

    /** Whether armed timers can end a wait: those that it is for, or one whose routine {@code thread} would run in it. */
    boolean canEnd(KThread thread, Wait wait) {
        return wait.alertable() && hasArmedTimerOf(thread) || isEndedByTimers(thread, wait);
    }

    private boolean hasArmedTimerOf(KThread thread) {
        for (int source : kernel.sources()) {
            if (kernel.object(source) instanceof KTimer timer && timer.hasRoutine() && timer.isSetBy(thread)) {
                return true;
            }
        }
        return false;
    }

    private boolean isEndedByTimers(KThread thread, Wait wait) {
        boolean hasArmed = false;
        for (int id : wait.objects()) {
            DispatcherObject object = kernel.object(id);
            boolean armed = object instanceof KTimer timer && timer.isArmed();
            hasArmed |= armed;
            if (wait.all() && !armed && !object.isSignaledFor(thread)) {
                return false;
            }
        }
        return hasArmed;
    }

    // The end of the setter, and of handles

    /** The thread that has set a timer last; null if nobody has, or it is known no more. */
    @Nullable
    KThread setterOf(KTimer timer) {
        return kernel.find(timer.setter()) instanceof KThread thread ? thread : null;
    }

    /** The end of its setter cancels a timer that has a routine; of one without see SETTER_EX_ENDS. */
    void setterEnds(KTimer timer, KThread setter, boolean terminated, Choice choice) {
        boolean isRead = timer.isArmed() && timer.isSetByEx() && !timer.hasRoutine();
        if (policy.endsWithSetter(kernel, timer, setter, terminated)
                || isRead && choice.choose(ChoicePoint.SETTER_EX_ENDS, 2) == 1) {
            setSignaled(timer, policy.isSignaledWithoutSetter(kernel, timer, setter, timer.isSignaled()), choice);
            timer.forgetSetter();
            disarm(timer);
        }
    }

    /** One handle fewer stands for a timer. One without any may be as good as cancelled (TIMER-CLOSE-1). */
    void closed(KTimer timer, Choice choice) {
        if (policy.closingEnds(kernel, timer)
                || isBusyWithoutHandle(timer) && choice.choose(ChoicePoint.CLOSED_TIMER, 2) == 1) {
            removeApc(timer);
            disarm(timer);
        }
    }

    private boolean isBusyWithoutHandle(KTimer timer) {
        return !timer.hasHandle() && timer.hasRoutine() && (timer.isArmed() || isQueued(timer));
    }

    // Steps

    /** A timer becomes signaled or not otherwise than by an expiry. */
    private void setSignaled(KTimer timer, boolean signaled, Choice choice) {
        boolean before = timer.isSignaled();
        timer.setSignaled(signaled);
        if (signaled && !before) {
            dispatcher.release(timer, choice);
        }
    }

    private boolean isQueued(KTimer timer) {
        return kernel.hasUserApcOf(timer.id());
    }

    private void removeApc(KTimer timer) {
        kernel.threads().forEach(thread -> thread.removeUserApcsOf(timer.id()));
    }

    /** An armed timer holds itself. */
    private void disarm(KTimer timer) {
        if (timer.isArmed()) {
            timer.disarm();
            disarmed(timer);
        }
    }

    private void disarmed(KTimer timer) {
        kernel.noteSource(timer);
        kernel.drop(timer);
    }
}
