package org.apctck.spec.stage;

import java.util.List;
import java.util.stream.Collectors;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Constants;
import org.apctck.spec.program.Program.CastThread;
import org.apctck.spec.program.ProgramObject;
import org.apctck.spec.trace.TraceStatus;

/** Makes what a program declares, before its trace begins: the cast and the objects. */
final class SetUp {
    private static final long CREATE_SUSPENDED = 0x4;
    private static final Argument.Scalar NULL = new Argument.Scalar(0);

    private final Scene scene;
    private final Calls calls;
    private final Watch watch;

    SetUp(Scene scene, Calls calls, Watch watch) {
        this.scene = scene;
        this.calls = calls;
        this.watch = watch;
    }

    /**
     * Returns when everything exists and every thread that was not created suspended is idle.
     *
     * @throws Breakoff if the implementation lacks a function that the program needs, or cannot make what it declares
     */
    void run() throws Breakoff {
        checkFunctions();
        watch.await(scene.atHome(() -> scene.program().threads().forEach(this::create)));
        watch.settle();
        for (ProgramObject object : scene.program().objects()) {
            if (object.by() == null) {
                watch.await(scene.atHome(() -> create(object)));
                scene.checkBreakoff();
            } else {
                scene.cast().get(object.by()).post(() -> create(object));
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
        Answer answer = scene.platform()
                .call(
                        ApiFunction.CREATE_THREAD,
                        List.of(
                                NULL,
                                NULL,
                                new Argument.Code(calls.bodies().castRoutine(actor)),
                                NULL,
                                new Argument.Scalar(thread.suspended() ? CREATE_SUSPENDED : 0),
                                new Argument.Out(identifier)));
        if (!isMade(thread.name(), ApiFunction.CREATE_THREAD, answer)) {
            return;
        }
        scene.names().openedThread(answer.value(), actor);
        if (identifier.isWritten() && !scene.names().isIdentified(actor)) {
            scene.names().identify(actor, identifier.value());
        }
    }

    private void create(ProgramObject object) {
        Answer answer = calls.prepare(object.call());
        if (isMade(object.name(), object.call().function(), answer)) {
            scene.names().opened(answer.value());
        }
    }

    /** Binds a name to the handle of what was made; false if it could not be made, and then the performance is off. */
    private boolean isMade(String name, ApiFunction maker, Answer answer) {
        scene.names().bind(name, answer.value());
        if (!maker.returnType().isFailure(answer.value())) {
            return true;
        }
        String error = Constants.errorName(answer.lastError());
        scene.breakOff(
                error.equals("ERROR_CALL_NOT_IMPLEMENTED") ? TraceStatus.NOT_IMPLEMENTED : TraceStatus.UNSETTLED,
                "set-up: " + maker + " for " + name + " failed with " + error);
        return false;
    }
}
