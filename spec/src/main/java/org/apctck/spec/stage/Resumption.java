package org.apctck.spec.stage;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * That a suspended thread goes on, which is told once: by who resumed it or by itself, who comes first. The other one waits
 * until it is told, or what it does next would be told before.
 */
final class Resumption {
    /** Who tells of it may be terminated meanwhile, or suspended. */
    private static final long TELLING_NANOS_MAX = TimeUnit.MILLISECONDS.toNanos(200);

    /** One for each call that resumes, so that the end of one is not taken for that of the next. */
    private static final class Announcement {
        private final AtomicBoolean taken = new AtomicBoolean();
        private volatile boolean told;
    }

    private final AtomicReference<@Nullable Announcement> pending = new AtomicReference<>();

    /** Somebody is about to resume the thread. */
    void announce() {
        pending.set(new Announcement());
    }

    /** The thread was not resumed after all. */
    void withdraw() {
        Announcement announcement = pending.get();
        if (announcement != null && announcement.taken.compareAndSet(false, true)) {
            over(announcement);
        }
    }

    /** Whether the thread may be running, though nobody has told of it. */
    boolean isPending() {
        return pending.get() != null;
    }

    /** Has {@code telling} tell of it, if it was announced and nobody has; it is told when this returns. */
    void tell(Runnable telling) {
        Announcement announcement = pending.get();
        if (announcement == null) {
            return;
        }
        if (announcement.taken.compareAndSet(false, true)) {
            telling.run();
        } else {
            long end = System.nanoTime() + TELLING_NANOS_MAX;
            while (!announcement.told && System.nanoTime() < end) {
                Thread.yield();
            }
        }
        over(announcement);
    }

    private void over(Announcement announcement) {
        announcement.told = true;
        pending.compareAndSet(announcement, null);
    }
}
