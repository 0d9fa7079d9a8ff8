package org.apctck.reference.live;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.function.ToLongFunction;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.UserApc;
import org.apctck.reference.win32.Win32Layer;
import org.apctck.spec.stage.Sighting;
import org.jspecify.annotations.Nullable;

/**
 * The live driver: Java threads make calls on the kernel in real time, and run their own APCs.
 *
 * <p>A call is atomic under the {@link Turnstile}, which the thread leaves while a routine runs.
 */
final class LiveKernel {
    /** The exit code of a thread whose routine has thrown. */
    private static final int UNHANDLED_EXCEPTION = -1;

    private final Kernel kernel = new Kernel();
    private final Win32Layer win32 = new Win32Layer(kernel);
    private final Turnstile turnstile = new Turnstile(kernel);
    private final ThreadLocal<@Nullable LiveThread> current = new ThreadLocal<>();
    /** By the id in the kernel, until they have ended. */
    private final Map<Integer, LiveThread> threads = new HashMap<>();

    private long routines;

    Win32Layer win32() {
        return win32;
    }

    /**
     * The calling thread makes a call.
     *
     * @param step makes the call on the Win32 layer
     * @param waitResult what the call returns for the status of its wait, if it has begun one
     */
    long call(ToLongFunction<KThread> step, IntToLongFunction waitResult) {
        turnstile.enter();
        try {
            LiveThread self = currentThread();
            turnstile.pass(self);
            turnstile.tellTime();
            long value = step.applyAsLong(self.kernelThread());
            turnstile.wakeOthers();
            turnstile.pass(self);
            return value == Win32Layer.WAITING ? waitResult.applyAsLong(endWait(self)) : value;
        } finally {
            turnstile.leave();
        }
    }

    /** The calling thread makes a call whose wait, if any, has the results of the wait functions. */
    long call(ToLongFunction<KThread> step) {
        return call(step, Win32Layer::waitResult);
    }

    /** In a step: makes a thread, which does not enter before the step is over. */
    long createThread(long stackSize, ThreadRoutine routine, long parameter, boolean suspended) {
        long handle = win32.createThread(suspended);
        KThread kernelThread = win32.thread(handle);
        Thread javaThread = new Thread(
                null,
                () -> run(kernelThread, routine, parameter),
                "win32-" + Win32Layer.threadId(kernelThread),
                stackSize);
        javaThread.setDaemon(true);
        add(kernelThread, javaThread);
        javaThread.start();
        return handle;
    }

    /** In a step: queues an APC. */
    long queueUserApc(KThread caller, ApcRoutine routine, long thread, long data) {
        long address = ++routines;
        long result = win32.queueUserApc(caller, new UserApc(address, data), thread, Choice.FIRST);
        KThread target = win32.thread(caller, thread);
        if (result != 0 && target != null) {
            threadOf(target).keepRoutine(address, routine);
        }
        return result;
    }

    /** In a step: suspensions and terminations take effect at once. */
    void takeEffect() {
        for (LiveThread thread : threads.values()) {
            kernel.stop(thread.kernelThread());
            if (thread.kernelThread().isDoomed()) {
                kernel.finish(thread.kernelThread(), Choice.FIRST);
            }
        }
    }

    /** The calling thread, for {@link #look}. */
    LiveThread identify() {
        turnstile.enter();
        try {
            return currentThread();
        } finally {
            turnstile.leave();
        }
    }

    /** How a thread is seen from outside. */
    Sighting look(LiveThread thread) {
        turnstile.enter();
        try {
            return turnstile.look(thread);
        } finally {
            turnstile.leave();
        }
    }

    /** Ends every thread, as ExitProcess does. */
    void endThreads() {
        turnstile.enter();
        try {
            threads.values().forEach(thread -> kernel.end(thread.kernelThread(), 0, Choice.FIRST));
            turnstile.wakeOthers();
        } finally {
            turnstile.leave();
        }
    }

    private void run(KThread kernelThread, ThreadRoutine routine, long parameter) {
        int exitCode = UNHANDLED_EXCEPTION;
        try {
            begin(kernelThread);
            exitCode = routine.run(parameter);
            call(caller -> 0); // one that is suspended does not end
        } catch (ThreadEnd end) {
            exitCode = end.exitCode();
        } finally {
            end(kernelThread, exitCode);
        }
    }

    /** The APCs that were queued to a thread before it begins run first, outside any wait (THREAD-START-APC-1). */
    private void begin(KThread kernelThread) {
        turnstile.enter();
        try {
            LiveThread self = threadOf(kernelThread);
            current.set(self);
            turnstile.pass(self);
            runApcs(self);
        } finally {
            turnstile.leave();
        }
    }

    private void end(KThread thread, int exitCode) {
        turnstile.enter();
        try {
            kernel.end(thread, exitCode, Choice.FIRST);
            threads.remove(thread.id());
            turnstile.wakeOthers();
        } finally {
            turnstile.leave();
        }
    }

    /** How the wait of the calling thread has ended; the APCs that ended it have then run. */
    private int endWait(LiveThread self) {
        // Before the APCs: their own waits have a status too.
        int status = self.kernelThread().waitStatus();
        if (status == NtStatus.USER_APC) {
            runApcs(self);
        }
        return status;
    }

    /** Runs the APCs of the calling thread until its queue is empty, those included that are queued meanwhile. */
    private void runApcs(LiveThread self) {
        KThread thread = self.kernelThread();
        for (UserApc apc = thread.takeUserApc(); apc != null; apc = thread.takeUserApc()) {
            ApcRoutine routine = self.takeRoutine(apc);
            turnstile.leave();
            try {
                routine.run(apc.data());
            } finally {
                turnstile.enter();
            }
            turnstile.pass(self);
        }
    }

    private LiveThread currentThread() {
        LiveThread known = current.get();
        if (known != null) {
            return known;
        }
        LiveThread adopted = add(kernel.createThread(false), Thread.currentThread());
        current.set(adopted);
        return adopted;
    }

    private LiveThread add(KThread kernelThread, Thread javaThread) {
        LiveThread thread = new LiveThread(kernelThread, javaThread, turnstile.newCondition());
        threads.put(kernelThread.id(), thread);
        return thread;
    }

    private LiveThread threadOf(KThread kernelThread) {
        LiveThread thread = threads.get(kernelThread.id());
        if (thread == null) {
            throw new IllegalStateException("thread " + kernelThread.id() + " has ended");
        }
        return thread;
    }
}
