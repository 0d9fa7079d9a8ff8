package org.apctck.reference.live;

import static org.apctck.reference.live.Win32.CREATE_SUSPENDED;
import static org.apctck.reference.live.Win32.ERROR_GEN_FAILURE;
import static org.apctck.reference.live.Win32.INFINITE;
import static org.apctck.reference.live.Win32.WAIT_IO_COMPLETION;
import static org.apctck.reference.live.Win32.WAIT_OBJECT_0;
import static org.apctck.reference.live.Win32.WAIT_TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LiveApcTest {
    private final Win32 win32 = Win32.newProcess();
    private final Handle ready = win32.createEvent(false, false);
    private final Handle event = win32.createEvent(false, false);
    private final Diary diary = new Diary();

    /** Makes a thread that is in a wait for the event when this returns. */
    private Handle waiter(boolean alertable) {
        Handle thread = win32.createThread(
                0,
                parameter -> {
                    diary.note(win32.signalObjectAndWait(ready, event, INFINITE, alertable));
                    return 0;
                },
                0,
                0,
                null);
        win32.waitForSingleObject(ready, INFINITE);
        return thread;
    }

    private void queue(String name, Handle thread) {
        assertThat(win32.queueUserApc(data -> diary.note(name), thread, 0)).isNotZero();
    }

    private void join(Handle thread) {
        assertThat(win32.waitForSingleObject(thread, INFINITE)).isEqualTo(WAIT_OBJECT_0);
    }

    @Test
    void anApcEndsAnAlertableWaitInProgress() {
        Handle thread = waiter(true);

        queue("A", thread);

        join(thread);
        assertThat(diary.notes()).containsExactly("A", "" + WAIT_IO_COMPLETION);
    }

    @Test
    void anApcDoesNotEndAWaitThatIsNotAlertable() {
        Handle thread = waiter(false);

        queue("A", thread);
        win32.setEvent(event);

        join(thread);
        assertThat(diary.notes()).containsExactly("" + WAIT_OBJECT_0);
    }

    @Test
    void anApcRunsOnTheThreadItWasQueuedTo() {
        Out<Integer> id = new Out<>();
        Handle thread = win32.createThread(0, parameter -> win32.sleepEx(INFINITE, true), 0, CREATE_SUSPENDED, id);
        win32.queueUserApc(data -> diary.note(win32.getCurrentThreadId()), thread, 0);
        win32.queueUserApc(data -> win32.exitThread(0), thread, 0);

        win32.resumeThread(thread);

        join(thread);
        assertThat(diary.notes()).containsExactly("" + id.get());
    }

    @Test
    void apcsRunOldestFirstAndAllBeforeTheWaitReturns() {
        Handle self = win32.getCurrentThread();
        queue("A", self);
        queue("B", self);
        queue("C", self);

        int result = win32.sleepEx(INFINITE, true);

        assertThat(result).isEqualTo(WAIT_IO_COMPLETION);
        assertThat(diary.notes()).containsExactly("A", "B", "C");
        assertThat(win32.sleepEx(0, true)).isZero();
    }

    @Test
    void anApcThatIsQueuedByAnApcBelongsToTheSameWait() {
        Handle self = win32.getCurrentThread();
        win32.queueUserApc(data -> queue("B", self), self, 0);

        win32.sleepEx(INFINITE, true);

        assertThat(diary.notes()).containsExactly("B");
    }

    @Test
    void theDataArrivesUnchanged() {
        Handle self = win32.getCurrentThread();
        win32.queueUserApc(diary::note, self, 0x8000_0000_0000_0001L);
        win32.queueUserApc(diary::note, self, -1);

        win32.sleepEx(0, true);

        assertThat(diary.notes()).containsExactly("" + 0x8000_0000_0000_0001L, "-1");
    }

    @Test
    void anApcCanWaitAndTheOuterWaitStillReportsApcs() {
        Handle self = win32.getCurrentThread();
        win32.queueUserApc(data -> diary.note(win32.waitForSingleObject(event, 0)), self, 0);
        queue("B", self);

        int outer = win32.sleepEx(INFINITE, true);

        assertThat(outer).isEqualTo(WAIT_IO_COMPLETION);
        assertThat(diary.notes()).containsExactly("" + WAIT_TIMEOUT, "B");
    }

    @Test
    void anAlertableWaitInsideAnApcRunsTheRemainingApcs() {
        Handle self = win32.getCurrentThread();
        win32.queueUserApc(
                data -> {
                    diary.note("A begins");
                    diary.note(win32.sleepEx(INFINITE, true));
                    diary.note("A ends");
                },
                self,
                0);
        queue("B", self);

        win32.sleepEx(INFINITE, true);

        assertThat(diary.notes()).containsExactly("A begins", "B", "" + WAIT_IO_COMPLETION, "A ends");
    }

    @Test
    void apcsQueuedBeforeTheStartRunBeforeTheRoutine() {
        Handle thread = win32.createThread(
                0,
                parameter -> {
                    diary.note("routine " + parameter);
                    return 0;
                },
                7,
                CREATE_SUSPENDED,
                null);
        queue("A", thread);
        queue("B", thread);

        win32.resumeThread(thread);

        join(thread);
        assertThat(diary.notes()).containsExactly("A", "B", "routine 7");
    }

    @Test
    void aPendingApcLeavesAnAutoResetEventSignaled() {
        queue("A", win32.getCurrentThread());
        win32.setEvent(event);

        assertThat(win32.waitForSingleObjectEx(event, INFINITE, true)).isEqualTo(WAIT_IO_COMPLETION);
        assertThat(win32.waitForSingleObjectEx(event, 0, true)).isEqualTo(WAIT_OBJECT_0);
    }

    @Test
    void aThreadThatHasEndedTakesNoApc() {
        Handle thread = win32.createThread(0, parameter -> 0, 0, 0, null);
        join(thread);

        assertThat(win32.queueUserApc(data -> diary.note(data), thread, 0)).isZero();
        assertThat(win32.getLastError()).isEqualTo(ERROR_GEN_FAILURE);
    }

    @Test
    void whatARoutineThrowsComesOutOfTheWaitAndTheRestStaysQueued() {
        Handle self = win32.getCurrentThread();
        win32.queueUserApc(
                data -> {
                    throw new IllegalStateException("of the routine");
                },
                self,
                0);
        queue("B", self);

        assertThatThrownBy(() -> win32.sleepEx(INFINITE, true)).hasMessage("of the routine");
        assertThat(diary.notes()).isEmpty();
        assertThat(win32.sleepEx(INFINITE, true)).isEqualTo(WAIT_IO_COMPLETION);
        assertThat(diary.notes()).containsExactly("B");
    }
}
