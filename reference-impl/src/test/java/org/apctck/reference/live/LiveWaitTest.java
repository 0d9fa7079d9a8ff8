package org.apctck.reference.live;

import static org.apctck.reference.live.Win32.ERROR_INVALID_HANDLE;
import static org.apctck.reference.live.Win32.ERROR_INVALID_PARAMETER;
import static org.apctck.reference.live.Win32.ERROR_NOT_OWNER;
import static org.apctck.reference.live.Win32.INFINITE;
import static org.apctck.reference.live.Win32.WAIT_ABANDONED_0;
import static org.apctck.reference.live.Win32.WAIT_FAILED;
import static org.apctck.reference.live.Win32.WAIT_OBJECT_0;
import static org.apctck.reference.live.Win32.WAIT_TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LiveWaitTest {
    private final Win32 win32 = Win32.newProcess();
    private final Handle ready = win32.createEvent(false, false);
    private final Handle manual = win32.createEvent(true, false);
    private final Handle auto = win32.createEvent(false, false);
    private final Diary diary = new Diary();

    private Handle thread(IntSupplier body) {
        return win32.createThread(0, parameter -> body.getAsInt(), 0, 0, null);
    }

    /** Makes a thread that is in a wait for {@code object} when this returns, and notes its name when it is released. */
    private Handle waiter(String name, Handle object) {
        Handle thread = thread(() -> {
            win32.signalObjectAndWait(ready, object, INFINITE, false);
            diary.note(name);
            return 0;
        });
        win32.waitForSingleObject(ready, INFINITE);
        return thread;
    }

    private void join(Handle... threads) {
        for (Handle thread : threads) {
            assertThat(win32.waitForSingleObject(thread, INFINITE)).isEqualTo(WAIT_OBJECT_0);
        }
    }

    private long nanosOf(Runnable call) {
        long beganNanos = System.nanoTime();
        call.run();
        return System.nanoTime() - beganNanos;
    }

    @Test
    void aTimeoutEndsAWaitNotBeforeItHasPassed() {
        long nanos = nanosOf(() -> diary.note(win32.waitForSingleObject(manual, 20)));

        assertThat(diary.notes()).containsExactly("" + WAIT_TIMEOUT);
        assertThat(nanos).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(20));
    }

    @Test
    void sleepExAnswersZeroWhenTheTimeHasPassed() {
        long nanos = nanosOf(() -> diary.note(win32.sleepEx(20, true)));

        assertThat(diary.notes()).containsExactly("0");
        assertThat(nanos).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(20));
    }

    @Test
    void aManualResetEventReleasesEveryWaiter() {
        Handle first = waiter("first", manual);
        Handle second = waiter("second", manual);

        win32.setEvent(manual);

        join(first, second);
        assertThat(diary.notes()).containsExactlyInAnyOrder("first", "second");
        assertThat(win32.waitForSingleObject(manual, 0)).isEqualTo(WAIT_OBJECT_0);
    }

    @Test
    void anAutoResetEventReleasesOneWaiterTheOldestFirst() {
        Handle first = waiter("first", auto);
        Handle second = waiter("second", auto);

        win32.setEvent(auto);
        join(first);

        assertThat(diary.notes()).containsExactly("first");
        assertThat(win32.waitForSingleObject(second, 0)).isEqualTo(WAIT_TIMEOUT);
        win32.setEvent(auto);
        join(second);
    }

    @Test
    void aPulseReleasesWhoWaitsAndLeavesTheEventNotSignaled() {
        Handle first = waiter("first", manual);
        Handle second = waiter("second", manual);

        win32.pulseEvent(manual);

        join(first, second);
        assertThat(win32.waitForSingleObject(manual, 0)).isEqualTo(WAIT_TIMEOUT);
    }

    @Test
    void aMutexOfAThreadThatHasEndedIsAbandonedToItsNextOwner() {
        Handle mutex = win32.createMutex(false);
        join(thread(() -> win32.waitForSingleObject(mutex, INFINITE)));

        assertThat(win32.waitForSingleObject(mutex, INFINITE)).isEqualTo(WAIT_ABANDONED_0);
        assertThat(win32.releaseMutex(mutex)).isNotZero();
        assertThat(win32.releaseMutex(mutex)).isZero();
        assertThat(win32.getLastError()).isEqualTo(ERROR_NOT_OWNER);
    }

    @Test
    void aMutexKeepsOthersOutUntilItIsReleasedAsOftenAsTaken() {
        Handle mutex = win32.createMutex(true);
        win32.waitForSingleObject(mutex, INFINITE);
        Handle other = waiter("other", mutex);

        win32.releaseMutex(mutex);
        assertThat(win32.waitForSingleObject(other, 0)).isEqualTo(WAIT_TIMEOUT);
        win32.releaseMutex(mutex);

        join(other);
    }

    @Test
    void aSemaphoreReleasesAsManyWaitersAsItIsRaised() {
        Handle semaphore = win32.createSemaphore(0, 3);
        Handle first = waiter("first", semaphore);
        Handle second = waiter("second", semaphore);
        Out<Integer> previous = new Out<>();

        assertThat(win32.releaseSemaphore(semaphore, 3, previous)).isNotZero();

        join(first, second);
        assertThat(previous.get()).isZero();
        assertThat(win32.waitForSingleObject(semaphore, 0)).isEqualTo(WAIT_OBJECT_0);
        assertThat(win32.waitForSingleObject(semaphore, 0)).isEqualTo(WAIT_TIMEOUT);
    }

    @Test
    void aWaitForAnyObjectReportsItsIndex() {
        win32.setEvent(auto);

        assertThat(win32.waitForMultipleObjects(2, new Handle[] {manual, auto}, false, INFINITE))
                .isEqualTo(WAIT_OBJECT_0 + 1);
        assertThat(win32.waitForMultipleObjectsEx(2, new Handle[] {manual, auto}, false, 0, true))
                .isEqualTo(WAIT_TIMEOUT);
    }

    @Test
    void aWaitForAllObjectsTakesThemTogether() {
        Handle[] both = {manual, auto};
        win32.setEvent(auto);

        assertThat(win32.waitForMultipleObjects(2, both, true, 0)).isEqualTo(WAIT_TIMEOUT);
        win32.setEvent(manual);

        assertThat(win32.waitForMultipleObjects(2, both, true, 0)).isEqualTo(WAIT_OBJECT_0);
        assertThat(win32.waitForSingleObject(auto, 0)).isEqualTo(WAIT_TIMEOUT);
    }

    @Test
    void aWaitTakesOneTo64HandlesAndCountsBeforeItReads() {
        Handle[] many = new Handle[64];
        Arrays.fill(many, manual);
        win32.setEvent(manual);

        assertThat(win32.waitForMultipleObjects(64, many, false, 0)).isEqualTo(WAIT_OBJECT_0);
        for (int refused : new int[] {0, 65, -1}) {
            win32.setLastError(0);
            assertThat(win32.waitForMultipleObjects(refused, many, false, 0)).isEqualTo(WAIT_FAILED);
            assertThat(win32.getLastError()).isEqualTo(ERROR_INVALID_PARAMETER);
        }
    }

    @Test
    void aCountBeyondTheArrayIsAFaultOfTheCaller() {
        assertThatThrownBy(() -> win32.waitForMultipleObjects(2, new Handle[] {manual}, false, 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void whatIsNoHandleCannotBeWaitedFor() {
        assertThat(win32.waitForSingleObject(Handle.NULL, INFINITE)).isEqualTo(WAIT_FAILED);
        assertThat(win32.getLastError()).isEqualTo(ERROR_INVALID_HANDLE);
    }

    @Test
    void signalObjectAndWaitSignalsAndWaits() {
        win32.setEvent(manual);

        assertThat(win32.signalObjectAndWait(auto, manual, INFINITE, false)).isEqualTo(WAIT_OBJECT_0);
        assertThat(win32.waitForSingleObject(auto, 0)).isEqualTo(WAIT_OBJECT_0);
    }

    @Test
    void signalObjectAndWaitLeavesNoMomentBetweenSignalAndWait() {
        for (int i = 0; i < 1_000; i++) {
            Handle thread = thread(() -> win32.signalObjectAndWait(ready, manual, INFINITE, false));
            win32.waitForSingleObject(ready, INFINITE);
            win32.pulseEvent(manual); // lost by a thread that does not wait yet
            join(thread);
        }
    }

    @Test
    void signalObjectAndWaitDoesNotWaitWhereItCannotSignal() {
        Handle mutex = win32.createMutex(false);

        assertThat(win32.signalObjectAndWait(mutex, manual, INFINITE, false)).isEqualTo(WAIT_FAILED);
        assertThat(win32.getLastError()).isEqualTo(ERROR_NOT_OWNER);
    }

    @Test
    void anInterruptEndsNoWaitAndIsNotLost() {
        Handle thread = thread(() -> {
            Thread.currentThread().interrupt();
            diary.note(win32.signalObjectAndWait(ready, manual, INFINITE, true));
            diary.note(Thread.interrupted());
            return 0;
        });
        win32.waitForSingleObject(ready, INFINITE);

        win32.setEvent(manual);

        join(thread);
        assertThat(diary.notes()).containsExactly("" + WAIT_OBJECT_0, "true");
    }

    @Test
    void anInterruptedSleepLastsAsLongAsAnyOther() {
        Thread.currentThread().interrupt();

        long nanos = nanosOf(() -> win32.sleep(20));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(nanos).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(20));
    }
}
