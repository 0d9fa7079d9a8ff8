package org.apctck.reference.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DispatcherTest {
    private static final boolean ALERTABLE = true;
    private static final boolean ALL = true;
    private static final long LATER = 1_000;

    private final Kernel kernel = new Kernel();
    private final KThread waiter = kernel.createThread(false);
    private final KThread other = kernel.createThread(false);
    private final KEvent event = kernel.createEvent(false, false);
    private final KEvent second = kernel.createEvent(false, false);

    private int wait(KThread thread, boolean alertable, DispatcherObject... objects) {
        return wait(thread, !ALL, alertable, Deadline.NEVER, objects);
    }

    private int wait(KThread thread, boolean all, boolean alertable, long deadlineMicros, DispatcherObject... objects) {
        int[] ids = new int[objects.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = objects[i].id();
        }
        return kernel.wait(thread, ids, all, alertable, deadlineMicros, Choices.NONE);
    }

    private void queueApc(KThread thread) {
        kernel.queueUserApc(thread, new UserApc(1, 2), Choice.FIRST);
    }

    // Entering a wait

    @Test
    void aSignaledObjectSatisfiesAWaitAtOnce() {
        event.setSignaled(true);

        assertThat(wait(waiter, !ALERTABLE, event)).isEqualTo(NtStatus.WAIT_0);
        assertThat(waiter.isWaiting()).isFalse();
        assertThat(event.isSignaled()).isFalse();
    }

    @Test
    void anObjectThatIsNotSignaledLeavesTheThreadWaiting() {
        assertThat(wait(waiter, !ALERTABLE, event)).isEqualTo(NtStatus.PENDING);
        assertThat(waiter.isWaiting()).isTrue();
    }

    @Test
    void aPollTimesOutAtOnce() {
        kernel.setNowMicros(500);

        assertThat(wait(waiter, !ALL, !ALERTABLE, 500, event)).isEqualTo(NtStatus.TIMEOUT);
        assertThat(waiter.isWaiting()).isFalse();
    }

    @Test
    void aDeadlineThatIsToComeLeavesTheThreadWaiting() {
        kernel.setNowMicros(500);

        assertThat(wait(waiter, !ALL, !ALERTABLE, 501, event)).isEqualTo(NtStatus.PENDING);
        assertThat(waiter.dueMicros()).isEqualTo(501);
    }

    @Test
    void aPendingApcKeepsAnAlertableWaitFromBlocking() {
        queueApc(waiter);

        assertThat(wait(waiter, ALERTABLE, event)).isEqualTo(NtStatus.USER_APC);
        assertThat(waiter.isWaiting()).isFalse();
        assertThat(waiter.hasUserApc()).isTrue(); // the driver runs it
    }

    @Test
    void aPendingApcIsDeliveredByAPollToo() {
        queueApc(waiter);

        assertThat(wait(waiter, !ALL, ALERTABLE, 0, event)).isEqualTo(NtStatus.USER_APC);
    }

    @Test
    void aPendingApcMeansNothingToAWaitThatIsNotAlertable() {
        queueApc(waiter);

        assertThat(wait(waiter, !ALERTABLE, event)).isEqualTo(NtStatus.PENDING);
    }

    @Test
    void aPendingApcAndASignaledObjectAreAReading() {
        event.setSignaled(true);
        queueApc(waiter);
        Choices apcFirst = Choices.answering(0);

        int status = kernel.wait(waiter, new int[] {event.id()}, !ALL, ALERTABLE, Deadline.NEVER, apcFirst);

        assertThat(apcFirst.questions()).containsExactly("APC_BEFORE_SIGNALED_OBJECT of 2");
        assertThat(status).isEqualTo(NtStatus.USER_APC);
        assertThat(event.isSignaled()).isTrue();
    }

    @Test
    void inTheOtherReadingTheObjectEndsTheWaitAndTheApcStays() {
        event.setSignaled(true);
        queueApc(waiter);

        int status = kernel.wait(waiter, new int[] {event.id()}, !ALL, ALERTABLE, Deadline.NEVER, Choices.answering(1));

        assertThat(status).isEqualTo(NtStatus.WAIT_0);
        assertThat(event.isSignaled()).isFalse();
        assertThat(waiter.hasUserApc()).isTrue();
    }

    @Test
    void aDelayIsEndedByNoObject() {
        assertThat(wait(waiter, !ALL, !ALERTABLE, LATER)).isEqualTo(NtStatus.PENDING);
        assertThat(wait(other, ALL, !ALERTABLE, LATER)).isEqualTo(NtStatus.PENDING);
    }

    // Several objects

    @Test
    void aWaitForAnyTakesTheSmallestIndexAndLeavesTheRest() {
        KEvent third = kernel.createEvent(false, true);
        second.setSignaled(true);

        assertThat(wait(waiter, !ALERTABLE, event, second, third)).isEqualTo(NtStatus.WAIT_0 + 1);
        assertThat(second.isSignaled()).isFalse();
        assertThat(third.isSignaled()).isTrue();
    }

    @Test
    void aWaitForAnyInProgressReportsTheIndexOfItsObject() {
        wait(waiter, !ALERTABLE, event, second);

        kernel.setEvent(second, Choices.NONE);

        assertThat(waiter.waitStatus()).isEqualTo(NtStatus.WAIT_0 + 1);
    }

    @Test
    void aWaitForAnyReportsAnAbandonedMutexWithItsIndex() {
        KMutex mutex = abandonedMutex();

        assertThat(wait(waiter, !ALERTABLE, event, mutex)).isEqualTo(NtStatus.ABANDONED_WAIT_0 + 1);
        assertThat(mutex.isOwnedBy(waiter)).isTrue();
    }

    @Test
    void aWaitForAllTakesNothingUntilItCanHaveAll() {
        event.setSignaled(true);

        assertThat(wait(waiter, ALL, !ALERTABLE, Deadline.NEVER, event, second)).isEqualTo(NtStatus.PENDING);
        assertThat(event.isSignaled()).isTrue();
        kernel.setEvent(second, Choices.NONE);

        assertThat(waiter.waitStatus()).isEqualTo(NtStatus.WAIT_0);
        assertThat(event.isSignaled()).isFalse();
        assertThat(second.isSignaled()).isFalse();
    }

    @Test
    void aWaitForAllOfSignaledObjectsIsSatisfiedAtOnce() {
        event.setSignaled(true);
        second.setSignaled(true);

        assertThat(wait(waiter, ALL, !ALERTABLE, Deadline.NEVER, event, second)).isEqualTo(NtStatus.WAIT_0);
        assertThat(event.isSignaled()).isFalse();
        assertThat(second.isSignaled()).isFalse();
    }

    @Test
    void aWaitForAllWithAnAbandonedMutexSaysSo() {
        KMutex mutex = abandonedMutex();
        event.setSignaled(true);

        assertThat(wait(waiter, ALL, !ALERTABLE, Deadline.NEVER, mutex, event)).isEqualTo(NtStatus.ABANDONED_WAIT_0);
        assertThat(mutex.isOwnedBy(waiter)).isTrue();
    }

    private KMutex abandonedMutex() {
        KMutex mutex = kernel.createMutex();
        KThread owner = kernel.createThread(false);
        wait(owner, !ALERTABLE, mutex);
        kernel.end(owner, 0, Choices.NONE);
        return mutex;
    }

    // What ends a wait in progress

    @Test
    void anApcEndsAnAlertableWait() {
        wait(waiter, ALERTABLE, event);

        queueApc(waiter);

        assertThat(waiter.waitStatus()).isEqualTo(NtStatus.USER_APC);
        assertThat(waiter.isWaiting()).isFalse();
    }

    @Test
    void anApcDoesNotEndAWaitThatIsNotAlertable() {
        wait(waiter, !ALERTABLE, event);

        queueApc(waiter);

        assertThat(waiter.waitStatus()).isEqualTo(NtStatus.PENDING);
    }

    @Test
    void aSignalIsNotSpentOnAThreadThatAnApcHasWoken() {
        wait(waiter, ALERTABLE, event);

        queueApc(waiter);
        kernel.setEvent(event, Choices.NONE);

        assertThat(waiter.waitStatus()).isEqualTo(NtStatus.USER_APC);
        assertThat(event.isSignaled()).isTrue();
    }

    @Test
    void theDeadlineEndsAWaitAndTheSignalAfterItIsNotSpent() {
        wait(waiter, !ALL, ALERTABLE, LATER, event);

        kernel.fire(waiter.id(), Choices.NONE);
        kernel.setEvent(event, Choices.NONE);

        assertThat(waiter.waitStatus()).isEqualTo(NtStatus.TIMEOUT);
        assertThat(event.isSignaled()).isTrue();
    }

    @Test
    void theEndOfItsThreadEndsAWaitAndTheSignalAfterItIsNotSpent() {
        wait(waiter, !ALERTABLE, event);

        kernel.end(waiter, 0, Choices.NONE);
        kernel.setEvent(event, Choices.NONE);

        assertThat(waiter.isWaiting()).isFalse();
        assertThat(waiter.waitStatus()).isEqualTo(NtStatus.THREAD_IS_TERMINATING);
        assertThat(event.isSignaled()).isTrue();
    }

    @Test
    void onlyAWaitInProgressCanTimeOut() {
        assertThatThrownBy(() -> kernel.fire(waiter.id(), Choices.NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("thread 0");
    }

    // Who is released

    @Test
    void oneSignalReleasesOneWaiter() {
        wait(waiter, !ALERTABLE, event);
        wait(other, !ALERTABLE, event);

        kernel.setEvent(event, Choice.FIRST);

        assertThat(waiter.waitStatus()).isEqualTo(NtStatus.WAIT_0);
        assertThat(other.waitStatus()).isEqualTo(NtStatus.PENDING);
        assertThat(event.isSignaled()).isFalse();
    }

    @Test
    void whichOfSeveralWaitersIsReleasedIsAChoice() {
        wait(waiter, !ALERTABLE, event);
        wait(other, !ALERTABLE, event);
        Choices last = Choices.answering(1);

        kernel.setEvent(event, last);

        assertThat(last.questions()).containsExactly("WAITER of 2");
        assertThat(waiter.waitStatus()).isEqualTo(NtStatus.PENDING);
        assertThat(other.waitStatus()).isEqualTo(NtStatus.WAIT_0);
    }

    @Test
    void aWaiterWhoNeedsMoreThanTheSignalIsPassedOver() {
        KThread third = kernel.createThread(false);
        wait(waiter, ALL, !ALERTABLE, Deadline.NEVER, event, second);
        wait(other, !ALERTABLE, event);
        wait(third, !ALERTABLE, event);
        Choices last = Choices.answering(1);

        kernel.setEvent(event, last);

        assertThat(last.questions()).containsExactly("WAITER of 2");
        assertThat(waiter.isWaiting()).isTrue();
        assertThat(other.isWaiting()).isTrue();
        assertThat(third.waitStatus()).isEqualTo(NtStatus.WAIT_0);
    }

    @Test
    void whoIsReleasedFromAManualResetEventIsNoChoiceForAllAre() {
        KEvent manual = kernel.createEvent(true, false);
        wait(waiter, !ALERTABLE, manual);
        wait(other, !ALERTABLE, manual);

        kernel.setEvent(manual, Choices.NONE);

        assertThat(waiter.waitStatus()).isEqualTo(NtStatus.WAIT_0);
        assertThat(other.waitStatus()).isEqualTo(NtStatus.WAIT_0);
        assertThat(manual.isSignaled()).isTrue();
    }

    @Test
    void aThreadThatNamesAnObjectTwiceIsOneWaiter() {
        wait(waiter, !ALERTABLE, event, event);
        wait(other, !ALERTABLE, event);

        assertThat(event.waiters()).containsExactly(waiter.id(), other.id());
        kernel.setEvent(event, Choice.FIRST);
        assertThat(event.waiters()).containsExactly(other.id());
    }
}
