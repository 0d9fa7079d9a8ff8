package org.apctck.kit.generate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apctck.kit.generate.Scope.Named;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.DueTime;
import org.apctck.spec.api.Effect;
import org.apctck.spec.api.Parameter;
import org.apctck.spec.api.ParameterType;
import org.apctck.spec.api.ReturnType;
import org.apctck.spec.api.Role;
import org.jspecify.annotations.Nullable;

/** Draws calls: which function, and with which arguments; mostly ones that can succeed, now and then ones that cannot. */
final class CallDraw {
    private static final int TRIES = 12;
    private static final List<String> THREAD_RIGHTS = List.of(
            "THREAD_SET_CONTEXT",
            "SYNCHRONIZE",
            "THREAD_SUSPEND_RESUME",
            "THREAD_TERMINATE",
            "THREAD_QUERY_INFORMATION",
            "THREAD_QUERY_LIMITED_INFORMATION",
            "THREAD_SET_CONTEXT | SYNCHRONIZE",
            "THREAD_SUSPEND_RESUME | THREAD_SET_CONTEXT",
            "THREAD_GET_CONTEXT",
            "THREAD_ALL_ACCESS");
    private static final Set<ApiFunction> ACTS = EnumSet.of(
            ApiFunction.QUEUE_USER_APC,
            ApiFunction.SET_EVENT,
            ApiFunction.PULSE_EVENT,
            ApiFunction.RELEASE_MUTEX,
            ApiFunction.RELEASE_SEMAPHORE,
            ApiFunction.SIGNAL_OBJECT_AND_WAIT,
            ApiFunction.SUSPEND_THREAD,
            ApiFunction.RESUME_THREAD,
            ApiFunction.TERMINATE_THREAD,
            ApiFunction.SET_WAITABLE_TIMER,
            ApiFunction.SET_WAITABLE_TIMER_EX,
            ApiFunction.CANCEL_WAITABLE_TIMER);
    /** How likely a function is that is not named here. */
    private static final int WEIGHT = 2;
    /** How likely a function is that does something to a timer which is about to expire. */
    private static final int WEIGHT_OF_TIMERS = 20;

    private static final Map<ApiFunction, Integer> WEIGHTS = Map.ofEntries(
            Map.entry(ApiFunction.QUEUE_USER_APC, 24),
            Map.entry(ApiFunction.SLEEP_EX, 13),
            Map.entry(ApiFunction.SIGNAL_OBJECT_AND_WAIT, 11),
            Map.entry(ApiFunction.WAIT_FOR_SINGLE_OBJECT_EX, 10),
            Map.entry(ApiFunction.WAIT_FOR_MULTIPLE_OBJECTS_EX, 10),
            Map.entry(ApiFunction.SET_EVENT, 9),
            Map.entry(ApiFunction.SET_WAITABLE_TIMER, 14),
            Map.entry(ApiFunction.SET_WAITABLE_TIMER_EX, 9),
            Map.entry(ApiFunction.CANCEL_WAITABLE_TIMER, 5),
            Map.entry(ApiFunction.CREATE_WAITABLE_TIMER, 8),
            Map.entry(ApiFunction.CREATE_WAITABLE_TIMER_EX, 8),
            Map.entry(ApiFunction.RELEASE_MUTEX, 7),
            Map.entry(ApiFunction.RELEASE_SEMAPHORE, 7),
            Map.entry(ApiFunction.SUSPEND_THREAD, 7),
            Map.entry(ApiFunction.RESUME_THREAD, 7),
            Map.entry(ApiFunction.WAIT_FOR_SINGLE_OBJECT, 5),
            Map.entry(ApiFunction.WAIT_FOR_MULTIPLE_OBJECTS, 5),
            Map.entry(ApiFunction.CREATE_THREAD, 5),
            Map.entry(ApiFunction.RESET_EVENT, 4),
            Map.entry(ApiFunction.PULSE_EVENT, 4),
            Map.entry(ApiFunction.GET_LAST_ERROR, 4),
            Map.entry(ApiFunction.SET_LAST_ERROR, 4),
            Map.entry(ApiFunction.EXIT_THREAD, 4),
            Map.entry(ApiFunction.TERMINATE_THREAD, 4),
            Map.entry(ApiFunction.GET_EXIT_CODE_THREAD, 4),
            Map.entry(ApiFunction.OPEN_THREAD, 4),
            Map.entry(ApiFunction.DUPLICATE_HANDLE, 6),
            Map.entry(ApiFunction.CLOSE_HANDLE, 4));
    /** Due times that have come. What is zero to C may mean otherwise (TIMER-DUEZERO-1), so it is drawn less often. */
    private static final List<String> DUE =
            List.of("{at: -20}", "{at: -20}", "{at: 0}", "{raw: 1}", "{after: 0}", "{raw: 0}");

