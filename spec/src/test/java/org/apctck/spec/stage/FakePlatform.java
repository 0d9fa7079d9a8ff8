package org.apctck.spec.stage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Constants;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;

/** A small implementation in Java that does right what it does, and wrong what a test asks for. */
final class FakePlatform implements Platform, AutoCloseable {
    /** What it does wrong. */
    enum Quirk {
        QUEUE_USER_APC_HANGS,
        TIME_OUTS_NEVER_ELAPSE,
        THREADS_CANNOT_BE_SEEN,
        SET_EVENT_THROWS,
        SET_EVENT_FAILS_SILENTLY,
        CREATE_EVENT_FAILS,
        RESUMED_THREADS_NEVER_RUN,
        /** A sleeper runs a little between any two looks, twenty times, before it is done. */
        SLEEPS_ARE_RESTLESS,
        /** A sleeper sleeps on until somebody was reported to be blocked, however long that takes on a busy machine. */
        SLEEPS_LAST_UNTIL_SEEN,
        /** A sleeper wakes after the last look before it is reported to be blocked, and does not tell before that. */
        SLEEPERS_WAKE_AFTER_THE_LAST_LOOK,
        /** SuspendThread is there, and returns when its target goes on. */
        SUSPEND_THREAD_RETURNS_LATE,
        /** A thread that is stopped may hold the others up. */
        STOPS_ARE_HARMFUL,
        /** For the first looks another thread of the process runs. */
        NOT_QUIET_AT_FIRST,
        /** At every look another thread of the process runs. */
        NEVER_QUIET,
        /** A look takes as long as one does on a machine that is busy with many other things. */
        LOOKS_TAKE_LONG
    }

    private static final long TELLS_AFTER_NANOS = 300_000_000;
    private static final long INVALID = 0xBAD0;
    private static final int ERROR_INVALID_HANDLE = 6;
    private static final int ERROR_CALL_NOT_IMPLEMENTED = 120;

