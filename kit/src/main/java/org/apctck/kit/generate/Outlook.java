package org.apctck.kit.generate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.Constants;
import org.apctck.spec.api.DueTime;
import org.apctck.spec.api.Role;
import org.apctck.spec.api.Value;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramObject;
import org.jspecify.annotations.Nullable;

/**
 * A rough guess of what a program has come to while it is drawn: who is idle, who waits and for what. It is there to make calls
 * meet, not to be right: it knows no rights, no recursion, and of a thread that an APC has woken nothing but that.
 */
final class Outlook {
    private static final int DEPTH_MAX = 6;

    /** What a thread of the program seems to be at. */
    private static final class Standing {
        private boolean begun;
        private boolean ended;
        private int suspensions;
        private @Nullable Call wait;
        /** How often it has made the call in which it waits, with this time. */
        private int made;

        private final List<String> apcs = new ArrayList<>();
    }

    /** How a timer was set that has yet to expire: by whom, and with which routine. */
    private record Setting(String setter, String routine) {}

    private final Scope scope;
    private final Map<String, List<Call>> bodies;
    private final Map<String, Standing> threads = new LinkedHashMap<>();
    private final Map<String, Integer> signals = new LinkedHashMap<>();
    private final Set<String> manualReset = new HashSet<>();
    /** By the name of the timer. */
    private final Map<String, Setting> armed = new LinkedHashMap<>();

    /**
     * @param scope resolves names; what is added to it later is known here, too
     * @param bodies of the routines
     */
    Outlook(List<Program.CastThread> cast, List<ProgramObject> objects, Scope scope, Map<String, List<Call>> bodies) {
        this.scope = scope;
        this.bodies = new LinkedHashMap<>(bodies);
        cast.forEach(thread -> addThread(thread.name(), thread.suspended()));
        objects.forEach(object -> addObject(object.name(), object.call()));
    }

    private void addThread(String name, boolean suspended) {
        Standing standing = new Standing();
        standing.begun = !suspended;
        standing.suspensions = suspended ? 1 : 0;
        threads.put(name, standing);
    }

    /** Whatever kind it is of: what such parameters are called is the same for all. */
    private void addObject(String name, Call call) {
        if (given(call, "bManualReset", given(call, "dwFlags", 0)) != 0) {
            manualReset.add(name);
        }
        long free = 1 - given(call, "bInitialOwner", 1);
        signals.put(name, (int) given(call, "bInitialState", given(call, "lInitialCount", free)));
    }

    /** The number that a call gives for a parameter; {@code otherwise} if its function has no such one. */
    static long given(Call call, String parameter, long otherwise) {
        return call.function().parameters().stream()
                        .noneMatch(known -> known.name().equals(parameter))
                ? otherwise
                : Value.number(call.argument(parameter));
    }

    /** Whether the thread seems to await its next call. */
    boolean isIdle(String thread) {
        Standing standing = standing(thread);
        return !standing.ended && standing.suspensions == 0 && standing.wait == null;
    }

    /** Whether the thread seems to be in a wait that time ends. */
    boolean awaitsTime(String thread) {
        Call wait = waitOf(thread);
        return wait != null && !isSuspended(thread) && isEndedByTime(wait, thread);
    }

    /** Whether time seems to end the wait in which a thread is by that call. */
    boolean isEndedByTime(Call wait, String thread) {
        return wait.isFiniteWait()
                || waited(wait, thread).stream().anyMatch(armed::containsKey)
                || wait.isAlertable() && awaitsRoutine(thread);
    }

    /** Whether a timer that has yet to expire seems to have a routine for the thread. */
    boolean awaitsRoutine(String thread) {
        return armed.values().stream()
                .anyMatch(setting -> setting.setter().equals(thread) && bodies.containsKey(setting.routine()));
    }

    /** Whether the thread seems to have set a timer that has yet to expire. */
    boolean hasSetTimer(String thread) {
        return armed.values().stream().anyMatch(setting -> setting.setter().equals(thread));
    }

    /** Whether the object seems to be a timer that has yet to expire. */
    boolean isArmed(String object) {
        return armed.containsKey(object);
    }

    /** Whether a timer seems to have yet to expire. */
    boolean hasArmedTimers() {
        return !armed.isEmpty();
    }