    private static final List<String> DATA = List.of("0", "1", "2", "3", "7", "0x80000000", "0xFFFFFFFFFFFFFFFF");

    private final Draw draw;
    private final Repertoire repertoire;
    private final Supply supply;

    /**
     * @param supply the names, routines and milliseconds that are still to be had
     */
    CallDraw(Draw draw, Repertoire repertoire, Supply supply) {
        this.draw = draw;
        this.repertoire = repertoire;
        this.supply = supply;
    }

    /** A call at {@code place}, of any function that makes sense there. */
    Call any(Place place) {
        return drawn(place, function -> true);
    }

    /** A call that can keep its thread waiting. */
    Call wait(Place place) {
        for (int i = 0; i < TRIES; i++) {
            Call call = drawn(place, ApiFunction::canBlock);
            if (call.timeoutMillis() != 0) {
                return call;
            }
        }
        return Call.parse("SleepEx(INFINITE, TRUE)");
    }

    /** A call that can do something to another thread. */
    Call act(Place place) {
        return drawn(place, ACTS::contains);
    }

    private Call drawn(Place place, Predicate<ApiFunction> fitting) {
        ApiFunction[] functions = ApiFunction.values();
        int[] weights = new int[functions.length];
        for (ApiFunction function : functions) {
            boolean fits = repertoire.has(function) && fitting.test(function);
            weights[function.ordinal()] = fits ? weight(function, place) : 0;
        }
        for (int i = 0; i < TRIES; i++) {
            Call call = of(functions[draw.weighted(weights)], place);
            if (call != null) {
                return call;
            }
        }
        return Call.parse("SleepEx(0, TRUE)");
    }

    /** A call of {@code function} at {@code place}, or null if nothing is there to call it with. */
    @Nullable
    Call of(ApiFunction function, Place place) {
        String text = text(function, place);
        return text.isEmpty() ? null : looped(Call.parse(text));
    }

    /**
     * Some alertable waits are loops, as they are in real programs. No other call is: what queues APCs again and again would
     * make programs endless, and a wait that runs out again would do so at a time at which another one does.
     */
    private Call looped(Call call) {
        return call.isAlertable() && draw.chance(15)
                ? new Call(
                        call.binding(),
                        call.function(),
                        call.arguments(),
                        new Call.Loop("WAIT_IO_COMPLETION", draw.between(2, 4)))
                : call;
    }

    /** How likely a function is beside others of the repertoire. */
    private static int weight(ApiFunction function, Place place) {
        boolean isOfFiles = function.has(Role.FILE) || function.returnType() == ReturnType.FILE;
        if (isOfFiles || place.isRoutine() && function.effect() == Effect.CREATES_THREAD) {
            return 0;
        }
        if (function.effect() == Effect.CLOSES_HANDLE && place.canCloseArmedTimer()
                || function.effect() == Effect.ENDS_CALLER && place.hasSetTimer()) {
            return WEIGHT_OF_TIMERS;
        }
        if (function.effect() == Effect.ARMS_TIMER && place.isStartRoutine()) {
            return WEIGHT_OF_TIMERS; // the end of the thread is what matters to them
        }
        return place.isRoutine() && function.endsThread() ? WEIGHT : WEIGHTS.getOrDefault(function, WEIGHT);
    }

