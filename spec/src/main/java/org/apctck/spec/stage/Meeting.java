package org.apctck.spec.stage;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apctck.spec.Steering;

/** Where threads of a race await each other within their calls. Without locks, for a thread may be terminated here. */
final class Meeting {
    private final Map<String, Integer> calls;
    private final AtomicInteger missing;
    private final long mostNanos;

    /**
     * @param calls see {@link Steering#meets}
     * @param mostNanos for how long a thread waits at most
     */
    Meeting(Map<String, Integer> calls, long mostNanos) {
        this.calls = calls;
        this.mostNanos = mostNanos;
        this.missing = new AtomicInteger(calls.size());
    }

    /**
     * Returns at once unless {@code thread} meets others in that call of its; otherwise when all have come, or have not for
     * so long. It stays at work, so that nobody takes it for blocked.
     */
    void await(String thread, int number) {
        Integer here = calls.get(thread);
        if (here == null || here != number) {
            return;
        }
        missing.decrementAndGet();
        for (long began = System.nanoTime(); missing.get() > 0 && System.nanoTime() - began < mostNanos; ) {
            Thread.yield();
        }
    }
}
