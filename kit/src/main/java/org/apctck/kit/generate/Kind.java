package org.apctck.kit.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Constants;
import org.apctck.spec.api.Effect;
import org.apctck.spec.api.Parameter;
import org.apctck.spec.api.ReturnType;
import org.apctck.spec.api.Role;

/**
 * What a name of a program stands for. The kind of an object is told by the function that makes it, and the SDK calls everything else
 * after that: what CreateEventW makes is passed as {@code hEvent}, and {@code EVENT_MODIFY_STATE} is a right to it. So the
 * generator need not be told of a new kind of object.
 */
record Kind(String noun) {
    static final Kind THREAD = new Kind("Thread");
    static final Kind PROCESS = new Kind("Process");
    /** No handle: the identifier of a thread. */
    static final Kind THREAD_ID = new Kind("ThreadId");
    /** The plainest object. */
    static final Kind EVENT = madeBy(ApiFunction.CREATE_EVENT);

    /** The object that is signaled by itself. */
    static final Kind TIMER = madeBy(ApiFunction.CREATE_WAITABLE_TIMER);

    private static final List<String> RIGHTS = List.of("_MODIFY_STATE", "_MODIFY_STATE | SYNCHRONIZE", "_ALL_ACCESS");

    /** The functions that make objects. */
    static List<ApiFunction> makers() {
        return Stream.of(ApiFunction.values())
                .filter(function ->
                        function.effect() == Effect.OPENS_OBJECT && function.returnType() == ReturnType.HANDLE)
                .toList();
    }

    static Kind madeBy(ApiFunction maker) {
        return new Kind(maker.functionName().replaceAll("^Create|(Ex)?W$", ""));
    }

    /** Every kind of object. */
    static List<Kind> objects() {
        return makers().stream().map(Kind::madeBy).distinct().toList();
    }

    /** The kind of object that {@code parameter} takes a handle of. */
    static Kind taken(Parameter parameter) {
        return objects().stream()
                .filter(kind -> kind.isTakenBy(parameter))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no function makes what " + parameter + " takes"));
    }

    private boolean isTakenBy(Parameter parameter) {
        return noun.endsWith(parameter.name().substring(1));
    }

    /** Whether a call of {@code function} signals an object of this kind and does nothing else. */
    boolean isSignaledBy(ApiFunction function) {
        return function.effect() == Effect.SIGNALS_OBJECT
                && !function.has(Role.AWAITED)
                && isTakenBy(function.parameters().get(function.at(Role.OBJECT)));
    }

    /** Whether some function signals an object of this kind. */
    boolean canBeSignaled() {
        return Stream.of(ApiFunction.values()).anyMatch(this::isSignaledBy);
    }

    /** How names of this kind begin: as the last word of what it is called. */
    String initial() {
        return noun.replaceAll(".*(?=[A-Z])", "").substring(0, 1);
    }

    /** Rights to an object of this kind, as a call asks for them. */
    List<String> rights() {
        List<String> rights = new ArrayList<>(List.of("SYNCHRONIZE"));
        Constants.all().keySet().stream()
                .filter(constant -> constant.endsWith(RIGHTS.get(0)))
                .map(constant -> constant.replace(RIGHTS.get(0), ""))
                .filter(prefix -> noun.toUpperCase(Locale.ROOT).endsWith(prefix))
                .forEach(prefix -> RIGHTS.forEach(right -> rights.add(prefix + right)));
        return rights;
    }
}
