package org.apctck.spec.trace;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.Effect;
import org.apctck.spec.api.Role;
import org.apctck.spec.api.Value;
import org.apctck.spec.program.Program;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a trace can be one of its program: that whoever ran the program kept to it and told all that happened.
 *
 * <p>This is about the one who tells, not about the implementation: it claims nothing of when APCs run or what calls
 * return. Whether a trace is one of the program is looked at only if it says that the program came to rest; one that was cut
 * short may end anywhere.
 */
public final class TraceCheck {
    /**
     * Threads that are not followed: one that is none of the program's, one whose handle is not bound, and a second one of the
     * same name.
     */
    private static final String UNFOLLOWED = "stranger|thread\\d+|\\w+#\\d+";

    private final Program program;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Set<String> others = new HashSet<>();
    private int segment;
    private boolean timed;
    private @Nullable Event seenBlocked;
    /** The timers that may do something by themselves, as the calls name them that have armed them. */
    private final Set<Value> armed = new HashSet<>();
    /** By thread, the timer that its present call disarms. */
    /** Timers in calls that have yet to return, by their threads. */
    private final Map<String, Value> arming = new HashMap<>();

    private final Map<String, Value> disarming = new HashMap<>();

    private TraceCheck(Program program) {
        this.program = program;
        program.threads().forEach(cast -> parts.put(cast.name(), Part.ofCast(program, cast)));
        program.calls().stream()
                .filter(call -> call.function().effect() == Effect.CREATES_THREAD)
                .forEach(this::created);
    }

    /** Two threads that share a name cannot be told apart, and are not followed. */
    private void created(Call creation) {
        String name = creation.binding();
        if (name == null || parts.remove(name) != null || others.contains(name)) {
            others.add(String.valueOf(name));
        } else {
            parts.put(name, Part.ofCreated(program, creation));
        }
    }

    /**
     * What {@code trace} says that no run of {@code program} can have shown, or leaves out, in one line; empty if nothing. Of a
     * trace that does not say that the program came to rest, only what is malformed.
     */
    public static Optional<String> problem(Program program, Trace trace) {
        boolean atRest = trace.status() == TraceStatus.COMPLETED || trace.status() == TraceStatus.STUCK;
        return Optional.ofNullable(new TraceCheck(program).check(trace, atRest));
    }

    private @Nullable String check(Trace trace, boolean atRest) {
        for (Event event : trace.events()) {
            String problem = atRest ? take(event) : null;
            if (problem == null && event.happening() instanceof Happening.Malformed malformed) {
                problem = malformed.problem();
            }
            if (problem != null) {
                return "event " + event.seq() + ", `" + event + "`: " + problem;
            }
        }
        if (!atRest) {
            return null;
        }
        return trace.status() == TraceStatus.COMPLETED ? end() : stuck();
    }

    private @Nullable String take(Event event) {
        if (event.kind() == EventKind.QUIESCENT) {
            return quiescent();
        }
        Part part = parts.get(event.thread());
        if (others.contains(event.thread())) {
            return null;
        }
        if (part == null) {
            return event.thread().matches(UNFOLLOWED) ? null : "the program has no thread " + event.thread();
        }
        if (event.kind() == EventKind.BLOCKED) {
            seenBlocked = event;
        } else if (seenBlocked != null && !event.kind().isObservation() && !timed) {
            return "it comes between `" + seenBlocked + "` and the quiescent point at which that was seen";
        }
        String problem = part.take(event, segment);
        noteTimers(event);
        timed |= isTimed();
        return problem;
    }

    /** Of two calls that overlap, nobody knows which has come first: the timer is taken to be armed. */
    private void noteTimers(Event event) {
        if (event.happening() instanceof Happening.Calls calls) {
            Call call = calls.call();
            if (call.function().effect() == Effect.ARMS_TIMER) {
                Value timer = call.argument(Role.OBJECT);
                armed.add(timer);
                arming.put(event.thread(), timer);
                disarming.values().removeIf(timer::equals);
            } else if (call.function().effect() == Effect.DISARMS_TIMER
                    && !arming.containsValue(call.argument(Role.OBJECT))) {
                disarming.put(event.thread(), call.argument(Role.OBJECT));
            }
        } else if (event.happening() instanceof Happening.Returns returns) {
            arming.remove(event.thread());
            Value timer = disarming.remove(event.thread());
            if (timer != null && returns.lastError() == null) {
                armed.remove(timer);
            }
        }
    }

    /** Whether a wait is in progress that ends by itself, or a timer may end one: between two looks at the threads at any time. */
    private boolean isTimed() {
        return !armed.isEmpty() || parts.values().stream().anyMatch(Part::isInFiniteWait);
    }

    private @Nullable String quiescent() {
        if (segment == program.script().size()) {
            return "the program has no more than " + segment + " entries";
        }
        String problem = atRest();
        segment++;
        seenBlocked = null;
        timed = isTimed();
        return problem;
    }

    private @Nullable String atRest() {
        for (Part part : parts.values()) {
            String problem = part.unrest(segment, timed);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private @Nullable String end() {
        int entries = program.script().size();
        return segment == entries
                ? null
                : "it is complete after " + segment + " quiescent points, but the program has " + entries + " entries";
    }

    /** An entry that could not start has not ended either, so at least one quiescent point is missing. */
    private @Nullable String stuck() {
        return segment < program.script().size() ? null : "every entry has started, so that none is stuck";
    }
}
