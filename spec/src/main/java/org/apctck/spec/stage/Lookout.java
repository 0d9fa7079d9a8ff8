package org.apctck.spec.stage;

import java.util.List;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.Effect;
import org.apctck.spec.api.Role;
import org.apctck.spec.api.Value;
import org.apctck.spec.stage.Seen.Standing;
import org.apctck.spec.trace.Happening;
import org.jspecify.annotations.Nullable;

/** Sees how the threads stand: by what they say themselves, and from outside where they are in a call. */
final class Lookout {
    private final Scene scene;
    private final boolean threadsMayBeTerminated;
    private final boolean hasTimers;

    Lookout(Scene scene) {
        this.scene = scene;
        this.threadsMayBeTerminated = scene.program().does(Effect.ENDS_THREAD);
        this.hasTimers = scene.program().does(Effect.ARMS_TIMER);
    }

    /** Looks at every thread once. */
    Round look() {
        int events = scene.recorder().count();
        return new Round(scene.cast().all().stream().map(this::see).toList(), events);
    }

    /** Whether a thread stands as it did, and has not run in between. */
    boolean isStill(Seen seen) {
        return see(seen.actor()).equals(seen);
    }

    private Seen see(Actor actor) {
        Frame frame = actor.top();
        return switch (actor.phase()) {
            case GONE -> new Seen(actor, Standing.ENDED, null, 0);
            case UNSTARTED -> new Seen(actor, unstarted(actor), null, 0);
            case IDLE -> idle(actor);
            case RETURNED -> fromOutside(actor, frame);
            case ACTIVE ->
                actor.suspensions() == 0 && !actor.isDoomed() && !isInCall(frame)
                        ? new Seen(actor, Standing.BUSY, frame, 0)
                        : fromOutside(actor, frame);
        };
    }

    private Standing unstarted(Actor actor) {
        if (actor.isDoomed()) {
            ended(actor);
            return Standing.ENDED;
        }
        return actor.suspensions() > 0 ? Standing.SUSPENDED : Standing.BUSY;
    }

    private Seen idle(Actor actor) {
        if (threadsMayBeTerminated) {
            if (scene.platform().look(actor.sightKey()).state() == Sighting.State.ENDED) {
                ended(actor);
                return new Seen(actor, Standing.ENDED, null, 0);
            }
            if (actor.isDoomed()) {
                return new Seen(actor, Standing.HELD, null, 0);
            }
        }
        return new Seen(actor, actor.suspensions() > 0 ? Standing.SUSPENDED : Standing.IDLE, null, 0);
    }

    private Seen fromOutside(Actor actor, @Nullable Frame frame) {
        Sighting sighting = scene.platform().look(actor.sightKey());
        boolean moved = actor.top() != frame;
        Standing standing = switch (sighting.state()) {
            case ENDED -> Standing.ENDED;
            case RUNNABLE -> Standing.BUSY;
            case UNSEEN -> Standing.UNSEEN;
            case BLOCKED -> blocked(actor, frame);
        };
        if (standing == Standing.ENDED) {
            ended(actor);
            return new Seen(actor, Standing.ENDED, null, 0);
        }
        // One that still runs is on its way to where its suspension takes effect.
        if (actor.suspensions() > 0 && !actor.isDoomed() && sighting.state() != Sighting.State.RUNNABLE) {
            return new Seen(actor, Standing.SUSPENDED, frame, 0);
        }
        return moved
                ? new Seen(actor, Standing.BUSY, frame, 0)
                : new Seen(actor, standing, frame, sighting.switches(), expiryNanos(actor, standing, frame));
    }

    private long expiryNanos(Actor actor, Standing standing, @Nullable Frame frame) {
        Call call = frame == null ? null : frame.call();
        if (!hasTimers || standing != Standing.BLOCKED || frame == null || call == null) {
            return Timers.NEVER;
        }
        return scene.timers()
                .expiryNanos(
                        actor,
                        awaited(call),
                        call.isAlertable(),
                        frame.beganNanos(),
                        System.nanoTime(),
                        scene.cast().all().size());
    }

    private List<Long> awaited(Call call) {
        if (!call.function().has(Role.AWAITED)) {
            return List.of();
        }
        Value awaited = call.argument(Role.AWAITED);
        return (awaited instanceof Value.Sequence list ? list.values() : List.of(awaited))
                .stream()
                        .filter(Value.Name.class::isInstance)
                        .map(value -> scene.names().value(((Value.Name) value).name()))
                        .toList();
    }

    private Standing blocked(Actor actor, @Nullable Frame frame) {
        if (actor.isDoomed() || actor.phase() == Actor.Phase.RETURNED) {
            return Standing.HELD;
        }
        if (actor.isSuspendingItself()) {
            return Standing.SUSPENDED;
        }
        if (!isInCall(frame)) {
            return Standing.BUSY; // in the stage's own code, which waits for nothing
        }
        if (frame != null && frame.canBlock()) {
            return Standing.BLOCKED;
        }
        // Who suspended it need not have come back from the call: it may be suspended itself.
        return scene.cast().suspensionOf(actor) == null ? Standing.HELD : Standing.SUSPENDED;
    }

    private static boolean isInCall(@Nullable Frame frame) {
        Call call = frame == null ? null : frame.call();
        return call != null;
    }

    private void ended(Actor actor) {
        if (actor.vanish()) {
            scene.recorder().record(actor.name(), Happening.EXITS);
        }
    }
}
