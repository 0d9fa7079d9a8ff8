package org.apctck.spec.stage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apctck.spec.api.Call;
import org.apctck.spec.program.Routine;
import org.apctck.spec.trace.Happening;

/** The routines of the program as upcalls: what runs when the implementation calls them. */
final class Bodies {
    private final Scene scene;
    private final Calls calls;
    private final Map<String, Upcall> apcs = new HashMap<>();

    Bodies(Scene scene, Calls calls) {
        this.scene = scene;
        this.calls = calls;
        for (Routine routine : scene.program().routines()) {
            if (routine.kind() == Routine.Kind.APC) {
                apcs.put(routine.name(), upcall(routine.name(), routine.kind(), argument -> apc(routine, argument)));
            }
        }
    }

    /** The APC routine of that name, which the program was checked to have. */
    Upcall apc(String name) {
        Upcall upcall = apcs.get(name);
        if (upcall == null) {
            throw new IllegalArgumentException("the program has no APC routine " + name);
        }
        return upcall;
    }

    /** The start routine {@code name} for a thread that the program makes. */
    Upcall threadRoutine(String name, Actor thread) {
        Routine routine = scene.program()
                .routine(name)
                .orElseThrow(() -> new IllegalArgumentException("the program has no thread routine " + name));
        return upcall(name, Routine.Kind.THREAD, argument -> thread(routine, thread, argument));
    }

    /** The start routine of a thread of the cast: it takes entries of the script until it is told to leave. */
    Upcall castRoutine(Actor actor) {
        return upcall(actor.name(), Routine.Kind.THREAD, argument -> cast(actor));
    }

    private Upcall upcall(String name, Routine.Kind kind, java.util.function.LongUnaryOperator body) {
        return new Upcall(name, kind, body, scene::fault);
    }

    private long apc(Routine routine, long argument) {
        Actor actor = scene.current();
        scene.happens(actor, new Happening.Begins(routine.name(), argument));
        run(actor, routine.body());
        scene.happens(actor, new Happening.Ends(routine.name()));
        return 0;
    }

    private long thread(Routine routine, Actor actor, long argument) {
        if (scene.cast().current() == null) {
            scene.appear(actor);
        }
        scene.happens(actor, new Happening.Starts(routine.name(), argument));
        run(actor, routine.body());
        actor.returned(scene.director());
        return routine.exitCode();
    }

    private long cast(Actor actor) {
        if (scene.cast().current() == null) {
            scene.appear(actor);
        }
        scene.happens(actor, Happening.STARTS);
        while (!scene.recorder().isClosed()) {
            actor.await(scene.director()).run();
        }
        actor.returned(scene.director());
        return 0;
    }

    /** Not in a finally block: a thread that ends in its body does not leave it. */
    private void run(Actor actor, List<Call> body) {
        actor.enterRoutine();
        body.forEach(call -> calls.perform(actor, call));
        actor.leave();
    }
}
