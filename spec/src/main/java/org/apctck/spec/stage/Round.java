package org.apctck.spec.stage;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One look at every thread. Two equal rounds in a row say that nothing happened between them.
 *
 * @param events how many events there were before the look
 */
record Round(List<Seen> threads, int events) {
    /** Whether nothing can happen by itself but the end of finite waits, if the round lasts. */
    boolean isAtRest() {
        return threads.stream().allMatch(Seen::isAtRest);
    }

    /** Whether some thread was seen to wait, which holds only if it lasts. */
    boolean isByLooks() {
        return threads.stream().anyMatch(seen -> seen.isSeenWaiting() || seen.switches() != 0);
    }

    /** Whether nothing can happen any more, if the round lasts: no thread runs, and no finite wait is about to end. */
    boolean isHung(long nowNanos) {
        long next = nextTimeoutNanos(nowNanos);
        return threads.stream().allMatch(seen -> seen.isAtRest() || seen.standing() == Seen.Standing.HELD)
                && (next == Long.MAX_VALUE || next < -Watch.HANG_NANOS);
    }

    /** The threads that wait in a call for something that no time brings. */
    Set<Actor> blockedForEver() {
        return threads.stream()
                .filter(seen -> seen.standing() == Seen.Standing.BLOCKED && !seen.isInFiniteWait())
                .map(Seen::actor)
                .collect(Collectors.toSet());
    }

    /** Whether every thread is gone but those that wait for ever. */
    boolean isOverBut(Set<Actor> blocked) {
        return threads.stream()
                .allMatch(seen -> seen.standing() == Seen.Standing.ENDED
                        || seen.standing() == Seen.Standing.BLOCKED && blocked.contains(seen.actor()));
    }

    boolean hasFiniteWait() {
        return threads.stream().anyMatch(Seen::isInFiniteWait);
    }

    /**
     * How long it is until time ends a wait, by its time-out or by a timer; negative if all time-outs are overdue by so much or
     * more, {@link Long#MAX_VALUE} if there is no finite wait.
     */
    long nextTimeoutNanos(long nowNanos) {
        long soonest = Long.MAX_VALUE;
        long leastOverdue = Long.MAX_VALUE;
        for (Seen seen : threads) {
            long timeout = seen.timeoutNanos(nowNanos);
            if (timeout > 0) {
                soonest = Math.min(soonest, timeout);
            } else {
                leastOverdue = Math.min(leastOverdue, -timeout);
            }
            if (seen.expiryNanos() != Timers.NEVER) {
                soonest = Math.min(soonest, Math.max(0, seen.expiryNanos() - nowNanos));
            }
        }
        return soonest != Long.MAX_VALUE || leastOverdue == Long.MAX_VALUE ? soonest : -leastOverdue;
    }

    Seen of(Actor actor) {
        return threads.stream()
                .filter(seen -> seen.actor() == actor)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(actor + " is not in the cast"));
    }

    /** Every thread that is not idle and has not ended, for people. */
    String describe() {
        return threads.stream()
                .filter(seen -> seen.standing() != Seen.Standing.IDLE && seen.standing() != Seen.Standing.ENDED)
                .map(Seen::describe)
                .collect(Collectors.joining("; "));
    }
}
