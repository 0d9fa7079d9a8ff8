package org.apctck.reference.live;

import java.util.Objects;
import java.util.function.ToLongFunction;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.win32.Win32Layer;
import org.apctck.spec.stage.Sighting;
import org.jspecify.annotations.Nullable;

/** A process: the functions of {@link Win32} as steps of its {@link LiveKernel}. Of several waiters the first one comes first. */
final class LiveProcess implements Win32 {
    private static final Choice CHOICE = Choice.FIRST;

    private final LiveKernel kernel = new LiveKernel();
    private final Win32Layer layer = kernel.win32();

    /** The calling thread, for {@link #look}. */
    LiveThread identify() {
        return kernel.identify();
    }

    /** How a thread is seen from outside. */
    Sighting look(LiveThread thread) {
        return kernel.look(thread);
    }

    /** Returns when the calling thread is not suspended; does not if it was terminated. */
    void awaitTurn() {
        kernel.call(caller -> 0);
    }

    /** Ends every thread. */
    void exit() {
        kernel.endThreads();
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
        boolean suspended = (creationFlags & CREATE_SUSPENDED) != 0;
        return handle(caller -> {
            long handle = kernel.createThread(stackSize, startAddress, parameter, suspended);
            return write(handle, threadId, (int) Win32Layer.threadId(layer.thread(handle)));
        });
    }

    @Override
    public int resumeThread(Handle thread) {
        return call(caller -> layer.resumeThread(caller, thread.value(), CHOICE));
    }

    @Override
    public int suspendThread(Handle thread) {
        return call(caller -> {
            long result = layer.suspendThread(caller, thread.value(), CHOICE);
            kernel.takeEffect();
            return result;
        });
    }

    @Override
    public void exitThread(int exitCode) {
        call(caller -> {
            layer.exitThread(caller, exitCode, CHOICE);
            return 0;
        });
    }

    @Override
    public int terminateThread(Handle thread, int exitCode) {
        return call(caller -> {
            long result = layer.terminateThread(caller, thread.value(), exitCode, CHOICE);
            kernel.takeEffect();
            return result;
        });
    }

    @Override
    public int getExitCodeThread(Handle thread, Out<Integer> exitCode) {
        return call(caller -> {
            long[] code = new long[1];
            long result = layer.getExitCodeThread(caller, thread.value(), code);
            return write(result, exitCode, (int) code[0]);
        });
    }

    @Override
    public int getCurrentThreadId() {
        return call(Win32Layer::threadId);
    }

    @Override
    public Handle getCurrentThread() {
        return handle(caller -> Win32Layer.CURRENT_THREAD);
    }

    @Override
    public Handle getCurrentProcess() {
        return handle(caller -> Win32Layer.CURRENT_PROCESS);
    }

    @Override
    public Handle openThread(int desiredAccess, int threadId) {
        return handle(caller -> layer.openThread(caller, desiredAccess, Integer.toUnsignedLong(threadId)));
    }

    @Override
    public int queueUserApc(@Nullable ApcRoutine routine, Handle thread, long data) {
        return call(caller -> routine == null
                ? layer.queueNothing(caller, thread.value(), CHOICE)
                : kernel.queueUserApc(caller, routine, thread.value(), data));
    }

    // Waits

    @Override
    public void sleep(int milliseconds) {
        sleepEx(milliseconds, false);
    }

    @Override
    public int sleepEx(int milliseconds, boolean alertable) {
        if (milliseconds == 0) {
            Thread.yield();
        }
        long timeout = Integer.toUnsignedLong(milliseconds);
        return (int) kernel.call(caller -> layer.sleepEx(caller, timeout, alertable, CHOICE), Win32Layer::sleepResult);
    }

    @Override
    public int waitForSingleObject(Handle handle, int milliseconds) {
        return waitForSingleObjectEx(handle, milliseconds, false);
    }

