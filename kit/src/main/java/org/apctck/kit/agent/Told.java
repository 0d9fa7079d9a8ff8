package org.apctck.kit.agent;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.apctck.kit.Span;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.Effect;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceCheck;
import org.apctck.spec.trace.TraceStatus;

/**
 * Whether what an agent tells of a program can be all that happened.
 *
 * <p>One that leaves out or makes up events says nothing about its implementation, so that its trace must not be judged. What an
 * agent says of itself is not believed where it can be checked: that a function is not implemented, and how much time went by.
 */
final class Told {
    private Told() {}

    /** Clocks that are read in ticks may be one of them apart: 15.625 ms on Windows. */
    private static final long TICK_MICROS = 16_000;

    private static final int SHOWN_EVENTS = 1000;
    private static final int SHOWN_CHARACTERS = 1000;

    /**
     * The trace as it was told, or one that says that the agent is at fault.
     *
     * @param apis the functions that the agent says it has
     * @param sent the events as they were numbered by the agent, in order
     * @param elapsedMicros how long the host waited for the trace; empty if the clock of the agent is not that of the host
     */
    static Trace checked(Program program, Set<String> apis, List<Event> sent, Trace trace, OptionalLong elapsedMicros) {
        return gap(program, sent, trace)
                .or(() -> TraceCheck.problem(program, trace))
                .map(problem -> "this cannot be all that happened: " + problem)
                .or(() -> hurry(trace, elapsedMicros))
                .or(() -> excuse(program, apis, trace))
                .map(problem ->
                        Trace.of(shown(trace.events()), TraceStatus.FAULT, "the agent is at fault: " + shown(problem)))
                .orElse(trace);
    }

    /** Nobody judges what an agent at fault has told: enough of it to see what it is. */
    private static List<Event> shown(List<Event> events) {
        return events.stream().limit(SHOWN_EVENTS).map(Told::shown).toList();
    }

    private static Event shown(Event event) {
        return Event.of(event.seq(), event.micros(), shown(event.thread()), event.kind(), shown(event.what()));
    }

    private static String shown(String text) {
        return text.length() <= SHOWN_CHARACTERS
                ? text
                : text.substring(0, SHOWN_CHARACTERS) + "… (" + text.length() + " characters)";
    }

    /** More time than went by cannot have been waited for. */
    private static Optional<String> hurry(Trace trace, OptionalLong elapsedMicros) {
        long last = trace.events().stream().mapToLong(Event::micros).max().orElse(0);
        return elapsedMicros.isEmpty() || last <= elapsedMicros.getAsLong() + TICK_MICROS
                ? Optional.empty()
                : Optional.of("its last event is of " + last / 1000 + " ms after the beginning, but it answered after "
                        + elapsedMicros.getAsLong() / 1000 + " ms");
    }

    /** That something is not implemented excuses from every check, so that it takes evidence. */
    private static Optional<String> excuse(Program program, Set<String> apis, Trace trace) {
        boolean isEvident = trace.status() != TraceStatus.NOT_IMPLEMENTED
                || program.functions().stream().anyMatch(function -> !apis.contains(function.functionName()))
                || trace.events().stream().anyMatch(Event::saysNotImplemented);
        return isEvident
                ? Optional.empty()
                : Optional.of(
                        "it says NOT_IMPLEMENTED, but every function of the program is in its `apis`, and none has"
                                + " failed with ERROR_CALL_NOT_IMPLEMENTED; take what is missing out of `apis`");
    }

    /** The functions that failed in {@code trace} as if they were not there. */
    static Set<String> missing(Trace trace) {
        return functions(trace, true);
    }

    /** The functions that did not fail so in {@code trace}. */
    static Set<String> present(Trace trace) {
        return functions(trace, false);
    }

    private static Set<String> functions(Trace trace, boolean missing) {
        Set<String> functions = new TreeSet<>();
        for (Span span : Span.of(trace)) {
            Call call = span.call();
            Event returned = span.returned();
            if (call != null && returned != null && returned.saysNotImplemented() == missing) {
                functions.add(call.function().functionName());
            }
        }
        return functions;
    }

    /** A thread that is terminated while it tells something leaves a gap; so does one that goes on when the trace is closed. */
    private static Optional<String> gap(Program program, List<Event> sent, Trace trace) {
        boolean atRest = trace.status() == TraceStatus.COMPLETED || trace.status() == TraceStatus.STUCK;
        if (!atRest || program.does(Effect.ENDS_THREAD)) {
            return Optional.empty();
        }
        for (int i = 0; i < sent.size(); i++) {
            if (sent.get(i).seq() != i) {
                return Optional.of("there is no event with the number " + i);
            }
        }
        return Optional.empty();
    }
}