    /** A call: what is special about some effects, else an argument for each parameter by what it is to the call. */
    private String text(ApiFunction function, Place place) {
        return switch (function.effect()) {
            case CREATES_THREAD -> createThread(place);
            case OPENS_THREAD -> openThread(place);
            case OPENS_OBJECT -> create(function, place);
            case COPIES_HANDLE -> duplicateHandle(place);
            case CLOSES_HANDLE -> closeHandle(place);
            case QUEUES_APC -> queueUserApc(place);
            case NAMES_CALLER -> pseudo(place, "self", Kind.THREAD, function);
            case NONE ->
                function == ApiFunction.GET_CURRENT_PROCESS
                        ? pseudo(place, "process", Kind.PROCESS, function)
                        : isSleep(function) ? sleep(function, place) : plain(function, place);
            case GIVES_WAY,
                    IDENTIFIES_CALLER,
                    SUSPENDS_THREAD,
                    RESUMES_THREAD,
                    ENDS_CALLER,
                    ENDS_THREAD,
                    SIGNALS_OBJECT,
                    PULSES_OBJECT,
                    RESETS_OBJECT,
                    DISARMS_TIMER -> plain(function, place);
            case ARMS_TIMER -> arm(function, place);
            case ISSUES_REQUEST, TRANSFERS, CANCELS_REQUESTS ->
                throw new IllegalStateException(function + " is not drawn");
        };
    }

    /** A call with an argument for each parameter, or nothing if there is none for one of them. */
    private String plain(ApiFunction function, Place place) {
        List<String> arguments = new ArrayList<>();
        for (Parameter parameter : function.parameters()) {
            if (parameter.role() == Role.COUNT) {
                continue; // comes with what is counted
            }
            arguments.add(argument(parameter, place));
        }
        return arguments.contains("") ? "" : function + "(" + String.join(", ", arguments) + ")";
    }

    private String argument(Parameter parameter, Place place) {
        Role role = parameter.role();
        if (role == Role.ALL) {
            return bool(40);
        } else if (role == Role.ALERTABLE) {
            return alertable();
        } else if (role == Role.ERROR) {
            return draw.one(List.of("0", "5", "87", "48879"));
        }
        return switch (parameter.type()) {
            case BOOL -> bool(50);
            case DWORD, SIZE, ULONG_PTR -> number(5);
            case LONG -> Integer.toString(draw.chance(75) ? 1 : draw.between(2, 3));
            case MILLISECONDS -> timeout(place);
            case HANDLE -> role == Role.AWAITED ? waitable(place) : handle(parameter, place);
            case HANDLES -> several(place);
            case POINTER -> "NULL";
            case OUT_EXIT_CODE -> place.mayBind() ? "&" + supply.name("c") : "";
            case OUT_DWORD -> place.mayBind() && draw.chance(50) ? "&" + supply.name("n") : "NULL";
            case OUT_HANDLE,
                    OUT_THREAD_ID,
                    THREAD_ID,
                    APC_ROUTINE,
                    THREAD_ROUTINE,
                    TIMER_ROUTINE,
                    DUE_TIME,
                    SIGNAL_TIME,
                    TEXT,
                    BYTES,
                    BUFFER,
                    OVERLAPPED,
                    COMPLETION_ROUTINE,
                    COMPLETION_ERROR -> throw new IllegalStateException("an effect sees to " + parameter);
        };
    }

    /** A handle of what the parameter is named after; of anything that can be signaled if it is called an object. */
    private String handle(Parameter parameter, Place place) {
        return switch (parameter.name()) {
            case "hThread" -> thread(place);
            case "hObjectToSignal" -> signalable(place);
            default -> object(place, Kind.taken(parameter));
        };
    }

    private static boolean isSleep(ApiFunction function) {
        return function.has(Role.TIMEOUT) && !function.has(Role.AWAITED);
    }

    // Calls that bind something

