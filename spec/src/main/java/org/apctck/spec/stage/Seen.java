package org.apctck.spec.stage;

import java.util.Objects;
import org.apctck.spec.api.Call;
import org.jspecify.annotations.Nullable;

/**
 * How a thread of the program was seen at one moment. Equal ones say that nothing has happened to it in between; when a timer
 * with a period expires next is no part of that, for it is another time after each period.
 *
 * @param frame what it is in, or null outside of calls and routines
 * @param switches as in {@link Sighting}; 0 where nobody looked
 * @param expiryNanos when a timer may end its wait, as {@link Timers} tells it
 */
record Seen(Actor actor, Standing standing, @Nullable Frame frame, long switches, long expiryNanos) {
    Seen(Actor actor, Standing standing, @Nullable Frame frame, long switches) {
        this(actor, standing, frame, switches, Timers.NEVER);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Seen seen
                && actor == seen.actor
                && standing == seen.standing
                && frame == seen.frame
                && switches == seen.switches;
    }

    @Override
    public int hashCode() {
        return Objects.hash(actor, standing, frame, switches);
    }

    /** What a thread can be up to. */
    enum Standing {
        /** It awaits its next entry. */
        IDLE,
        ENDED,
        SUSPENDED,
        /** It waits in a call that can keep it waiting. */
        BLOCKED,
        /** It waits in the operating system where it has nothing to wait for. */
        HELD,
        /** It runs or is about to. */
        BUSY,
        /** Nobody can tell. */
        UNSEEN
    }

    /** Whether it may be so at a quiescent point. */
    boolean isAtRest() {
        return switch (standing) {
            case IDLE, ENDED, SUSPENDED, BLOCKED -> true;
            case HELD, BUSY, UNSEEN -> false;
        };
    }

    /** Whether it was seen to wait in the operating system, for a reason or without. */
    boolean isSeenWaiting() {
        return standing == Standing.BLOCKED || standing == Standing.HELD;
    }

    /** Whether it is in a wait that ends by itself. */
    boolean isInFiniteWait() {
        return standing == Standing.BLOCKED && frame != null && (frame.isFiniteWait() || expiryNanos != Timers.NEVER);
    }

    /** When its wait ends by its time-out, negative where that is overdue, or {@link Timers#NEVER}. */
    long timeoutNanos(long nowNanos) {
        return standing == Standing.BLOCKED && frame != null && frame.isFiniteWait()
                ? -frame.overdueNanos(nowNanos)
                : Timers.NEVER;
    }

    /** How it is seen, for people. */
    String describe() {
        Call call = frame == null ? null : frame.call();
        String where = call == null ? "" : " in " + call.text();
        return actor.name()
                + switch (standing) {
                    case IDLE -> " is idle";
                    case ENDED -> " has ended";
                    case SUSPENDED -> " is suspended";
                    case BLOCKED -> " is blocked" + where;
                    case HELD -> " is blocked" + where + (call == null ? " at its end" : ", which cannot block");
                    case BUSY -> actor.phase() == Actor.Phase.UNSTARTED ? " has not started" : " is running" + where;
                    case UNSEEN -> " cannot be seen" + where;
                };
    }
}
