package org.apctck.reference.live;

import static org.apctck.reference.live.Win32.CREATE_SUSPENDED;
import static org.apctck.reference.live.Win32.INFINITE;
import static org.apctck.reference.live.Win32.STILL_ACTIVE;
import static org.apctck.reference.live.Win32.WAIT_ABANDONED_0;
import static org.apctck.reference.live.Win32.WAIT_OBJECT_0;
import static org.apctck.reference.live.Win32.WAIT_TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LiveThreadEndTest {
    private final Win32 win32 = Win32.newProcess();
    private final Handle ready = win32.createEvent(false, false);
    private final Handle never = win32.createEvent(false, false);
    private final Diary diary = new Diary();

    private Handle thread(ThreadRoutine routine) {
        return win32.createThread(0, routine, 0, 0, null);
    }

    private int exitCode(Handle thread) {
        Out<Integer> code = new Out<>();
        assertThat(win32.getExitCodeThread(thread, code)).isNotZero();
        return code.get();
    }

    private int exitCodeAtTheEnd(Handle thread) {
        assertThat(win32.waitForSingleObject(thread, INFINITE)).isEqualTo(WAIT_OBJECT_0);
        return exitCode(thread);
    }

    /** Makes a thread that is in an endless wait when this returns. */
    private Handle waiter() {
        Handle thread = thread(parameter -> {
            int result = win32.signalObjectAndWait(ready, never, INFINITE, true);
            diary.note("came out of the wait with " + result);
            return 0;
        });
        win32.waitForSingleObject(ready, INFINITE);
        return thread;
    }

    @Test
    void whatTheRoutineReturnsIsTheExitCode() {
        assertThat(exitCodeAtTheEnd(thread(parameter -> 7))).isEqualTo(7);
    }

    @Test
    void aThreadThatHasNotEndedIsStillActive() {
        assertThat(exitCode(waiter())).isEqualTo(STILL_ACTIVE);
    }

    @Test
    void exitThreadDoesNotReturn() {
        Handle thread = thread(parameter -> {
            win32.exitThread(5);
            diary.note("went on");
            return 0;
        });

        assertThat(exitCodeAtTheEnd(thread)).isEqualTo(5);
        assertThat(diary.notes()).isEmpty();
    }

    @Test
    void exitThreadInsideAnApcDropsTheRest() {
        Handle thread = win32.createThread(0, parameter -> win32.sleepEx(INFINITE, true), 0, CREATE_SUSPENDED, null);
        win32.queueUserApc(data -> win32.exitThread(5), thread, 0);
        win32.queueUserApc(data -> diary.note("B"), thread, 0);

        win32.resumeThread(thread);

        assertThat(exitCodeAtTheEnd(thread)).isEqualTo(5);
        assertThat(diary.notes()).isEmpty();
    }

    @Test
    void whoCatchesTheEndIsEndedAgainByTheNextCall() {
        Handle thread = thread(parameter -> {
            try {
                win32.exitThread(5);
            } catch (Throwable caught) {
                diary.note(caught instanceof Error);
            }
            win32.setEvent(never);
            diary.note("went on");
            return 0;
        });

        assertThat(exitCodeAtTheEnd(thread)).isEqualTo(5);
        assertThat(win32.waitForSingleObject(never, 0)).isEqualTo(WAIT_TIMEOUT);
        assertThat(diary.notes()).doesNotContain("went on");
    }

    @Test
    void returningDropsApcs() {
        Handle thread = thread(parameter -> {
            win32.queueUserApc(data -> diary.note("A"), win32.getCurrentThread(), 0);
            return 0;
        });

        exitCodeAtTheEnd(thread);

        assertThat(diary.notes()).isEmpty();
    }

    @Test
    void aThreadThatWaitsIsTerminatedAtOnce() {
        Handle thread = waiter();

        assertThat(win32.terminateThread(thread, 9)).isNotZero();

        assertThat(exitCodeAtTheEnd(thread)).isEqualTo(9);
        win32.setEvent(never);
        assertThat(win32.waitForSingleObject(never, 0)).isEqualTo(WAIT_OBJECT_0); // nobody took the signal
        assertThat(diary.notes()).isEmpty();
    }

    @Test
    void aThreadThatHasNotBegunIsTerminatedWithoutRunning() {
        Handle thread = win32.createThread(
                0,
                parameter -> {
                    diary.note("began");
                    return 0;
                },
                0,
                CREATE_SUSPENDED,
                null);
        win32.queueUserApc(data -> diary.note("A"), thread, 0);

        win32.terminateThread(thread, 9);

        assertThat(exitCodeAtTheEnd(thread)).isEqualTo(9);
        assertThat(diary.notes()).isEmpty();
    }

    @Test
    void aTerminatedThreadInJavaCodeEndsAtItsNextCall() throws InterruptedException {
        CountDownLatch terminated = new CountDownLatch(1);
        CountDownLatch unwound = new CountDownLatch(1);
        Handle thread = thread(parameter -> {
            win32.setEvent(ready);
            try {
                terminated.await();
                diary.note("Java code goes on");
                win32.setEvent(never);
                diary.note("went on");
            } catch (InterruptedException e) {
                diary.note(e);
            } finally {
                unwound.countDown();
            }
            return 0;
        });
        win32.waitForSingleObject(ready, INFINITE);

        win32.terminateThread(thread, 9);
        assertThat(exitCodeAtTheEnd(thread)).isEqualTo(9);
        terminated.countDown();

        unwound.await();
        assertThat(diary.notes()).containsExactly("Java code goes on");
        assertThat(win32.waitForSingleObject(never, 0)).isEqualTo(WAIT_TIMEOUT);
    }

    @Test
    void aThreadCanTerminateItself() {
        Handle thread = thread(parameter -> {
            win32.terminateThread(win32.getCurrentThread(), 9);
            diary.note("went on");
            return 0;
        });

        assertThat(exitCodeAtTheEnd(thread)).isEqualTo(9);
        assertThat(diary.notes()).isEmpty();
    }

    @Test
    void theMutexOfATerminatedThreadIsAbandonedToWhoWaitsForIt() {
        Handle mutex = win32.createMutex(false);
        Handle owner = thread(parameter -> {
            win32.waitForSingleObject(mutex, INFINITE);
            return win32.signalObjectAndWait(ready, never, INFINITE, false);
        });
        win32.waitForSingleObject(ready, INFINITE);
        Handle heir = thread(parameter -> win32.signalObjectAndWait(ready, mutex, INFINITE, false));
        win32.waitForSingleObject(ready, INFINITE);

        win32.terminateThread(owner, 0);

        assertThat(exitCodeAtTheEnd(heir)).isEqualTo(WAIT_ABANDONED_0);
    }

    @Test
    void aRoutineThatThrowsEndsItsThreadAndTheJavaVmIsTold() throws InterruptedException {
        AtomicReference<Throwable> told = new AtomicReference<>();
        CountDownLatch tellsThem = new CountDownLatch(1);
        Handle thread = thread(parameter -> {
            Thread.currentThread().setUncaughtExceptionHandler((javaThread, problem) -> {
                told.set(problem);
                tellsThem.countDown();
            });
            throw new IllegalStateException("of the routine");
        });

        assertThat(exitCodeAtTheEnd(thread)).isEqualTo(-1);
        tellsThem.await();
        assertThat(told.get()).hasMessage("of the routine");
    }

    @Test
    void threadsDoNotKeepTheJavaVmAlive() {
        Handle thread = thread(parameter -> Thread.currentThread().isDaemon() ? 1 : 0);

        assertThat(exitCodeAtTheEnd(thread)).isEqualTo(1);
    }
}
