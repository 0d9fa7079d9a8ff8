package org.apctck.reference.live;

import java.util.List;
import org.apctck.spec.ApiFunction;
import org.apctck.spec.stage.Answer;
import org.apctck.spec.stage.Argument;

/** Makes the calls of a program on {@link Win32}: raw arguments in, raw values out. */
final class LiveCalls {
    private final Win32 win32;

    LiveCalls(Win32 win32) {
        this.win32 = win32;
    }

    Answer call(ApiFunction function, List<Argument> arguments) {
        long value = value(function, new Arguments(arguments));
        boolean failed = function.returnType().isFailure(value);
        return new Answer(value, failed ? dword(win32.getLastError()) : 0);
    }

    private long value(ApiFunction function, Arguments a) {
        return switch (function) {
            case CREATE_THREAD -> {
                Out<Integer> id = new Out<>();
                yield a.written(
                        5,
                        id,
                        win32.createThread(a.number(1), a.threadRoutine(2), a.number(3), a.integer(4), id)
                                .value());
            }
            case RESUME_THREAD -> dword(win32.resumeThread(a.handle(0)));
            case SUSPEND_THREAD -> dword(win32.suspendThread(a.handle(0)));
            case EXIT_THREAD -> nothing(() -> win32.exitThread(a.integer(0)));
            case TERMINATE_THREAD -> dword(win32.terminateThread(a.handle(0), a.integer(1)));
            case GET_EXIT_CODE_THREAD -> {
                Out<Integer> code = new Out<>();
                yield a.written(1, code, dword(win32.getExitCodeThread(a.handle(0), code)));
            }
            case GET_CURRENT_THREAD_ID -> dword(win32.getCurrentThreadId());
            case GET_CURRENT_THREAD -> win32.getCurrentThread().value();
            case GET_CURRENT_PROCESS -> win32.getCurrentProcess().value();
            case OPEN_THREAD -> win32.openThread(a.integer(0), a.integer(2)).value();
            case DUPLICATE_HANDLE -> {
                Out<Handle> copy = new Out<>();
                int result =
                        win32.duplicateHandle(a.handle(0), a.handle(1), a.handle(2), copy, a.integer(4), a.integer(6));
                yield a.writtenHandle(3, copy, dword(result));
            }
            case CLOSE_HANDLE -> dword(win32.closeHandle(a.handle(0)));
            case QUEUE_USER_APC -> dword(win32.queueUserApc(a.apcRoutine(0), a.handle(1), a.number(2)));
            case SLEEP -> nothing(() -> win32.sleep(a.integer(0)));
            case SLEEP_EX -> dword(win32.sleepEx(a.integer(0), a.flag(1)));
            case WAIT_FOR_SINGLE_OBJECT -> dword(win32.waitForSingleObject(a.handle(0), a.integer(1)));
            case WAIT_FOR_SINGLE_OBJECT_EX -> dword(win32.waitForSingleObjectEx(a.handle(0), a.integer(1), a.flag(2)));
            case WAIT_FOR_MULTIPLE_OBJECTS -> {
                int count = a.count(0, 1);
                yield dword(win32.waitForMultipleObjects(count, a.handles(1, count), a.flag(2), a.integer(3)));
            }
            case WAIT_FOR_MULTIPLE_OBJECTS_EX -> {
                int count = a.count(0, 1);
                yield dword(
                        win32.waitForMultipleObjectsEx(count, a.handles(1, count), a.flag(2), a.integer(3), a.flag(4)));
            }
            case SIGNAL_OBJECT_AND_WAIT ->
                dword(win32.signalObjectAndWait(a.handle(0), a.handle(1), a.integer(2), a.flag(3)));
            case CREATE_EVENT -> win32.createEvent(a.flag(1), a.flag(2)).value();
            case SET_EVENT -> dword(win32.setEvent(a.handle(0)));
            case RESET_EVENT -> dword(win32.resetEvent(a.handle(0)));
            case PULSE_EVENT -> dword(win32.pulseEvent(a.handle(0)));
            case CREATE_MUTEX -> win32.createMutex(a.flag(1)).value();
            case RELEASE_MUTEX -> dword(win32.releaseMutex(a.handle(0)));
            case CREATE_SEMAPHORE ->
                win32.createSemaphore(a.integer(1), a.integer(2)).value();
            case RELEASE_SEMAPHORE -> {
                Out<Integer> previous = new Out<>();
                yield a.written(2, previous, dword(win32.releaseSemaphore(a.handle(0), a.integer(1), previous)));
            }
            case GET_LAST_ERROR -> dword(win32.getLastError());
            case SET_LAST_ERROR -> nothing(() -> win32.setLastError(a.integer(0)));
        };
    }

    private static long dword(int value) {
        return Integer.toUnsignedLong(value);
    }

    private static long nothing(Runnable call) {
        call.run();
        return 0;
    }
}