    /** Time passes: waits that it ends are over, and timers expire. */
    void passTime() {
        for (Map.Entry<String, Setting> timer : List.copyOf(armed.entrySet())) {
            expire(timer.getKey(), timer.getValue(), 0);
        }
        threads.values().stream()
                .filter(standing -> standing.wait != null && standing.wait.isFiniteWait())
                .forEach(standing -> standing.wait = null);
    }

    boolean isSuspended(String thread) {
        return standing(thread).suspensions > 0 && !standing(thread).ended;
    }

    /** Whether the thread seems to await that it is resumed for the first time. */
    boolean isNotBegun(String thread) {
        return isSuspended(thread) && !standing(thread).begun;
    }

    /** Whether APCs seem to be in the queue of the thread. */
    boolean hasApcs(String thread) {
        return !standing(thread).apcs.isEmpty();
    }

    /** The call in which the thread seems to wait, or null. */
    @Nullable
    Call waitOf(String thread) {
        Standing standing = standing(thread);
        return standing.ended ? null : standing.wait;
    }

    /** Every thread, those that the program has made among them. */
    List<String> threads() {
        return List.copyOf(threads.keySet());
    }

    /** Whether an object seems to be signaled. */
    boolean isSignaled(String object) {
        return threads.containsKey(object) ? standing(object).ended : signals.getOrDefault(object, 0) > 0;
    }

    private Standing standing(String thread) {
        return threads.getOrDefault(thread, new Standing());
    }

    /** Notes what a call of a thread seems to do. */
    void note(String caller, Call call) {
        note(caller, call, 0);
    }

    private void note(String caller, Call call, int depth) {
        if (depth > DEPTH_MAX || standing(caller).ended) {
            return;
        }
        switch (call.function().effect()) {
            case QUEUES_APC ->
                queue(
                        meant(call, Role.THREAD, caller),
                        call.argument(Role.ROUTINE).toString(),
                        depth);
            case SIGNALS_OBJECT -> signal(meant(call, Role.OBJECT, caller));
            case PULSES_OBJECT -> {
                signal(meant(call, Role.OBJECT, caller));
                signals.put(meant(call, Role.OBJECT, caller), 0);
            }
            case RESETS_OBJECT -> signals.put(meant(call, Role.OBJECT, caller), 0);
            case ARMS_TIMER -> arm(caller, call, depth);
            case DISARMS_TIMER -> armed.remove(meant(call, Role.OBJECT, caller));
            case SUSPENDS_THREAD -> standing(meant(call, Role.THREAD, caller)).suspensions++;
            case RESUMES_THREAD -> resume(meant(call, Role.THREAD, caller), depth);
            case ENDS_CALLER -> end(caller);
            case ENDS_THREAD -> end(meant(call, Role.THREAD, caller));
            case CREATES_THREAD -> createThread(call, depth);
            case OPENS_OBJECT -> {
                if (call.binding() != null) {
                    addObject(call.binding(), call);
                }
            }
            case NONE,
                    ISSUES_REQUEST,
                    TRANSFERS,
                    CANCELS_REQUESTS,
                    GIVES_WAY,
                    OPENS_THREAD,
                    COPIES_HANDLE,
                    CLOSES_HANDLE,
                    NAMES_CALLER,
                    IDENTIFIES_CALLER -> {}
        }
        if (call.function().canBlock()) {
            enter(caller, call, 1, depth);
        }
    }

    private String meant(Call call, Role role, String caller) {
        return scope.meant(call.argument(role).toString(), caller);
    }

    private void enter(String caller, Call call, int made, int depth) {
        Standing standing = standing(caller);
        if (call.isAlertable() && !standing.apcs.isEmpty()) {
            drain(caller, call, made, depth);
        } else if (call.timeoutMillis() != 0 && !takes(caller, call)) {
            standing.wait = call;
            standing.made = made;
        }
    }

    /** Runs the APCs of a thread in a wait, which is made again if it is a loop. */
    private void drain(String thread, Call wait, int made, int depth) {
        drain(thread, depth);
        Standing standing = standing(thread);
        if (standing.wait == null && !standing.ended && wait.isMadeAgain("WAIT_IO_COMPLETION", made)) {
            enter(thread, wait, made + 1, depth);
        }
    }

    /** Runs the APCs of a thread that waits alertably. */
    private void wake(String thread, Call wait, int depth) {
        standing(thread).wait = null;
        drain(thread, wait, standing(thread).made, depth);
    }

