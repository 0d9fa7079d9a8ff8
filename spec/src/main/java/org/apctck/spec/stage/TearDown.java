package org.apctck.spec.stage;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apctck.spec.api.ApiFunction;

/** Lets the threads of a finished performance go and gives back its handles, so that the next program finds nothing of it. */
final class TearDown {
    /** A thread that is told to leave is gone in a tenth of a millisecond; a machine under load gets much more. */
    private static final long BOUND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long POLL_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

    private final Scene scene;
    private final boolean atRest;
    private final Lookout lookout;

    /**
     * @param atRest whether the performance came to rest; if it did not, some of its threads never will
     */
    TearDown(Scene scene, boolean atRest) {
        this.scene = scene;
        this.atRest = atRest;
        this.lookout = new Lookout(scene);
    }

    /** Ends the performance; its trace is closed already, so that who is still on the way makes no more calls. */
    Remains run() {
        Set<Actor> blocked = lookout.look().blockedForEver();
        for (Actor actor : scene.cast().all()) {
            if (actor.isDoomed() || actor.phase() == Actor.Phase.GONE) {
                actor.dismiss();
            } else if (actor.phase() == Actor.Phase.IDLE) {
                actor.post(() -> {});
            }
        }
        boolean othersGone =
                atRest && resumeSuspended() && sees(() -> lookout.look().isOverBut(blocked));
        if (!blocked.isEmpty() || !othersGone) {
            return new Remains(blocked.size(), othersGone);
        }
        boolean closed = sees(scene.atHome(this::closeHandles));
        if (closed) {
            scene.platform().forgetUpcalls();
        }
        return new Remains(0, closed);
    }

    private boolean resumeSuspended() {
        List<Actor> suspended = scene.cast().all().stream()
                .filter(actor -> actor.suspensions() > 0 && !actor.isDoomed())
                .toList();
        return suspended.isEmpty()
                || scene.platform().has(ApiFunction.RESUME_THREAD)
                        && sees(scene.atHome(() -> suspended.forEach(this::resume)));
    }

    /** A thread whose handle the program has closed stays suspended. */
    private void resume(Actor actor) {
        Long handle = scene.names().handle(actor);
        if (handle == null) {
            return;
        }
        for (int i = actor.suspensions(); i > 0; i--) {
            scene.platform().call(ApiFunction.RESUME_THREAD, List.of(new Argument.Scalar(handle)));
        }
        actor.setSuspensions(0);
    }

    private void closeHandles() {
        if (scene.platform().has(ApiFunction.CLOSE_HANDLE)) {
            scene.names()
                    .openHandles()
                    .forEach(handle ->
                            scene.platform().call(ApiFunction.CLOSE_HANDLE, List.of(new Argument.Scalar(handle))));
        }
    }

    private static boolean sees(BooleanSupplier condition) {
        long beganNanos = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - beganNanos > BOUND_NANOS) {
                return false;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return true;
    }
}
