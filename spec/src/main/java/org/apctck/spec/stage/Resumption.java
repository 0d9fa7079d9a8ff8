package org.apctck.spec.stage;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * That a suspended thread goes on, which is told once: by who resumed it or by itself, who comes first. The other one waits
 * until it is told, or what it does next would be told before.
 */
final class Resumption {
    /** Who tells of it may be terminated meanwhile, or suspended. */
    private static final long TELLING_NANOS_MAX = TimeUnit.MILLISECONDS.toNanos(200);

    private enum State {
        NONE,
        ANNOUNCED,
        BEING_TOLD
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.NONE);

    /** Somebody is about to resume the thread. */
    void announce() {
        state.set(State.ANNOUNCED);
    }

    /** The thread was not resumed after all. */
    void withdraw() {
        state.compareAndSet(State.ANNOUNCED, State.NONE);
    }

    /** Whether the thread may be running, though nobody has told of it. */
    boolean isPending() {
        return state.get() != State.NONE;
    }

    /** Has {@code telling} tell of it, if it was announced and nobody has; it is told when this returns. */
    void tell(Runnable telling) {
        if (state.compareAndSet(State.ANNOUNCED, State.BEING_TOLD)) {
            telling.run();
            state.compareAndSet(State.BEING_TOLD, State.NONE);
            return;
        }
        for (long end = System.nanoTime() + TELLING_NANOS_MAX;
                state.get() == State.BEING_TOLD && System.nanoTime() < end; ) {
            Thread.yield();
        }
    }
}
