package org.apctck.spec.stage;

import java.util.List;
import java.util.stream.Collectors;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Constants;
import org.apctck.spec.program.Program.CastThread;
import org.apctck.spec.program.ProgramObject;
import org.apctck.spec.trace.TraceStatus;
import org.jspecify.annotations.Nullable;

/** Makes what a program declares, before its trace begins: the cast and the objects. */
final class SetUp {
    private static final long CREATE_SUSPENDED = 0x4;
    private static final Argument.Scalar NULL = new Argument.Scalar(0);

    private final Scene scene;
    private final Bodies bodies;
    private final Watch watch;

    SetUp(Scene scene, Bodies bodies, Watch watch) {
        this.scene = scene;
        this.bodies = bodies;
        this.watch = watch;
    }

    /**
     * Returns when everything exists and every thread that was not created suspended is idle.
     *
     * @throws Breakoff if the implementation lacks a function that the program needs, or cannot make what it declares
     */
    void run() throws Breakoff {
        checkFunctions();
        watch.await(scene.atHome(() -> {
            scene.program().threads().forEach(this::create);
            scene.program().objects().stream()
                    .filter(object -> owner(object) == null)
                    .forEach(this::create);
        }));
        watch.settle();
        for (ProgramObject object : scene.program().objects()) {
            Actor owner = owner(object);
            if (owner != null) {
                owner.post(() -> create(object));
                watch.settle();
            }
        }
    }

    private void checkFunctions() throws Breakoff {
        List<ApiFunction> missing = scene.program().functions().stream()
                .filter(function -> !scene.platform().has(function))
                .toList();
        if (!missing.isEmpty()) {
            throw new Breakoff(
                    TraceStatus.NOT_IMPLEMENTED,
                    scene.platform().name() + " does not export "
                            + missing.stream().map(ApiFunction::functionName).collect(Collectors.joining(", ")));
        }
    }

    private void create(CastThread thread) {
        Actor actor = scene.cast().add(thread.name());
        actor.setSuspensions(thread.suspended() ? 1 : 0);
        OutCell identifier = new OutCell();
        long handle = make(
                thread.name(),
                ApiFunction.CREATE_THREAD,
                NULL,
                NULL,
                new Argument.Code(bodies.castRoutine(actor)),
                NULL,
                new Argument.Scalar(thread.suspended() ? CREATE_SUSPENDED : 0),
                new Argument.Out(identifier));
        if (handle == 0) {
            return;
        }
        scene.names().openedThread(handle, actor);
        if (identifier.isWritten() && !scene.names().isIdentified(actor)) {
            scene.names().identify(actor, identifier.value());
        }
    }

    private void create(ProgramObject object) {
        long handle;
        if (object instanceof ProgramObject.Event event) {
            handle = make(
                    object.name(), object.creator(), NULL, flag(event.manualReset()), flag(event.signaled()), NULL);
        } else if (object instanceof ProgramObject.Mutex mutex) {
            handle = make(object.name(), object.creator(), NULL, flag(mutex.owner() != null), NULL);
        } else if (object instanceof ProgramObject.Semaphore semaphore) {
            handle = make(
                    object.name(),
                    object.creator(),
                    NULL,
                    new Argument.Scalar(semaphore.count()),
                    new Argument.Scalar(semaphore.maximum()),
                    NULL);
        } else {
            throw new IllegalArgumentException("unknown object " + object);
        }
        if (handle != 0) {
            scene.names().opened(handle);
        }
    }

    /** Makes one thing and binds its name to the handle; 0 if it could not be made, and then the performance is off. */
    private long make(String name, ApiFunction creator, Argument... arguments) {
        Answer answer = scene.platform().call(creator, List.of(arguments));
        if (answer.value() == 0) {
            String error = Constants.errorName(answer.lastError());
            scene.breakOff(
                    error.equals("ERROR_CALL_NOT_IMPLEMENTED") ? TraceStatus.NOT_IMPLEMENTED : TraceStatus.UNSETTLED,
                    "set-up: " + creator + " for " + name + " failed with " + error);
        }
        scene.names().bind(name, answer.value());
        return answer.value();
    }

    private @Nullable Actor owner(ProgramObject object) {
        return object instanceof ProgramObject.Mutex mutex && mutex.owner() != null
                ? scene.cast().get(mutex.owner())
                : null;
    }

    private static Argument flag(boolean value) {
        return new Argument.Scalar(value ? 1 : 0);
    }
}
