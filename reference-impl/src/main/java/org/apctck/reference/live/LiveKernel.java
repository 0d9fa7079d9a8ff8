package org.apctck.reference.live;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.IoStatus;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.KTimer;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.UserApc;
import org.apctck.reference.win32.PlainCall;
import org.apctck.reference.win32.Win32Error;
import org.apctck.reference.win32.Win32Process;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Effect;
import org.apctck.spec.api.Role;
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
    /** How many routines of timers are kept at least before those are looked for that cannot run any more. */
    private static final int ROUTINES_KEPT = 64;
    /** A FILETIME counts 100 ns. */
    private static final long UNITS_PER_MICRO = 10;

    private final Kernel kernel = new Kernel();
    private final Win32Process win32 = new Win32Process(kernel);
    private final Turnstile turnstile = new Turnstile(kernel);
    private final ThreadLocal<@Nullable LiveThread> current = new ThreadLocal<>();
    /** By the id in the kernel, until they have ended. */
    private final Map<Integer, LiveThread> threads = new HashMap<>();

    /** What timers have their setters run, by the id of the timer, as long as that is known to the kernel. */
    private final Map<Integer, LiveRoutine> timerRoutines = new HashMap<>();

    private int timerRoutinesMax = ROUTINES_KEPT;
    private final AtomicLong routines = new AtomicLong();
    private final Map<String, Long> texts = new ConcurrentHashMap<>();
    /** Who is told of what requests fill, by its address. */
    private final Map<Long, Consumer<int[]>> buffers = new ConcurrentHashMap<>();

    /** What a call has come to: its value and last error, and what it wrote. */
    record Made(long value, long lastError, PlainCall call) {}

    /**
     * The calling thread makes a call.
     *
     * @param routine what the routine among the arguments runs; null if there is none
     * @param array what the only pointer to an array or a structure among the arguments points to; null for NULL, or where there
     *     is none
     * @param arguments in the order of the C declaration; that of a routine and of an out-parameter is without meaning
     */
    Made call(ApiFunction function, @Nullable LiveRoutine routine, long @Nullable [] array, long... arguments) {
        if (isYield(function, arguments)) {
            Thread.yield();
        }
        if (function.has(Role.ROUTINE)) {
            arguments[function.at(Role.ROUTINE)] = routine == null ? 0 : routines.incrementAndGet();
        }
        turnstile.enter();
        try {
            LiveThread self = currentThread();
            turnstile.pass(self);
            turnstile.passTime();
            PlainCall call = new LiveCall(this, self.kernelThread(), function, routine, array, arguments);
            long value = win32.call(call);
            if (value == Win32Process.BETWEEN) {
                value = win32.proceed(call);
            }
            if (function.effect() == Effect.SUSPENDS_THREAD || function.effect() == Effect.ENDS_THREAD) {
                takeEffect();
            }
            turnstile.passTime(); // requests that the call lets end do so at once
            turnstile.wakeOthers();
            turnstile.pass(self);
            if (value == Win32Process.WAITING) {
                value = Win32Process.result(function, endWait(self));
            }
            return new Made(value, win32.getLastError(self.kernelThread()), call);
        } finally {
            turnstile.leave();
        }
    }

    /** A sleep of no time at all lets others run, as SwitchToThread does. */
    private static boolean isYield(ApiFunction function, long[] arguments) {
        return function.effect() == Effect.GIVES_WAY
                || function.has(Role.TIMEOUT)
                        && !function.has(Role.AWAITED)
                        && arguments[function.at(Role.TIMEOUT)] == 0;
    }

    /** Returns when the calling thread is not suspended; does not if it was terminated. */
    void pass() {
        turnstile.enter();
        try {
            turnstile.pass(currentThread());
        } finally {
            turnstile.leave();
        }
    }

    /** In a call: a thread that it has made does not enter before the call is over. */
    void start(KThread kernelThread, LiveRoutine routine, long parameter, long stackSize) {
        Thread javaThread = new Thread(
                null,
                () -> run(kernelThread, routine, parameter),
                "win32-" + Win32Process.threadId(kernelThread),
                stackSize);
        javaThread.setDaemon(true);
        add(kernelThread, javaThread);
        javaThread.start();
    }

    /** In a call: what an APC runs that it has queued. */
    void keepRoutine(KThread thread, long address, LiveRoutine routine) {
        threadOf(thread).keepRoutine(address, routine);
    }

    /** The address of a text: the same for the same. */
    long address(String text) {
        return texts.computeIfAbsent(text, fresh -> routines.incrementAndGet());
    }

    /** Whoever is told of what requests fill at an address. */
    void watch(long buffer, Consumer<int[]> watcher) {
        buffers.put(buffer, watcher);
    }

    /** In a call: a timer was set, with what it has its setter run or null. */
    void armed(KTimer timer, @Nullable LiveRoutine routine) {
        if (routine == null) {
            timerRoutines.remove(timer.id());
        } else {
            timerRoutines.put(timer.id(), routine);
        }
        if (timerRoutines.size() >= timerRoutinesMax) {
            timerRoutines.keySet().removeIf(id -> kernel.find(id) == null && !kernel.hasUserApcOf(id));
            timerRoutinesMax = 2 * timerRoutines.size() + ROUTINES_KEPT;
        }
        turnstile.armed(timer);
    }

    private LiveRoutine timerRoutine(UserApc apc) {
        LiveRoutine routine = timerRoutines.get(apc.origin());
        if (routine == null) {
            throw new IllegalStateException("no routine of timer " + apc.origin());
        }
        return routine;
    }

    private long signaledUtcMicros(UserApc apc) {
        return kernel.find(apc.origin()) instanceof KTimer timer ? timer.signaledUtcMicros() : kernel.utcMicros();
    }

    /** In a call: suspensions and terminations take effect at once. */
    private void takeEffect() {
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
            turnstile.close();
            turnstile.wakeOthers();
        } finally {
            turnstile.leave();
        }
    }

    private void run(KThread kernelThread, LiveRoutine routine, long parameter) {
        int exitCode = UNHANDLED_EXCEPTION;
        try {
            begin(kernelThread);
            exitCode = routine.run(parameter);
            pass(); // one that is suspended does not end
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
        UserApc apc;
        while ((apc = kernel.takeUserApc(thread, Choice.FIRST)) != null) {
            boolean isOfTimer = apc.origin() != UserApc.OF_A_CALL;
            LiveRoutine routine = isOfTimer ? timerRoutine(apc) : self.takeRoutine(apc);
            IoStatus request = apc.request();
            long[] arguments = request != null
                    ? ended(request)
                    : isOfTimer
                            ? new long[] {apc.data(), UNITS_PER_MICRO * signaledUtcMicros(apc)}
                            : new long[] {apc.data()};
            turnstile.leave();
            try {
                routine.run(arguments);
            } finally {
                turnstile.enter();
            }
            turnstile.pass(self);
        }
    }

    /** What the routine of a request is given; what the request has filled is there by then. */
    private long[] ended(IoStatus request) {
        Consumer<int[]> watcher = buffers.get(request.irp().buffer());
        if (watcher != null && request.count() > 0) {
            watcher.accept(request.bytes());
        }
        long error = request.status() == NtStatus.SUCCESS ? 0 : Win32Error.of(request.status());
        return new long[] {error, request.count(), request.irp().overlapped()};
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
