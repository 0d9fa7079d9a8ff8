package org.apctck.reference.live;

import static org.apctck.reference.live.Win32.CREATE_SUSPENDED;
import static org.apctck.reference.live.Win32.DUPLICATE_CLOSE_SOURCE;
import static org.apctck.reference.live.Win32.DUPLICATE_SAME_ACCESS;
import static org.apctck.reference.live.Win32.ERROR_ACCESS_DENIED;
import static org.apctck.reference.live.Win32.ERROR_INVALID_HANDLE;
import static org.apctck.reference.live.Win32.ERROR_INVALID_PARAMETER;
import static org.apctck.reference.live.Win32.ERROR_TOO_MANY_POSTS;
import static org.apctck.reference.live.Win32.INFINITE;
import static org.apctck.reference.live.Win32.SYNCHRONIZE;
import static org.apctck.reference.live.Win32.THREAD_SET_CONTEXT;
import static org.apctck.reference.live.Win32.WAIT_OBJECT_0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apctck.spec.api.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LiveProcessTest {
    private final Win32 win32 = Win32.newProcess();
    private final Handle event = win32.createEvent(true, false);
    private final Diary diary = new Diary();

    @Test
    void aJavaThreadBecomesAThreadOfTheProcessWithItsFirstCall() throws ExecutionException, InterruptedException {
        FutureTask<Integer> asksForItself = new FutureTask<>(win32::getCurrentThreadId);
        new Thread(asksForItself).start();

        assertThat(asksForItself.get()).isNotZero().isNotEqualTo(win32.getCurrentThreadId());
        assertThat(win32.openThread(SYNCHRONIZE, asksForItself.get()).isNull()).isFalse();
    }

    @Test
    void anAdoptedThreadTakesApcs() throws ExecutionException, InterruptedException {
        FutureTask<Integer> waits = new FutureTask<>(() -> {
            Out<Handle> self = new Out<>();
            Handle process = win32.getCurrentProcess();
            win32.duplicateHandle(process, win32.getCurrentThread(), process, self, THREAD_SET_CONTEXT, 0);
            win32.createThread(0, parameter -> win32.queueUserApc(diary::note, self.get(), parameter), 5, 0, null);
            return win32.sleepEx(INFINITE, true);
        });
        new Thread(waits).start();

        assertThat(waits.get()).isEqualTo(Win32.WAIT_IO_COMPLETION);
        assertThat(diary.notes()).containsExactly("5");
    }

    @Test
    void anAdoptedThreadThatExitsUnwindsToWhoeverStartedIt() {
        FutureTask<Integer> exits = new FutureTask<>(() -> {
            win32.exitThread(3);
            return 0;
        });
        new Thread(exits).start();

        assertThatThrownBy(exits::get).hasCauseInstanceOf(Error.class);
    }

    @Test
    void theHandlesOfOneProcessMeanNothingToAnother() {
        Win32 other = Win32.newProcess();

        assertThat(other.setEvent(event)).isZero();
        assertThat(other.getLastError()).isEqualTo(ERROR_INVALID_HANDLE);
    }

    @Test
    void theLastErrorIsThatOfTheThread() {
        win32.setLastError(42);
        Handle thread = win32.createThread(0, parameter -> win32.getLastError(), 0, 0, null);
        win32.waitForSingleObject(thread, INFINITE);
        Out<Integer> code = new Out<>();
        win32.getExitCodeThread(thread, code);

        assertThat(code.get()).isZero();
        assertThat(win32.getLastError()).isEqualTo(42);
    }

    @Test
    void aClosedHandleIsNoHandle() {
        assertThat(win32.closeHandle(event)).isNotZero();

        assertThat(win32.closeHandle(event)).isZero();
        assertThat(win32.getLastError()).isEqualTo(ERROR_INVALID_HANDLE);
        assertThat(win32.setEvent(event)).isZero();
    }

    @Test
    void aHandleGrantsWhatWasAskedFor() {
        Out<Integer> id = new Out<>();
        win32.createThread(0, parameter -> 0, 0, CREATE_SUSPENDED, id);
        Handle queueOnly = win32.openThread(THREAD_SET_CONTEXT, id.get());

        assertThat(win32.queueUserApc(diary::note, queueOnly, 0)).isNotZero();
        assertThat(win32.resumeThread(queueOnly)).isEqualTo(-1);
        assertThat(win32.getLastError()).isEqualTo(ERROR_ACCESS_DENIED);
    }

    @Test
    void thereIsNoThreadWithTheIdentifierZero() {
        assertThat(win32.openThread(SYNCHRONIZE, 0)).isEqualTo(Handle.NULL);
        assertThat(win32.getLastError()).isEqualTo(ERROR_INVALID_PARAMETER);
    }

    @Test
    void aDuplicateOutlivesItsSource() {
        Out<Handle> copy = new Out<>();
        Handle process = win32.getCurrentProcess();

        assertThat(win32.duplicateHandle(
                        process, event, process, copy, 0, DUPLICATE_SAME_ACCESS | DUPLICATE_CLOSE_SOURCE))
                .isNotZero();

        assertThat(win32.setEvent(event)).isZero();
        assertThat(win32.setEvent(copy.get())).isNotZero();
        assertThat(win32.waitForSingleObject(copy.get(), 0)).isEqualTo(WAIT_OBJECT_0);
    }

    @Test
    void aFunctionThatFailsWritesNothing() {
        Handle semaphore = win32.createSemaphore(1, 1);
        Out<Integer> previous = new Out<>();

        assertThat(win32.releaseSemaphore(semaphore, 1, previous)).isZero();

        assertThat(win32.getLastError()).isEqualTo(ERROR_TOO_MANY_POSTS);
        assertThat(previous.isSet()).isFalse();
        assertThatThrownBy(previous::get).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anOutParameterMayBeNull() {
        Handle semaphore = win32.createSemaphore(0, 1);

        assertThat(win32.releaseSemaphore(semaphore, 1, null)).isNotZero();
    }

    @Test
    void theConstantsAreThoseOfTheSdk() throws IllegalAccessException {
        Map<String, Long> sdk = Constants.all();

        for (Field constant : Win32.class.getFields()) {
            if (constant.getName().startsWith("$")) {
                continue; // tools that measure coverage add a field of their own
            }
            assertThat(Integer.toUnsignedLong(constant.getInt(null)))
                    .as(constant.getName())
                    .isEqualTo(sdk.get(constant.getName()));
        }
    }
}
