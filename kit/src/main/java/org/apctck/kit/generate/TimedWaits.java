package org.apctck.kit.generate;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.Effect;
import org.apctck.spec.api.Role;
import org.apctck.spec.api.Value;

/**
 * Which threads may be in a wait that time ends: its own time-out, a timer that it waits for, or the routine of one. Such a thread takes its
 * next entry after it has returned, and no part in a race: a program where it did would be in error.
 *
 * <p>A thread that seems to be at rest is here taken to be in such a wait rather than the other way round.
 */
final class TimedWaits {
    /** What a thread may do sooner or later. */
    private enum Habit {
        /** It is in a wait that time ends, whatever else it does. */
        RUNS_OUT,
        /** It sets a timer that has a routine. */
        SETS_TIMERS,
        /** It waits in an alertable state, which the routine of a timer ends. */
        WAITS_ALERTABLY
    }

    private final Map<String, Set<Habit>> routines = new LinkedHashMap<>();
    /** Of threads, by what is not over when their next entry begins: routines that they run, and lanes of races. */
    private final Map<String, Set<Habit>> threads = new LinkedHashMap<>();
    /** Threads whose last entry may be such a wait. */
    private final Set<String> last = new HashSet<>();

    /** Whether a thread may be in such a wait. */
    boolean isTimed(String thread) {
        Set<Habit> habits = of(threads, thread);
        return last.contains(thread)
                || habits.contains(Habit.RUNS_OUT)
                || habits.contains(Habit.SETS_TIMERS) && habits.contains(Habit.WAITS_ALERTABLY);
    }

    /** Notes a call that is an entry of a thread: it is over when the next one begins. */
    void noteEntry(String thread, Call call, Scope scope) {
        Set<Habit> habits = of(threads, thread);
        noteRoutine(thread, call, scope, habits);
        Set<Habit> own = own(call, scope);
        if (own.contains(Habit.SETS_TIMERS)) {
            habits.add(Habit.SETS_TIMERS);
        }
        if (call.loop() != null) {
            habits.addAll(own); // what it runs when it is made once may change what the next time is
        }
        if (own.contains(Habit.RUNS_OUT) || own.contains(Habit.WAITS_ALERTABLY) && habits.contains(Habit.SETS_TIMERS)) {
            last.add(thread);
        } else {
            last.remove(thread);
        }
    }

    /** Notes a call in the lane of a race. */
    void noteLane(String thread, Call call, Scope scope) {
        Set<Habit> habits = of(threads, thread);
        noteRoutine(thread, call, scope, habits);
        habits.addAll(own(call, scope));
    }

    /**
     * Notes a routine, before any call names it.
     *
     * @param runner the thread that runs it; empty if that is open
     */
    void noteRoutine(String routine, String runner, List<Call> body, Scope scope) {
        Set<Habit> habits = EnumSet.noneOf(Habit.class);
        for (Call call : body) {
            noteRoutine(runner, call, scope, habits);
            habits.addAll(own(call, scope));
        }
        routines.put(routine, habits);
    }

    /** What the routine that a call names makes of who runs it: the caller's habits are {@code own}. */
    private void noteRoutine(String caller, Call call, Scope scope, Set<Habit> own) {
        ApiFunction function = call.function();
        if (function.effect() != Effect.QUEUES_APC && function.effect() != Effect.ARMS_TIMER) {
            return;
        }
        String runner = function.has(Role.THREAD)
                ? scope.meant(call.argument(Role.THREAD).toString(), caller)
                : caller;
        Set<Habit> habits = runner.equals(caller) ? own : of(threads, runner);
        habits.addAll(routines.getOrDefault(call.argument(Role.ROUTINE).toString(), Set.of()));
    }

    private static Set<Habit> own(Call call, Scope scope) {
        Set<Habit> habits = EnumSet.noneOf(Habit.class);
        if (call.function().effect() == Effect.ARMS_TIMER && !Value.isNull(call.argument(Role.ROUTINE))) {
            habits.add(Habit.SETS_TIMERS);
        }
        if (call.function().canBlock() && call.timeoutMillis() != 0) {
            if (call.isFiniteWait() || awaitsTimer(call, scope)) {
                habits.add(Habit.RUNS_OUT);
            }
            if (call.isAlertable()) {
                habits.add(Habit.WAITS_ALERTABLY);
            }
        }
        return habits;
    }

    private static boolean awaitsTimer(Call call, Scope scope) {
        if (!call.function().has(Role.AWAITED)) {
            return false;
        }
        Value awaited = call.argument(Role.AWAITED);
        List<Value> handles = awaited instanceof Value.Sequence list ? list.values() : List.of(awaited);
        return handles.stream()
                .anyMatch(handle -> scope.find(handle.toString())
                        .filter(named -> named.kind().equals(Kind.TIMER))
                        .isPresent());
    }

    private static Set<Habit> of(Map<String, Set<Habit>> all, String name) {
        return all.computeIfAbsent(name, unknown -> EnumSet.noneOf(Habit.class));
    }
}