    private String createThread(Place place) {
        String routine = supply.threadRoutine(draw);
        if (routine.isEmpty() || !place.mayBind()) {
            return "";
        }
        boolean suspended = repertoire.has(ApiFunction.RESUME_THREAD) && draw.chance(35);
        // Who runs a program knows the id of a thread that has not run yet from nothing else.
        boolean tellsId = draw.chance(25) || suspended || place.isLane();
        String id = tellsId ? supply.name("id") : "";
        String made = "CreateThread(NULL, 0, " + routine + ", " + number(4) + ", "
                + (suspended ? "CREATE_SUSPENDED" : "0") + ", " + (id.isEmpty() ? "NULL" : "&" + id) + ")";
        if (draw.chance(12)) {
            return made;
        }
        String name = supply.name("t");
        place.scope().add(new Named(name, Kind.THREAD, name, true, false));
        if (!id.isEmpty()) {
            place.scope().add(new Named(id, Kind.THREAD_ID, name, false, false));
        }
        return name + " = " + made;
    }

    private String create(ApiFunction maker, Place place) {
        if (!place.mayBind()) {
            return "";
        }
        Kind kind = Kind.madeBy(maker);
        String made = making(maker, place, true);
        boolean full = kind.rights().stream()
                .filter(rights -> !rights.endsWith("ALL_ACCESS"))
                .noneMatch(rights -> made.endsWith(", " + rights + ")"));
        // What becomes of a wait for an object that is closed is said nowhere, but a timer does something without one.
        boolean closable = kind.equals(Kind.TIMER) && !place.isLane() && !place.isRoutine();
        String name = supply.name(kind.initial().toLowerCase(Locale.ROOT));
        place.scope().add(new Named(name, kind, name, full, closable));
        return name + " = " + made;
    }

    /**
     * A call that makes an object and can succeed: of several counts none is lower than the one before it, nor the last one 0.
     *
     * @param anyRights whether the handle may have few rights, if the call asks for them
     */
    String making(ApiFunction maker, Place place, boolean anyRights) {
        List<String> arguments = new ArrayList<>();
        int count = 0;
        int least = 0;
        for (Parameter parameter : maker.parameters()) {
            if (parameter.type() == ParameterType.LONG) {
                count = Math.max(least, count + draw.below(3));
                least = 1;
                arguments.add(Integer.toString(count));
            } else if (parameter.name().equals("dwFlags")) {
                arguments.add(draw.one(List.of("0", "CREATE_WAITABLE_TIMER_MANUAL_RESET")));
            } else if (parameter.name().equals("dwDesiredAccess")) {
                List<String> rights = Kind.madeBy(maker).rights();
                arguments.add(anyRights && draw.chance(40) ? draw.one(rights) : rights.get(rights.size() - 1));
            } else if (parameter.name().equals("bInitialOwner")) {
                arguments.add(bool(repertoire.endsThreads() ? 70 : 40)); // a thread that ends abandons what it owns
            } else {
                arguments.add(parameter.name().equals("bInitialState") ? bool(30) : argument(parameter, place));
            }
        }
        return maker + "(" + String.join(", ", arguments) + ")";
    }

    /** A call that signals {@code object}, or nothing if no function does. */
    static String signal(Named object) {
        if (object.kind().equals(Kind.TIMER)) {
            return "SetWaitableTimer(" + object.name() + ", {at: -20}, 0, NULL, 0, FALSE)";
        }
        return Stream.of(ApiFunction.values())
                .filter(object.kind()::isSignaledBy)
                .findFirst()
                .map(function -> function.parameters().stream()
                        .map(parameter -> signal(parameter, object))
                        .collect(Collectors.joining(", ", function + "(", ")")))
                .orElse("");
    }

    private static String signal(Parameter parameter, Named object) {
        return parameter.role() == Role.OBJECT
                ? object.name()
                : parameter.type().isOut() ? "NULL" : "1";
    }

    /** Binds what stands for the caller, once; after that the function is called for nothing but its value. */
    private String pseudo(Place place, String name, Kind kind, ApiFunction function) {
        if (!place.mayBind()
                || place.isRoutine()
                || place.isLane()
                || place.scope().find(name).isPresent()) {
            return function + "()";
        }
        place.scope().add(new Named(name, kind, "", true, false));
        return name + " = " + function + "()";
    }

