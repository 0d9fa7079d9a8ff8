package org.apctck.reference.live;

import java.util.Objects;
import org.apctck.reference.win32.PlainCall;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Role;
import org.apctck.spec.stage.Sighting;
import org.jspecify.annotations.Nullable;

/** A process as {@link Win32} has it: typed arguments for the calls of its {@link LiveKernel}. Of several waiters the first one comes first. */
final class LiveProcess implements Win32 {
    private final LiveKernel kernel = new LiveKernel();

    /** The calling thread, for {@link #look}. */
    LiveThread identify() {
        return kernel.identify();
    }

    /** How a thread is seen from outside. */
    Sighting look(LiveThread thread) {
        return kernel.look(thread);
    }

    // Threads

    @Override
    public Handle createThread(
            long stackSize,
            ThreadRoutine startAddress,
            long parameter,
            int creationFlags,
            @Nullable Out<Integer> threadId) {
        Objects.requireNonNull(startAddress, "startAddress");
        LiveKernel.Made made = kernel.call(
                ApiFunction.CREATE_THREAD,
                arguments -> startAddress.run(arguments[0]),
                null,
                0,
                stackSize,
                0,
                parameter,
                creationFlags,
                0);
        write(made, "lpThreadId", threadId);
        return new Handle(made.value());
    }

    @Override
    public int resumeThread(Handle thread) {
        return call(ApiFunction.RESUME_THREAD, thread.value());
    }

    @Override
    public int suspendThread(Handle thread) {
        return call(ApiFunction.SUSPEND_THREAD, thread.value());
    }

    @Override
    public void exitThread(int exitCode) {
        call(ApiFunction.EXIT_THREAD, exitCode);
    }

    @Override
    public int terminateThread(Handle thread, int exitCode) {
        return call(ApiFunction.TERMINATE_THREAD, thread.value(), exitCode);
    }

    @Override
    public int getExitCodeThread(Handle thread, Out<Integer> exitCode) {
        LiveKernel.Made made = make(ApiFunction.GET_EXIT_CODE_THREAD, thread.value(), 0);
        write(made, "lpExitCode", exitCode);
        return (int) made.value();
    }

    @Override
    public int getCurrentThreadId() {
        return call(ApiFunction.GET_CURRENT_THREAD_ID);
    }

    @Override
    public Handle getCurrentThread() {
        return handle(ApiFunction.GET_CURRENT_THREAD);
    }

    @Override
    public Handle getCurrentProcess() {
        return handle(ApiFunction.GET_CURRENT_PROCESS);
    }

    @Override
    public Handle openThread(int desiredAccess, int threadId) {
        return handle(ApiFunction.OPEN_THREAD, desiredAccess, 0, dword(threadId));
    }

    @Override
    public int queueUserApc(@Nullable ApcRoutine routine, Handle thread, long data) {
        LiveRoutine code = routine == null
                ? null
                : given -> {
                    routine.run(given[0]);
                    return 0;
                };
        return (int) kernel.call(ApiFunction.QUEUE_USER_APC, code, null, 0, thread.value(), data)
                .value();
    }

    // Waits

    @Override
    public void sleep(int milliseconds) {
        call(ApiFunction.SLEEP, dword(milliseconds));
    }

    @Override
    public int sleepEx(int milliseconds, boolean alertable) {
        return call(ApiFunction.SLEEP_EX, dword(milliseconds), PlainCall.flag(alertable));
    }

    @Override
    public int waitForSingleObject(Handle handle, int milliseconds) {
        return call(ApiFunction.WAIT_FOR_SINGLE_OBJECT, handle.value(), dword(milliseconds));
    }

    @Override
    public int waitForSingleObjectEx(Handle handle, int milliseconds, boolean alertable) {
        return call(
                ApiFunction.WAIT_FOR_SINGLE_OBJECT_EX, handle.value(), dword(milliseconds), PlainCall.flag(alertable));
    }

    @Override
    public int waitForMultipleObjects(int count, Handle[] handles, boolean waitAll, int milliseconds) {
        return waitForMultipleObjectsEx(count, handles, waitAll, milliseconds, false);
    }

    @Override
    public int waitForMultipleObjectsEx(
            int count, Handle[] handles, boolean waitAll, int milliseconds, boolean alertable) {
        // A count that is refused is refused before the array is read.
        boolean refused = Integer.compareUnsigned(count, MAXIMUM_WAIT_OBJECTS) > 0;
        long[] values = new long[refused ? 0 : count];
        for (int i = 0; i < values.length; i++) {
            values[i] = handles[i].value();
        }
        return (int) kernel.call(
                        ApiFunction.WAIT_FOR_MULTIPLE_OBJECTS_EX,
                        null,
                        values,
                        dword(count),
                        0,
                        PlainCall.flag(waitAll),
                        dword(milliseconds),
                        PlainCall.flag(alertable))
                .value();
    }

    @Override
    public int signalObjectAndWait(Handle objectToSignal, Handle objectToWaitOn, int milliseconds, boolean alertable) {
        return call(
                ApiFunction.SIGNAL_OBJECT_AND_WAIT,
                objectToSignal.value(),
                objectToWaitOn.value(),
                dword(milliseconds),
                PlainCall.flag(alertable));
    }

