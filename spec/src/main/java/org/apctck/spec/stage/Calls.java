package org.apctck.spec.stage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.Constants;
import org.apctck.spec.api.DueTime;
import org.apctck.spec.api.Effect;
import org.apctck.spec.api.Layout;
import org.apctck.spec.api.Parameter;
import org.apctck.spec.api.ParameterType;
import org.apctck.spec.api.ReturnType;
import org.apctck.spec.api.Value;
import org.apctck.spec.trace.Happening;
import org.apctck.spec.trace.TraceStatus;
import org.jspecify.annotations.Nullable;

/** Makes the calls of a program: from names to raw values, and from raw values to what stands in the trace. */
final class Calls {
    private static final long ERROR_CALL_NOT_IMPLEMENTED = 120;

    private final Scene scene;
    private final Effects effects;
    private final Bodies bodies;

    Calls(Scene scene) {
        this.scene = scene;
        this.effects = new Effects(scene);
        this.bodies = new Bodies(scene, this);
    }

    Bodies bodies() {
        return bodies;
    }

    /**
     * Makes {@code call} on the calling thread, {@code actor}, as often as its loop demands; once the performance is over it
     * does nothing, so that who is still on the way comes to an end.
     */
    void perform(Actor actor, Call call) {
        perform(actor, call, () -> {});
    }

    /**
     * As {@link #perform(Actor, Call)}.
     *
     * @param begun runs when the call has begun as far as others can see, and before anybody prepares for what it does; only
     *     the first time that it is made
     */
    void perform(Actor actor, Call call, Runnable begun) {
        String returned = make(actor, call, begun);
        for (int made = 1; returned != null && call.isMadeAgain(returned, made); made++) {
            returned = make(actor, call, () -> {});
        }
    }

    /** What the call has returned, as it stands in the trace; null if the performance is over. */
    private @Nullable String make(Actor actor, Call call, Runnable begun) {
        scene.platform().awaitTurn();
        if (scene.recorder().isClosed()) {
            return null;
        }
        ApiFunction function = call.function();
        scene.happens(actor, new Happening.Calls(call));
        actor.enter(call);
        Actor child = function.effect() == Effect.CREATES_THREAD ? scene.cast().add(call.binding()) : null;
        List<Argument> arguments = arguments(call, child);
        begun.run();
        effects.before(actor, call, arguments, child);
        Answer answer = scene.platform().call(function, arguments);
        boolean failed = function.returnType().isFailure(answer.value());
        effects.after(actor, call, arguments, child, answer);
        Map<String, String> slots = failed ? Map.of() : bindSlots(call, arguments);
        if (call.binding() != null) {
            scene.names().bind(call.binding(), answer.value());
        }
        String lastError = failed ? lastError(answer) : null;
        String returned = write(function, answer);
        actor.leave();
        scene.happens(actor, new Happening.Returns(returned, lastError, slots));
        if (failed && answer.lastError() == ERROR_CALL_NOT_IMPLEMENTED) {
            scene.breakOff(
                    TraceStatus.NOT_IMPLEMENTED,
                    function + " of " + scene.platform().name() + " failed with ERROR_CALL_NOT_IMPLEMENTED");
        }
        return returned;
    }

    /** Makes a call of the set-up on the calling thread: nothing of it is told, and it binds nothing. */
    Answer prepare(Call call) {
        return scene.platform().call(call.function(), arguments(call, null));
    }

    private List<Argument> arguments(Call call, @Nullable Actor child) {
        List<Argument> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Parameter parameter = call.function().parameters().get(i);
            Value value = call.arguments().get(i);
            Layout layout = parameter.layout();
            arguments.add(
                    layout != null && value instanceof Value.Record structure
                            ? structure(layout, structure)
                            : argument(parameter.type(), value, child));
        }
        return arguments;
    }

    private Argument argument(ParameterType type, Value value, @Nullable Actor child) {
        if (value instanceof Value.Name name && type.isRoutine()) {
            return new Argument.Code(
                    child == null ? bodies.apc(name.name()) : bodies.threadRoutine(name.name(), child));
        }
        if (type == ParameterType.OVERLAPPED && value instanceof Value.Slot overlapped) {
            return new Argument.Kept(scene.requests().memory(overlapped.name()));
        }
        if (type == ParameterType.BUFFER && value instanceof Value.Name buffer) {
            return new Argument.Kept(scene.requests().memory(buffer.name()));
        }
        if (value instanceof Value.Text text) {
            return type == ParameterType.BYTES
                    ? new Argument.Bytes(text.text().getBytes(StandardCharsets.US_ASCII))
                    : new Argument.Name(text.text());
        }
        if (value instanceof Value.Slot) {
            return new Argument.Out(new OutCell());
        }
        if (value instanceof Value.Sequence list) {
            return new Argument.Handles(
                    list.values().stream().mapToLong(this::scalar).toArray());
        }
        return new Argument.Scalar(scalar(value));
    }

    private Argument structure(Layout layout, Value.Record given) {
        return new Argument.Structure(
                layout,
                layout.fields().stream()
                        .map(field -> given.field(field.name()))
                        .mapToLong(value -> value == null ? 0 : scalar(value))
                        .toArray());
    }

    private long scalar(Value value) {
        if (value instanceof Value.Record) {
            return DueTime.read(value).units(Timers.utc());
        }
        if (value instanceof Value.Name name) {
            return scene.names().value(name.name());
        }
        if (value instanceof Value.IdOf id) {
            return scene.names().identifier(id.thread());
        }
        if (value instanceof Value.Invalid) {
            return scene.platform().invalidHandle();
        }
        return Value.number(value);
    }

    private Map<String, String> bindSlots(Call call, List<Argument> arguments) {
        Map<String, String> slots = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            if (call.arguments().get(i) instanceof Value.Slot slot
                    && arguments.get(i) instanceof Argument.Out out
                    && out.cell().isWritten()) {
                long value = out.cell().value();
                scene.names().bind(slot.name(), value);
                slots.put(slot.name(), write(call.function().parameters().get(i).type(), value));
            }
        }
        return slots;
    }

    private String write(ParameterType type, long value) {
        return type == ParameterType.OUT_THREAD_ID ? scene.names().writeIdentifier(value) : type.write(value);
    }

    private String write(ApiFunction function, Answer answer) {
        return function.returnType() == ReturnType.THREAD_ID
                ? scene.names().writeIdentifier(answer.value())
                : function.returnType().write(answer.value());
    }

    private static String lastError(Answer answer) {
        return answer.lastError() == Answer.UNCHANGED ? "unchanged" : Constants.errorName(answer.lastError());
    }
}