    private String openThread(Place place) {
        if (!place.mayBind()) {
            return "";
        }
        String rights = draw.one(THREAD_RIGHTS);
        String name = supply.name("h");
        List<Named> ids = place.scope().of(Kind.THREAD_ID);
        boolean byId = !ids.isEmpty() && draw.chance(35);
        Named thread = draw.one(
                byId
                        ? ids
                        : place.scope().of(Kind.THREAD).stream()
                                .filter(named -> named.name().equals(named.meant()))
                                .toList());
        boolean full = rights.equals("THREAD_ALL_ACCESS");
        place.scope().add(new Named(name, Kind.THREAD, thread.meant(), full, !place.isLane()));
        return name + " = OpenThread(" + rights + ", FALSE, " + (byId ? "" : "id of ") + thread.name() + ")";
    }

    private String duplicateHandle(Place place) {
        List<Named> sources = place.scope().all().stream()
                .filter(named ->
                        !named.kind().equals(Kind.PROCESS) && !named.kind().equals(Kind.THREAD_ID))
                .toList();
        Optional<Named> process = place.scope().of(Kind.PROCESS).stream().findFirst();
        if (!place.mayBind() || process.isEmpty()) {
            return "";
        }
        Named source = draw.one(sources);
        boolean closes = place.scope().isClosable(source) && !place.isLane() && !place.isRoutine() && draw.chance(30);
        boolean same = !source.full() || draw.chance(35);
        boolean isThread = source.kind().equals(Kind.THREAD);
        String rights =
                same ? "0" : draw.one(isThread ? THREAD_RIGHTS : source.kind().rights());
        String options = closes
                ? same ? "DUPLICATE_CLOSE_SOURCE | DUPLICATE_SAME_ACCESS" : "DUPLICATE_CLOSE_SOURCE"
                : same ? "DUPLICATE_SAME_ACCESS" : "0";
        String name = supply.name("h");
        if (closes) {
            place.scope().remove(source);
        }
        boolean full = same ? source.full() : rights.endsWith("ALL_ACCESS");
        String meant = source.meant().isEmpty() ? place.caller() : source.meant();
        place.scope().add(new Named(name, source.kind(), meant, full, !place.isLane()));
        String self = process.get().name();
        return "DuplicateHandle(" + self + ", " + source.name() + ", " + self + ", &" + name + ", " + rights
                + ", FALSE, " + options + ")";
    }

    private String closeHandle(Place place) {
        // What others may wait for must not be closed: nobody says what becomes of the wait.
        List<Named> closable = place.isLane() || place.isRoutine() ? List.of() : place.closables();
        if (closable.isEmpty() || draw.chance(5)) {
            return draw.chance(30) ? "CloseHandle(invalid)" : "";
        }
        Named closed = draw.one(closable);
        place.scope().remove(closed);
        return "CloseHandle(" + closed.name() + ")";
    }

    // Calls with handles

    private String queueUserApc(Place place) {
        String target = thread(place);
        String routine = supply.apc(draw, place, target);
        return routine.isEmpty() ? "" : "QueueUserAPC(" + routine + ", " + target + ", " + data() + ")";
    }

    /** Sets a timer, for any due time; one with a period has a routine that may run again and again. */
    private String arm(ApiFunction function, Place place) {
        String timer = object(place, Kind.TIMER);
        if (timer.isEmpty()) {
            return "";
        }
        String period = period();
        String routine = draw.chance(65) ? supply.timerRoutine(draw, place, !period.equals("0")) : "";
        List<String> arguments = new ArrayList<>();
        for (Parameter parameter : function.parameters()) {
            arguments.add(
                    switch (parameter.type()) {
                        case HANDLE -> timer;
                        case DUE_TIME -> dueTime(place);
                        case LONG -> period;
                        case TIMER_ROUTINE -> routine.isEmpty() ? "NULL" : routine;
                        case ULONG_PTR -> data();
                        case BOOL -> bool(10);
                        default -> argument(parameter, place);
                    });
        }
        return function + "(" + String.join(", ", arguments) + ")";
    }

