package org.apctck.spec.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.ParameterType;
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
            if (routine.kind().isQueued()) {
                apcs.put(routine.name(), upcall(routine.name(), routine.kind(), arguments -> apc(routine, arguments)));
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
        return upcall(name, Routine.Kind.THREAD, arguments -> thread(routine, thread, arguments[0]));
    }

    /** The start routine of a thread of the cast: it takes entries of the script until it is told to leave. */
    Upcall castRoutine(Actor actor) {
        return upcall(actor.name(), Routine.Kind.THREAD, arguments -> cast(actor));
    }

    private Upcall upcall(String name, Routine.Kind kind, ToLongFunction<long[]> body) {
        return new Upcall(name, kind, body, scene::fault);
    }

    private long apc(Routine routine, long[] arguments) {
        Actor actor = scene.current();
        scene.happens(
                actor,
                routine.kind() == Routine.Kind.COMPLETION
                        ? scene.requests().begins(routine.name(), arguments)
                        : new Happening.Begins(routine.name(), told(routine, arguments)));
        run(actor, routine.body());
        scene.happens(actor, new Happening.Ends(routine.name()));
        return 0;
    }

    private List<String> told(Routine routine, long[] arguments) {
        List<String> told = new ArrayList<>();
        for (ParameterType type : routine.kind().parameters()) {
            long value = arguments[told.size()];
            told.add(
                    type == ParameterType.SIGNAL_TIME
                            ? scene.timers().signalTime(routine.name(), arguments[0], value)
                            : type.write(value));
        }
        return told;
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
