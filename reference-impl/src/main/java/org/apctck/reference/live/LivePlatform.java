package org.apctck.reference.live;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.apctck.reference.Reference;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.stage.Answer;
import org.apctck.spec.stage.Argument;
import org.apctck.spec.stage.Platform;
import org.apctck.spec.stage.Sighting;

/** A process of the live driver as the stage sees it. Whether a thread is blocked is known exactly, from its kernel. */
final class LivePlatform implements Platform, AutoCloseable {
    /** A multiple of four far beyond what the handle table issues. */
    private static final long INVALID_HANDLE = 0x7FFF_FFFCL;

    private final LiveKernel kernel = new LiveKernel();
    private final LiveCalls calls = new LiveCalls(kernel);
    private final Executor homeThread;
    private final Map<Long, LiveThread> threads = new ConcurrentHashMap<>();
    private final AtomicLong keys = new AtomicLong();

    /** @param homeThread runs everything on one thread that is no thread of a program */
    LivePlatform(Executor homeThread) {
        this.homeThread = homeThread;
    }

    @Override
    public String name() {
        return Reference.LIVE;
    }

    @Override
    public boolean has(ApiFunction function) {
        return true;
    }

    @Override
    public Answer call(ApiFunction function, List<Argument> arguments) {
        return calls.call(function, arguments);
    }

    @Override
    public void awaitTurn() {
        kernel.pass();
    }

    @Override
    public void onHomeThread(Runnable work) {
        homeThread.execute(work);
    }

    @Override
    public long identify() {
        long key = keys.incrementAndGet();
        threads.put(key, kernel.identify());
        return key;
    }

    @Override
    public Sighting look(long thread) {
        LiveThread known = threads.get(thread);
        return known == null ? new Sighting(Sighting.State.UNSEEN, 0) : kernel.look(known);
    }

    @Override
    public long invalidHandle() {
        return INVALID_HANDLE;
    }

    @Override
    public void forgetUpcalls() {
        // The process keeps a routine only until it has run or its thread has ended.
    }

    /** Ends the threads that are still about. */
    @Override
    public void close() {
        kernel.endThreads();
    }
}