    private boolean takes(String caller, Call call) {
        List<String> waited = waited(call, caller);
        boolean all = call.function().has(Role.ALL) && Value.number(call.argument(Role.ALL)) != 0;
        boolean ends = all
                ? waited.stream().allMatch(this::isSignaled)
                : waited.stream().anyMatch(this::isSignaled);
        if (ends) {
            waited.stream()
                    .filter(this::isSignaled)
                    .limit(all ? Constants.MAXIMUM_WAIT_OBJECTS : 1)
                    .forEach(object -> signals.computeIfPresent(
                            object, (name, count) -> manualReset.contains(name) ? count : count - 1));
        }
        return ends;
    }

    /** What a call waits for, by the names of the threads and objects. */
    List<String> waited(Call call, String caller) {
        if (!call.function().has(Role.AWAITED) || Value.isNull(call.argument(Role.AWAITED))) {
            return List.of();
        }
        Value awaited = call.argument(Role.AWAITED);
        List<Value> all = awaited instanceof Value.Sequence list ? list.values() : List.of(awaited);
        return all.stream().map(value -> scope.meant(value.toString(), caller)).toList();
    }

    private void queue(String target, String routine, int depth) {
        Standing standing = standing(target);
        if (standing.ended) {
            return;
        }
        standing.apcs.add(routine);
        if (standing.suspensions == 0 && standing.wait != null && standing.wait.isAlertable()) {
            wake(target, standing.wait, depth);
        }
    }

    private void drain(String thread, int depth) {
        Standing standing = standing(thread);
        while (!standing.apcs.isEmpty() && standing.wait == null && !standing.ended) {
            run(thread, standing.apcs.remove(0), depth);
        }
    }

    private void run(String thread, String routine, int depth) {
        for (Call call : bodies.getOrDefault(routine, List.of())) {
            if (standing(thread).wait == null) {
                note(thread, call, depth + 1);
            }
        }
    }

    private void arm(String caller, Call call, int depth) {
        String timer = meant(call, Role.OBJECT, caller);
        Setting setting = new Setting(caller, call.argument(Role.ROUTINE).toString());
        signals.computeIfPresent(timer, (name, count) -> 0);
        if (DueTime.read(call.argument(Role.DUE_TIME)).millis(Supply.NOW) == 0) {
            expire(timer, setting, depth);
        } else if (signals.containsKey(timer)) {
            armed.put(timer, setting);
        }
    }

    private void expire(String timer, Setting setting, int depth) {
        armed.remove(timer);
        signal(timer);
        if (bodies.containsKey(setting.routine())) {
            queue(setting.setter(), setting.routine(), depth);
        }
    }

    private void signal(String object) {
        if (!signals.containsKey(object)) {
            return;
        }
        signals.merge(object, 1, Integer::sum);
        releaseWaiters(object);
    }

    private void releaseWaiters(String object) {
        for (Map.Entry<String, Standing> thread : threads.entrySet()) {
            Call wait = thread.getValue().wait;
            if (wait != null && waited(wait, thread.getKey()).contains(object) && takes(thread.getKey(), wait)) {
                thread.getValue().wait = null;
            }
        }
    }

    private void resume(String target, int depth) {
        Standing standing = standing(target);
        if (standing.suspensions > 0 && --standing.suspensions == 0) {
            boolean begins = !standing.begun;
            standing.begun = true;
            if (begins) {
                standing.wait = null;
                drain(target, depth);
                start(target, depth);
            } else if (standing.wait != null && standing.wait.isAlertable() && !standing.apcs.isEmpty()) {
                wake(target, standing.wait, depth);
            }
        }
    }

    private void end(String thread) {
        standing(thread).ended = true;
        releaseWaiters(thread);
    }

    private void createThread(Call call, int depth) {
        String name = call.binding();
        if (name != null) {
            boolean suspended = Value.number(call.argument(Role.CREATION)) != 0;
            addThread(name, suspended);
            bodies.put(name, bodies.getOrDefault(call.argument(Role.ROUTINE).toString(), List.of()));
            if (!suspended) {
                start(name, depth);
            }
        }
    }

    /** Lets a thread that the program has made run its start routine; one of the cast has none. */
    private void start(String thread, int depth) {
        if (bodies.containsKey(thread)) {
            run(thread, thread, depth);
            if (standing(thread).wait == null) {
                end(thread);
            }
        }
    }
}