    private String period() {
        return draw.chance(2) ? "-1" : supply.hasPeriod() && draw.chance(25) ? supply.period() : "0";
    }

    private String dueTime(Place place) {
        if (!supply.hasMillis() || draw.chance(place.isRoutine() && !place.isStartRoutine() ? 70 : 35)) {
            return draw.one(DUE);
        }
        String millis = supply.millis(draw);
        return switch (draw.weighted(60, 25, 15)) {
            case 0 -> "{after: " + millis + "}";
            case 1 -> "{at: " + millis + "}";
            default -> "{raw: -" + Long.parseLong(millis) * DueTime.UNITS_PER_MILLI + "}";
        };
    }

    /** A call that sets a timer that is due. */
    Call armAtOnce(Named timer, String routine) {
        return Call.parse(
                "SetWaitableTimer(" + timer.name() + ", {at: -20}, 0, " + routine + ", " + data() + ", FALSE)");
    }

    private String sleep(ApiFunction function, Place place) {
        if (!function.has(Role.ALERTABLE)) {
            return function + "(" + (draw.chance(90) ? brief() : "INFINITE") + ")";
        }
        boolean alertable = draw.chance(88);
        return function + "(" + (alertable ? timeout(place) : brief()) + ", " + (alertable ? "TRUE" : "FALSE") + ")";
    }

    private String thread(Place place) {
        return draw.chance(96) ? named(place, place.threads(), Kind.EVENT) : wrong();
    }

    private String object(Place place, Kind kind) {
        return draw.chance(96) ? named(place, place.objects(kind), Kind.THREAD) : wrong();
    }

    /** What a call waits for; it may be in use for long. */
    private String waitable(Place place) {
        List<Named> waitables = place.waitables();
        if (draw.chance(3) || waitables.isEmpty()) {
            return wrong();
        }
        Named waited = draw.one(waitables);
        place.scope().pin(waited);
        return waited.name();
    }

    private String signalable(Place place) {
        return draw.chance(96) ? named(place, place.signalables(), Kind.THREAD) : wrong();
    }

    /** One of those that fit, seldom one of another kind. */
    private String named(Place place, List<Named> fitting, Kind other) {
        List<Named> candidates = draw.chance(98) ? fitting : place.scope().of(other);
        if (candidates.isEmpty()) {
            return "";
        }
        Named named = draw.one(candidates);
        if (place.isRoutine()) {
            place.scope().pin(named);
        }
        return named.name();
    }

    private String wrong() {
        return draw.chance(70) ? "invalid" : "NULL";
    }

    /** Several handles, of no object two: no page says what comes of the same handle twice, and nobody should depend on it. */
    private String several(Place place) {
        Map<String, String> handles = new LinkedHashMap<>();
        int wanted = draw.weighted(1, 5, 3) + 1;
        for (int i = 0; i < 2 * wanted && handles.size() < wanted; i++) {
            String handle = waitable(place);
            handles.putIfAbsent(place.scope().find(handle).map(Named::meant).orElse(handle), handle);
        }
        return handles.size() + ", [" + String.join(", ", handles.values()) + "]";
    }

    // Plain values

    private String data() {
        return draw.chance(90) ? number(4) : draw.one(DATA);
    }

    private String timeout(Place place) {
        boolean inRoutine = place.isRoutine();
        return switch (draw.weighted(inRoutine ? 60 : 38, inRoutine ? 34 : 50, 12)) {
            case 0 -> "0";
            case 1 -> "INFINITE";
            default -> millis();
        };
    }

    private String brief() {
        return draw.chance(60) ? "0" : millis();
    }

    /** A time-out that runs, if there is time left. */
    private String millis() {
        return supply.hasMillis() && draw.chance(50) ? supply.millis(draw) : "0";
    }

    private String alertable() {
        return draw.chance(1) ? "2" : bool(75);
    }

    private String bool(int percent) {
        return draw.chance(percent) ? "TRUE" : "FALSE";
    }

    private String number(int bound) {
        return Integer.toString(draw.below(bound));
    }
}