    // Objects

    @Override
    public Handle createEvent(boolean manualReset, boolean initialState) {
        return handle(ApiFunction.CREATE_EVENT, 0, PlainCall.flag(manualReset), PlainCall.flag(initialState), 0);
    }

    @Override
    public int setEvent(Handle event) {
        return call(ApiFunction.SET_EVENT, event.value());
    }

    @Override
    public int resetEvent(Handle event) {
        return call(ApiFunction.RESET_EVENT, event.value());
    }

    @Override
    public int pulseEvent(Handle event) {
        return call(ApiFunction.PULSE_EVENT, event.value());
    }

    @Override
    public Handle createMutex(boolean initialOwner) {
        return handle(ApiFunction.CREATE_MUTEX, 0, PlainCall.flag(initialOwner), 0);
    }

    @Override
    public int releaseMutex(Handle mutex) {
        return call(ApiFunction.RELEASE_MUTEX, mutex.value());
    }

    @Override
    public Handle createSemaphore(int initialCount, int maximumCount) {
        return handle(ApiFunction.CREATE_SEMAPHORE, 0, initialCount, maximumCount, 0);
    }

    @Override
    public int releaseSemaphore(Handle semaphore, int releaseCount, @Nullable Out<Integer> previousCount) {
        LiveKernel.Made made = make(ApiFunction.RELEASE_SEMAPHORE, semaphore.value(), releaseCount, 0);
        write(made, "lpPreviousCount", previousCount);
        return (int) made.value();
    }

    // Timers

    @Override
    public Handle createWaitableTimer(boolean manualReset) {
        return handle(ApiFunction.CREATE_WAITABLE_TIMER, 0, PlainCall.flag(manualReset), 0);
    }

    @Override
    public Handle createWaitableTimerEx(int flags, int desiredAccess) {
        return handle(ApiFunction.CREATE_WAITABLE_TIMER_EX, 0, 0, flags, desiredAccess);
    }

    @Override
    public int setWaitableTimer(
            Handle timer, long dueTime, int period, @Nullable TimerRoutine routine, long argument, boolean resume) {
        return setTimer(
                ApiFunction.SET_WAITABLE_TIMER,
                routine,
                timer.value(),
                dueTime,
                period,
                0,
                argument,
                PlainCall.flag(resume));
    }

    @Override
    public int setWaitableTimerEx(
            Handle timer, long dueTime, int period, @Nullable TimerRoutine routine, long argument, int tolerableDelay) {
        return setTimer(
                ApiFunction.SET_WAITABLE_TIMER_EX,
                routine,
                timer.value(),
                dueTime,
                period,
                0,
                argument,
                0,
                dword(tolerableDelay));
    }

    private int setTimer(ApiFunction function, @Nullable TimerRoutine routine, long... arguments) {
        LiveRoutine code = routine == null
                ? null
                : given -> {
                    routine.run(given[0], given[1]);
                    return 0;
                };
        return (int) kernel.call(function, code, null, arguments).value();
    }

    @Override
    public int cancelWaitableTimer(Handle timer) {
        return call(ApiFunction.CANCEL_WAITABLE_TIMER, timer.value());
    }

    // Handles and errors

    @Override
    public int closeHandle(Handle object) {
        return call(ApiFunction.CLOSE_HANDLE, object.value());
    }

    @Override
    public int duplicateHandle(
            Handle sourceProcess,
            Handle source,
            Handle targetProcess,
            @Nullable Out<Handle> target,
            int desiredAccess,
            int options) {
        LiveKernel.Made made = make(
                ApiFunction.DUPLICATE_HANDLE,
                sourceProcess.value(),
                source.value(),
                targetProcess.value(),
                0,
                desiredAccess,
                0,
                options);
        int copy = ApiFunction.DUPLICATE_HANDLE.at(Role.COPY);
        if (target != null && made.call().hasWritten(copy)) {
            target.set(new Handle(made.call().value(copy)));
        }
        return (int) made.value();
    }

    @Override
    public int getLastError() {
        return call(ApiFunction.GET_LAST_ERROR);
    }

    @Override
    public void setLastError(int errorCode) {
        call(ApiFunction.SET_LAST_ERROR, errorCode);
    }

    private LiveKernel.Made make(ApiFunction function, long... arguments) {
        return kernel.call(function, null, null, arguments);
    }

    private int call(ApiFunction function, long... arguments) {
        return (int) make(function, arguments).value();
    }

    private Handle handle(ApiFunction function, long... arguments) {
        return new Handle(make(function, arguments).value());
    }

    /** Writes through a pointer what the function wrote, unless the pointer is NULL. */
    private static void write(LiveKernel.Made made, String parameter, @Nullable Out<Integer> variable) {
        int index = made.call().function().at(parameter);
        if (variable != null && made.call().hasWritten(index)) {
            variable.set((int) made.call().value(index));
        }
    }

    private static long dword(int value) {
        return Integer.toUnsignedLong(value);
    }
}