    @Override
    public int waitForSingleObjectEx(Handle handle, int milliseconds, boolean alertable) {
        long timeout = Integer.toUnsignedLong(milliseconds);
        return call(caller -> layer.waitForSingleObjectEx(caller, handle.value(), timeout, alertable, CHOICE));
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
        long[] values = new long[refused ? MAXIMUM_WAIT_OBJECTS + 1 : count];
        for (int i = 0; i < count && !refused; i++) {
            values[i] = handles[i].value();
        }
        long timeout = Integer.toUnsignedLong(milliseconds);
        return call(caller -> layer.waitForMultipleObjectsEx(caller, values, waitAll, timeout, alertable, CHOICE));
    }

    @Override
    public int signalObjectAndWait(Handle objectToSignal, Handle objectToWaitOn, int milliseconds, boolean alertable) {
        long waited = objectToWaitOn.value();
        long timeout = Integer.toUnsignedLong(milliseconds);
        return call(caller -> layer.signalForWait(caller, objectToSignal.value(), waited, CHOICE) != 0
                ? layer.waitForSingleObjectEx(caller, waited, timeout, alertable, CHOICE)
                : WAIT_FAILED);
    }

    // Objects

    @Override
    public Handle createEvent(boolean manualReset, boolean initialState) {
        return handle(caller -> layer.createEvent(caller, manualReset, initialState));
    }

    @Override
    public int setEvent(Handle event) {
        return call(caller -> layer.setEvent(caller, event.value(), CHOICE));
    }

    @Override
    public int resetEvent(Handle event) {
        return call(caller -> layer.resetEvent(caller, event.value()));
    }

    @Override
    public int pulseEvent(Handle event) {
        return call(caller -> layer.pulseEvent(caller, event.value(), CHOICE));
    }

    @Override
    public Handle createMutex(boolean initialOwner) {
        return handle(caller -> layer.createMutex(caller, initialOwner, CHOICE));
    }

    @Override
    public int releaseMutex(Handle mutex) {
        return call(caller -> layer.releaseMutex(caller, mutex.value(), CHOICE));
    }

    @Override
    public Handle createSemaphore(int initialCount, int maximumCount) {
        return handle(caller -> layer.createSemaphore(caller, initialCount, maximumCount));
    }

    @Override
    public int releaseSemaphore(Handle semaphore, int releaseCount, @Nullable Out<Integer> previousCount) {
        return call(caller -> {
            long[] previous = new long[1];
            long result = layer.releaseSemaphore(caller, semaphore.value(), releaseCount, previous, CHOICE);
            return write(result, previousCount, (int) previous[0]);
        });
    }

    // Handles and errors

    @Override
    public int closeHandle(Handle object) {
        return call(caller -> layer.closeHandle(caller, object.value()));
    }

    @Override
    public int duplicateHandle(
            Handle sourceProcess,
            Handle source,
            Handle targetProcess,
            @Nullable Out<Handle> target,
            int desiredAccess,
            int options) {
        return call(caller -> {
            long[] handle = new long[1];
            long result = layer.duplicateHandle(
                    caller,
                    sourceProcess.value(),
                    source.value(),
                    targetProcess.value(),
                    handle,
                    desiredAccess,
                    options);
            return write(result, target, new Handle(handle[0]));
        });
    }

    @Override
    public int getLastError() {
        return call(layer::getLastError);
    }

    @Override
    public void setLastError(int errorCode) {
        call(caller -> {
            layer.setLastError(caller, errorCode);
            return 0;
        });
    }

    private int call(ToLongFunction<KThread> step) {
        return (int) kernel.call(step);
    }

    private Handle handle(ToLongFunction<KThread> step) {
        return new Handle(kernel.call(step));
    }

    /** Writes through the pointer of a call, unless the call has failed or the pointer is NULL. */
    private static <T> long write(long result, @Nullable Out<T> variable, T value) {
        if (result != 0 && variable != null) {
            variable.set(value);
        }
        return result;
    }
}
