package org.apctck.spec.stage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apctck.spec.api.DueTime;
import org.apctck.spec.api.Symbols;
import org.jspecify.annotations.Nullable;

/**
 * The timers of a program that may do something by themselves, as far as its calls tell. An armed timer is treated like a finite
 * wait: the script lets time pass for it only where that can end a wait. It counts as armed when the thread that has set it has
 * ended, too: whether that disarms it is for the implementation to show.
 */
final class Timers {
    /** No expiry. */
    static final long NEVER = Long.MAX_VALUE;

    /** How long after its expiry a timer may still be about to end a wait; one that has not done so by then will not. */
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** Clocks advance in ticks: how far what a routine is told of the time may be off. */
    private static final long TOLERANCE_UNITS = 20 * DueTime.UNITS_PER_MILLI;

    /** From 1601, where Windows begins to count, to 1970. */
    private static final long UNIX_EPOCH_UNITS = 116_444_736_000_000_000L;

    /** No timer is due so late that its time cannot be told. */
    private static final long DUE_NANOS_MAX = NEVER / 4;

    /** What handles stand for, by handle: each object is only itself, and a copy of a handle stands for the same. */
    private final Map<Long, Object> objects = new ConcurrentHashMap<>();

    /** Several of one timer only where calls overlapped that have set or cancelled it: nobody knows which came last. */
    private final Set<Armed> armed = ConcurrentHashMap.newKeySet();

    private final Queue<Setting> all = new ConcurrentLinkedQueue<>();

    /**
     * A timer that was set.
     *
     * @param sinceNanos when that was seen
     */
    private record Armed(Object timer, Setting setting, long sinceNanos) {}

    /**
     * How a timer was set.
     *
     * @param routine the name of its routine, or null
     * @param data what the routine is given
     * @param beganNanos when the call began, by the clock of {@link System#nanoTime}
     * @param beganUtc the same as a time of day, in units of 100 ns since 1601
     * @param dueMillis how long after that it is due
     * @param periodMillis 0 for none
     */
    record Setting(
            Actor setter,
            @Nullable String routine,
            long data,
            long beganNanos,
            long beganUtc,
            long dueMillis,
            long periodMillis) {
        /** When it expires next, or has just expired, for a wait that began at {@code waitNanos}; {@link #NEVER} if it does not. */
        long expiryNanos(long waitNanos, long nowNanos, int waits) {
            long due = beganNanos + Math.min(TimeUnit.MILLISECONDS.toNanos(dueMillis), DUE_NANOS_MAX);
            if (periodMillis <= 0) {
                return nowNanos - due > GRACE_NANOS ? NEVER : due;
            }
            // Each expiry may end the wait of another thread, and the next one need not be for this.
            long period = TimeUnit.MILLISECONDS.toNanos(periodMillis);
            long first = due >= waitNanos ? due : due + Math.floorDiv(waitNanos - due, period) * period;
            for (int i = 0; i <= waits; i++) {
                if (first + i * period >= nowNanos) {
                    return first + i * period;
                }
            }
            return nowNanos - first > waits * period + GRACE_NANOS ? NEVER : first + waits * period;
        }
    }

    /** The time of day in units of 100 ns since 1601. */
    static long utc() {
        Instant now = Instant.now();
        return UNIX_EPOCH_UNITS + now.getEpochSecond() * 10_000_000 + now.getNano() / 100;
    }

    /** A timer is about to be set: its routine may run before the call returns. */
    void announce(Setting setting) {
        all.add(setting);
    }

    /** A timer was set by a call that began at {@code beganNanos}. */
    void armed(long handle, Setting setting, long beganNanos) {
        disarmed(handle, beganNanos);
        armed.add(new Armed(object(handle), setting, System.nanoTime()));
    }

    /** A timer was cancelled by a call that began at {@code beganNanos}: what was set since then may have come after it. */
    void disarmed(long handle, long beganNanos) {
        Object timer = object(handle);
        armed.removeIf(one -> one.timer() == timer && one.sinceNanos() - beganNanos <= 0);
    }

    /** What a handle stands for. */
    Object object(long handle) {
        return objects.computeIfAbsent(handle, absent -> new Object());
    }

    /** A handle was issued, whatever its value stood for before. */
    void opened(long handle) {
        opened(handle, new Object());
    }

    /** A handle was issued for what another one stands for, or stood for when it was copied. */
    void opened(long handle, Object object) {
        objects.put(handle, object);
    }

    /**
     * When time may end a wait by a timer; {@link #NEVER} if it does not.
     *
     * @param handles what the thread waits for
     * @param alertable whether a routine of its own timers ends the wait
     * @param waits how many threads there are
     */
    long expiryNanos(
            Actor waiter, Collection<Long> handles, boolean alertable, long waitNanos, long nowNanos, int waits) {
        if (armed.isEmpty()) {
            return NEVER;
        }
        List<Object> awaited = handles.stream().map(this::object).toList();
        return armed.stream()
                .filter(one -> awaited.contains(one.timer())
                        || alertable
                                && one.setting().setter() == waiter
                                && one.setting().routine() != null)
                .mapToLong(one -> one.setting().expiryNanos(waitNanos, nowNanos, waits))
                .min()
                .orElse(NEVER);
    }

    /**
     * What a routine was told of the time, as it stands in a trace: whether a timer with that routine and that argument can have
     * been signaled then. Zero, which is what an implementation tells that does not tell the time, stands as it is.
     */
    String signalTime(String routine, long data, long told) {
        long now = utc();
        boolean onTime = all.stream()
                .filter(setting -> routine.equals(setting.routine()) && setting.data() == data)
                .anyMatch(setting ->
                        told >= setting.beganUtc() + setting.dueMillis() * DueTime.UNITS_PER_MILLI - TOLERANCE_UNITS
                                && told <= now + TOLERANCE_UNITS);
        return onTime ? Symbols.ON_TIME : told == 0 ? Symbols.number(told) : Symbols.ANOTHER_TIME;
    }
}
