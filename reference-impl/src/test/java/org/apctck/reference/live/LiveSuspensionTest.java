package org.apctck.reference.live;

import static org.apctck.reference.live.Win32.CREATE_SUSPENDED;
import static org.apctck.reference.live.Win32.ERROR_ACCESS_DENIED;
import static org.apctck.reference.live.Win32.ERROR_SIGNAL_REFUSED;
import static org.apctck.reference.live.Win32.INFINITE;
import static org.apctck.reference.live.Win32.WAIT_OBJECT_0;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.apctck.spec.stage.Sighting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LiveSuspensionTest {
    private final LiveProcess win32 = new LiveProcess();
    private final Handle ready = win32.createEvent(false, false);
    private final Handle event = win32.createEvent(false, false);
    private final Diary diary = new Diary();
    private volatile LiveThread worker;

    private Handle thread(ThreadRoutine routine) {
        return win32.createThread(
                0,
                parameter -> {
                    worker = win32.identify();
                    return routine.run(parameter);
                },
                0,
                0,
                null);
    }

    private void join(Handle thread) {
        assertThat(win32.waitForSingleObject(thread, INFINITE)).isEqualTo(WAIT_OBJECT_0);
    }

    /** Returns when the worker has come to rest in a call. */
    private void awaitRest() {
        while (win32.look(worker).state() != Sighting.State.BLOCKED) {
            Thread.yield();
        }
    }

    @Test
    void aThreadCreatedSuspendedBeginsWhenItIsResumed() {
        Handle thread = win32.createThread(
                0,
                parameter -> {
                    diary.note("began");
                    return 0;
                },
                0,
                CREATE_SUSPENDED,
                null);
        diary.note("not yet");

        assertThat(win32.resumeThread(thread)).isEqualTo(1);

        join(thread);
        assertThat(diary.notes()).containsExactly("not yet", "began");
    }

    @Test
    void suspensionsCount() {
        Handle thread = win32.createThread(0, parameter -> 0, 0, CREATE_SUSPENDED, null);

        assertThat(win32.suspendThread(thread)).isEqualTo(1);
        assertThat(win32.resumeThread(thread)).isEqualTo(2);
        assertThat(win32.resumeThread(thread)).isEqualTo(1);

        join(thread);
        assertThat(win32.resumeThread(thread)).isZero();
        assertThat(win32.suspendThread(thread)).isEqualTo(-1);
        assertThat(win32.getLastError()).isEqualTo(ERROR_ACCESS_DENIED);
    }

    @Test
    void aThreadBears127Suspensions() {
        Handle thread = win32.createThread(0, parameter -> 0, 0, CREATE_SUSPENDED, null);
        for (int i = 1; i < 127; i++) {
            win32.suspendThread(thread);
        }

        assertThat(win32.suspendThread(thread)).isEqualTo(-1);
        assertThat(win32.getLastError()).isEqualTo(ERROR_SIGNAL_REFUSED);
    }

    @Test
    void aThreadThatSuspendsItselfStopsInTheCall() {
        Handle thread = thread(parameter -> {
            win32.setEvent(ready);
            diary.note(win32.suspendThread(win32.getCurrentThread()));
            diary.note("went on");
            return 0;
        });
        win32.waitForSingleObject(ready, INFINITE);
        awaitRest();
        diary.note("rests");

        win32.resumeThread(thread);

        join(thread);
        assertThat(diary.notes()).containsExactly("rests", "0", "went on");
    }

    @Test
    void aWaitOfASuspendedThreadEndsButDoesNotReturn() {
        Handle thread = thread(parameter -> {
            win32.signalObjectAndWait(ready, event, INFINITE, false);
            diary.note("returned");
            return 0;
        });
        win32.waitForSingleObject(ready, INFINITE);

        win32.suspendThread(thread);
        win32.setEvent(event);
        assertThat(win32.waitForSingleObject(event, 0)).isNotEqualTo(WAIT_OBJECT_0); // the thread has it
        awaitRest();
        diary.note("rests");
        win32.resumeThread(thread);

        join(thread);
        assertThat(diary.notes()).containsExactly("rests", "returned");
    }

    @Test
    void aSuspendedThreadRunsItsApcsWhenItIsResumed() {
        Handle thread = thread(parameter -> win32.signalObjectAndWait(ready, event, INFINITE, true));
        win32.waitForSingleObject(ready, INFINITE);

        win32.suspendThread(thread);
        win32.queueUserApc(data -> diary.note("A"), thread, 0);
        awaitRest();
        diary.note("rests");
        win32.resumeThread(thread);

        join(thread);
        assertThat(diary.notes()).containsExactly("rests", "A");
    }

    @Test
    void aThreadThatIsSuspendedInJavaCodeStopsAtItsNextCall() throws InterruptedException {
        CountDownLatch suspended = new CountDownLatch(1);
        Handle thread = thread(parameter -> {
            win32.setEvent(ready);
            awaitUninterrupted(suspended);
            diary.note("Java code goes on");
            win32.setEvent(event);
            diary.note("went on");
            return 0;
        });
        win32.waitForSingleObject(ready, INFINITE);

        win32.suspendThread(thread);
        suspended.countDown();
        awaitRest();
        assertThat(win32.waitForSingleObject(event, 0)).isNotEqualTo(WAIT_OBJECT_0);
        diary.note("rests");
        win32.resumeThread(thread);

        join(thread);
        assertThat(diary.notes()).containsExactly("Java code goes on", "rests", "went on");
    }

    @Test
    void aThreadThatIsSuspendedInAnApcDoesNotBeginTheNext() {
        CountDownLatch suspended = new CountDownLatch(1);
        Handle thread = thread(parameter -> {
            Handle self = win32.getCurrentThread();
            win32.queueUserApc(
                    data -> {
                        win32.setEvent(ready);
                        awaitUninterrupted(suspended);
                    },
                    self,
                    0);
            win32.queueUserApc(data -> diary.note("B"), self, 0);
            return win32.sleepEx(INFINITE, true);
        });
        win32.waitForSingleObject(ready, INFINITE);

        win32.suspendThread(thread);
        suspended.countDown();
        awaitRest();
        diary.note("rests");
        win32.resumeThread(thread);

        join(thread);
        assertThat(diary.notes()).containsExactly("rests", "B");
    }

    @Test
    void aSuspendedThreadDoesNotEndByReturning() {
        CountDownLatch suspended = new CountDownLatch(1);
        Handle thread = thread(parameter -> {
            win32.setEvent(ready);
            awaitUninterrupted(suspended);
            return 7;
        });
        win32.waitForSingleObject(ready, INFINITE);

        win32.suspendThread(thread);
        suspended.countDown();
        awaitRest();
        Out<Integer> code = new Out<>();
        win32.getExitCodeThread(thread, code);

        assertThat(code.get()).isEqualTo(Win32.STILL_ACTIVE);
        win32.resumeThread(thread);
        join(thread);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