    private final Object kernel = new Object();
    private final Map<Long, Object> handles = new HashMap<>();
    private final Map<Thread, FakeThread> threads = new ConcurrentHashMap<>();
    private final Set<ApiFunction> missing = EnumSet.noneOf(ApiFunction.class);
    private final Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);
    private final ExecutorService home = Executors.newSingleThreadExecutor(work -> daemon(work, "home"));
    private long lastHandle = 0x100;
    private int failedCloses;
    private int looks;
    private int looksAround;
    private int setEvents;
    private boolean reported;
    private boolean hasLookedAround;
    private boolean awake;
    private long tellsNanos;
    private volatile boolean upcallsForgotten;
    private final List<String> creators = new ArrayList<>();

    private static final class FakeThread {
        private final Queue<Runnable> apcs = new ConcurrentLinkedQueue<>();
        private Thread java;
        private boolean suspended;
        private int suspensions;
        private boolean waiting;
        private boolean ended;
        private long switches;
        private long id;
        private long exitCode = Constants.STILL_ACTIVE;
    }

    private static final class FakeEvent {
        private boolean signaled;
    }

    /** Unwinds the stack of a thread that ends itself. */
    private static final class ThreadEnds extends Error {
        private static final long serialVersionUID = 1L;
    }

    FakePlatform with(Quirk quirk) {
        quirks.add(quirk);
        return this;
    }

    FakePlatform without(ApiFunction function) {
        missing.add(function);
        return this;
    }

    int openHandles() {
        synchronized (kernel) {
            return handles.size();
        }
    }

    boolean hasForgottenUpcalls() {
        return upcallsForgotten;
    }

    int failedCloses() {
        return failedCloses;
    }

    /** The threads that have made objects, by their names, in order. */
    List<String> creators() {
        return creators;
    }

    @Override
    public String name() {
        return "the fake";
    }

    @Override
    public boolean has(ApiFunction function) {
        return !missing.contains(function);
    }

    @Override
    public Answer call(ApiFunction function, List<Argument> arguments) {
        if (function == ApiFunction.SLEEP || function == ApiFunction.SLEEP_EX) {
            return sleep(scalar(arguments, 0), arguments.size() == 2 && scalar(arguments, 1) != 0);
        }
        synchronized (kernel) {
            return switch (function) {
                case CREATE_THREAD -> createThread(arguments);
                case RESUME_THREAD -> resume((FakeThread) handles.get(scalar(arguments, 0)));
                case SUSPEND_THREAD -> suspend((FakeThread) handles.get(scalar(arguments, 0)));
                case EXIT_THREAD -> throw new ThreadEnds();
                case GET_CURRENT_THREAD_ID -> new Answer(self().id, 0);
                case QUEUE_USER_APC -> queue(arguments);
                case WAIT_FOR_SINGLE_OBJECT -> await(arguments);
                case GET_EXIT_CODE_THREAD -> exitCode(arguments);
                case CREATE_EVENT, CREATE_MUTEX -> create(scalar(arguments, 2) != 0);
                case SET_EVENT -> set(handles.get(scalar(arguments, 0)));
                case CLOSE_HANDLE -> closeHandle(scalar(arguments, 0));
                default -> throw new IllegalArgumentException("the fake has no " + function);
            };
        }
    }

    private Answer createThread(List<Argument> arguments) {
        FakeThread thread = new FakeThread();
        Upcall start = ((Argument.Code) arguments.get(2)).upcall();
        long parameter = scalar(arguments, 3);
        thread.suspended = (scalar(arguments, 4) & 4) != 0;
        thread.id = lastHandle + 1;
        thread.java = daemon(() -> run(thread, start, parameter), start.name());
        threads.put(thread.java, thread);
        if (arguments.get(5) instanceof Argument.Out out) {
            out.cell().write(thread.id);
        }
        long handle = open(thread);
        if (!thread.suspended) {
            thread.java.start();
        }
        return new Answer(handle, 0);
    }

    private void run(FakeThread thread, Upcall start, long parameter) {
        try {
            runApcs(thread);
            thread.exitCode = start.run(parameter);
        } catch (ThreadEnds end) {
            // The thread ends, wherever it was.
        } catch (RuntimeException | Error problem) {
            start.failed(problem);
        }
        synchronized (kernel) {
            thread.ended = true;
            wakeAll();
        }
    }

    private Answer suspend(FakeThread thread) {
        if (!quirks.contains(Quirk.SUSPEND_THREAD_RETURNS_LATE)) {
            return new Answer(Constants.WAIT_FAILED, ERROR_CALL_NOT_IMPLEMENTED);
        }
        int previousCount = thread.suspensions++;
        wakeAll();
        while (thread.suspensions > 0) {
            pause(self(), 0);
        }
        return new Answer(previousCount, 0);
    }

    private Answer resume(FakeThread thread) {
        if (quirks.contains(Quirk.SUSPEND_THREAD_RETURNS_LATE)) {
            waitUntil(self(), Constants.INFINITE, () -> thread.suspensions > 0);
            wakeAll();
            return new Answer(thread.suspensions--, 0);
        }
        boolean wasSuspended = thread.suspended;
        thread.suspended = false;
        if (wasSuspended && !quirks.contains(Quirk.RESUMED_THREADS_NEVER_RUN)) {
            thread.java.start();
        }
        return new Answer(wasSuspended ? 1 : 0, 0);
    }

    private Answer exitCode(List<Argument> arguments) {
        FakeThread thread = (FakeThread) handles.get(scalar(arguments, 0));
        ((Argument.Out) arguments.get(1)).cell().write(thread.exitCode);
        return new Answer(1, 0);
    }

    private Answer queue(List<Argument> arguments) {
        while (quirks.contains(Quirk.QUEUE_USER_APC_HANGS)) {
            pause(self(), 0);
        }
        if (!(handles.get(scalar(arguments, 1)) instanceof FakeThread thread)) {
            return new Answer(0, ERROR_INVALID_HANDLE);
        }
        Upcall routine = ((Argument.Code) arguments.get(0)).upcall();
        thread.apcs.add(() -> routine.run(scalar(arguments, 2)));
        wakeAll();
        return new Answer(1, 0);
    }

    private Answer sleep(long timeoutMillis, boolean alertable) {
        FakeThread self = self();
        synchronized (kernel) {
            while (quirks.contains(Quirk.SLEEPS_ARE_RESTLESS) && looks < 20) {
                pause(self, 0);
            }
            waitUntil(self, timeoutMillis, () -> awake || alertable && !self.apcs.isEmpty());
            while (awake && !reported && System.nanoTime() < tellsNanos) {
                work();
            }
            while (quirks.contains(Quirk.SLEEPS_LAST_UNTIL_SEEN) && !reported) {
                pause(self, 0);
            }
        }
        return new Answer(alertable && runApcs(self) ? Constants.WAIT_IO_COMPLETION : 0, 0);
    }

    private Answer await(List<Argument> arguments) {
        Object object = handles.get(scalar(arguments, 0));
        boolean signaled = waitUntil(
                self(),
                scalar(arguments, 1),
                () -> object instanceof FakeEvent event && event.signaled
                        || object instanceof FakeThread thread && thread.ended);
        return new Answer(signaled ? 0 : Constants.WAIT_TIMEOUT, 0);
    }

    private Answer create(boolean signaled) {
        if (quirks.contains(Quirk.CREATE_EVENT_FAILS)) {
            return new Answer(0, ERROR_INVALID_HANDLE);
        }
        creators.add(Thread.currentThread().getName());
        FakeEvent event = new FakeEvent();
        event.signaled = signaled;
        return new Answer(open(event), 0);
    }

    private Answer closeHandle(long handle) {
        boolean closed = handles.remove(handle) != null;
        failedCloses += closed ? 0 : 1;
        return new Answer(closed ? 1 : 0, ERROR_INVALID_HANDLE);
    }

    private Answer set(Object object) {
        if (quirks.contains(Quirk.SET_EVENT_THROWS)) {
            throw new IllegalStateException("as asked for");
        }
        if (quirks.contains(Quirk.SET_EVENT_FAILS_SILENTLY)) {
            return new Answer(0, Answer.UNCHANGED);
        }
        if (!(object instanceof FakeEvent event)) {
            return new Answer(0, ERROR_INVALID_HANDLE);
        }
        setEvents++;
        event.signaled = true;
        wakeAll();
        return new Answer(1, 0);
    }

    private boolean waitUntil(FakeThread self, long timeoutMillis, java.util.function.BooleanSupplier condition) {
        boolean finite = timeoutMillis != Constants.INFINITE && !quirks.contains(Quirk.TIME_OUTS_NEVER_ELAPSE);
        long end = System.nanoTime() + timeoutMillis * 1_000_000;
        while (!condition.getAsBoolean()) {
            long leftNanos = end - System.nanoTime();
            if (finite && leftNanos <= 0) {
                return false;
            }
            pause(self, finite ? leftNanos / 1_000_000 + 1 : 0);
        }
        return true;
    }

    /** Who waits may run from now on, however long it takes until it does, and looks for itself whether it waits on. */
    private void wakeAll() {
        threads.values().forEach(thread -> thread.waiting = false);
        kernel.notifyAll();
    }

    @SuppressWarnings("WaitNotInLoop") // the callers loop
    private void pause(FakeThread self, long millis) {
        self.waiting = true;
        self.switches++;
        try {
            kernel.wait(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the threads of a program", e);
        }
        self.waiting = false;
    }

    /** Takes its time, and does not wait as far as can be seen. */
    @SuppressWarnings("WaitNotInLoop") // the caller loops
    private void work() {
        try {
            kernel.wait(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the threads of a program", e);
        }
    }

    /** Outside the kernel, as the routines make calls and other threads go on meanwhile. */
    private boolean runApcs(FakeThread self) {
        boolean any = false;
        for (Runnable apc = self.apcs.poll(); apc != null; apc = self.apcs.poll()) {
            apc.run();
            any = true;
        }
        return any;
    }

    @Override
    public void onHomeThread(Runnable work) {
        home.execute(work);
    }

    @Override
    public long identify() {
        return Thread.currentThread().getId();
    }

    @Override
    public Sighting look(long thread) {
        if (quirks.contains(Quirk.LOOKS_TAKE_LONG)) {
            LockSupport.parkNanos(10_000_000);
        }
        synchronized (kernel) {
            FakeThread seen = threads.values().stream()
                    .filter(candidate -> candidate.java.getId() == thread)
                    .findFirst()
                    .orElseThrow();
            Sighting.State state =
                    seen.ended ? Sighting.State.ENDED : seen.waiting ? Sighting.State.BLOCKED : Sighting.State.RUNNABLE;
            looks++;
            if (quirks.contains(Quirk.SLEEPS_ARE_RESTLESS)) {
                seen.switches++;
                kernel.notifyAll();
            }
            long switches = seen.switches;
            if (quirks.contains(Quirk.SLEEPERS_WAKE_AFTER_THE_LAST_LOOK) && hasLookedAround && seen.waiting && !awake) {
                awake = true;
                tellsNanos = System.nanoTime() + TELLS_AFTER_NANOS;
                seen.waiting = false;
                seen.switches++;
                kernel.notifyAll();
            }
            boolean hidden = quirks.contains(Quirk.THREADS_CANNOT_BE_SEEN) && state == Sighting.State.BLOCKED;
            return new Sighting(hidden ? Sighting.State.UNSEEN : state, switches);
        }
    }

    @Override
    public boolean survivesStopsAnywhere() {
        return !quirks.contains(Quirk.STOPS_ARE_HARMFUL);
    }

    @Override
    public boolean isQuiet() {
        hasLookedAround = true;
        return !quirks.contains(Quirk.NEVER_QUIET) && (!quirks.contains(Quirk.NOT_QUIET_AT_FIRST) || ++looksAround > 3);
    }

    /** Takes note of an event of the trace. */
    void told(Event event) {
        if (event.kind() == EventKind.BLOCKED) {
            synchronized (kernel) {
                reported = true;
                kernel.notifyAll();
            }
        }
    }

    int looksAround() {
        return looksAround;
    }

    /** Ends every wait that an event can end. */
    void signalAll() {
        synchronized (kernel) {
            handles.values().forEach(object -> {
                if (object instanceof FakeEvent event) {
                    event.signaled = true;
                }
            });
            wakeAll();
        }
    }

    /** How many times the threads of the programs have set an event. */
    int setEvents() {
        return setEvents;
    }

    /** Waits until every thread has ended. */
    void awaitEnds() throws InterruptedException {
        for (Thread thread : threads.keySet()) {
            thread.join();
        }
    }

    @Override
    public long invalidHandle() {
        return INVALID;
    }

    @Override
    public void forgetUpcalls() {
        upcallsForgotten = true;
    }

    @Override
    public void close() {
        home.shutdownNow();
    }

    private FakeThread self() {
        return threads.get(Thread.currentThread());
    }

    private long open(Object object) {
        handles.put(++lastHandle, object);
        return lastHandle;
    }

    private static long scalar(List<Argument> arguments, int index) {
        return ((Argument.Scalar) arguments.get(index)).value();
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
