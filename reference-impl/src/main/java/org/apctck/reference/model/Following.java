package org.apctck.reference.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apctck.reference.model.Acceptance.Status;
import org.apctck.spec.Event;
import org.apctck.spec.EventKind;
import org.apctck.spec.Trace;
import org.apctck.spec.TraceStatus;
import org.jspecify.annotations.Nullable;

/** One trace as it is followed: the states in which the target may be, event by event, until there is none. */
final class Following {
    private static final String NOT_IMPLEMENTED = "ERROR_CALL_NOT_IMPLEMENTED";

    private final Plan plan;
    private final Trace trace;
    private final Search search;
    private final Map<String, Long> calledMicros = new HashMap<>();
    /** How many threads of a name were reported to have ended. */
    private final Map<String, Integer> exits = new HashMap<>();

    private final LastErrors lastErrors = new LastErrors();

    private List<Candidate> states;
    /** How many quiescent points there were, which is the index of the entry under way. */
    private int points;

    private int statesMost = 1;

    Following(Plan plan, Candidate start, Trace trace, int statesMax) {
        this.plan = plan;
        this.trace = trace;
        this.search = new Search(statesMax);
        this.states = List.of(start);
    }

    Acceptance follow() {
        if (!plan.entries().isEmpty()) {
            post();
        }
        for (int i = 0; i < trace.events().size(); i++) {
            Event event = trace.events().get(i);
            if (trace.status() == TraceStatus.NOT_IMPLEMENTED && NOT_IMPLEMENTED.equals(event.lastError())) {
                return accepted(i); // the model has every function, so it cannot say more
            }
            List<Candidate> before = states;
            Moment moment = new Moment(event.micros(), calledMicros);
            states = search.withoutSuccessors(consume(event, moment), moment);
            statesMost = Math.max(statesMost, states.size());
            if (search.isBounded()) {
                return new Acceptance(Status.BOUNDED, null, ReadingSet.ALL, isWhole(), i, statesMost);
            }
            if (states.isEmpty()) {
                return rejected(i, explain(i, event, before, moment));
            }
            note(event);
        }
        Refusal refusal = isWhole() ? end() : null;
        return refusal == null
                ? accepted(trace.events().size())
                : rejected(trace.events().size(), refusal);
    }

    /** Whether the trace says how its run ended, so that the end can be judged as well. */
    private boolean isWhole() {
        return trace.status() == TraceStatus.COMPLETED || trace.status() == TraceStatus.STUCK;
    }

    private Acceptance accepted(int events) {
        ReadingSet readings = states.stream()
                .map(state -> ReadingSet.of(state.machine().readings()))
                .reduce(ReadingSet.NONE, ReadingSet::or);
        return new Acceptance(Status.ACCEPTED, null, readings, isWhole(), events, statesMost);
    }

    private Acceptance rejected(int events, Refusal refusal) {
        return new Acceptance(Status.REJECTED, refusal, ReadingSet.NONE, isWhole(), events, statesMost);
    }

    // Events

    private List<Candidate> consume(Event event, Moment moment) {
        return switch (event.kind()) {
            case CALLS, RETURNS, BEGINS, ENDS, STARTS -> tell(event, moment);
            case EXITS ->
                search.reach(states, moment, state -> ended(state, event.thread()) > reported(event.thread()));
            case BLOCKED -> search.reach(states, moment, state -> isBlocked(state, event));
            case QUIESCENT -> points == pointsMax() ? List.of() : search.reach(states, moment, isAtRest());
            case SUSPENDED, RESUMED -> states; // seen by who runs the program, and not in time
        };
    }

    private List<Candidate> tell(Event event, Moment moment) {
        List<Candidate> told = new ArrayList<>();
        for (Candidate state :
                search.reach(states, moment, state -> !tellers(state, event).isEmpty())) {
            List<Integer> tellers = tellers(state, event);
            for (int i = 0; i < tellers.size(); i++) {
                Candidate teller = i + 1 < tellers.size() ? state.copy() : state;
                teller.tell(tellers.get(i));
                told.add(teller);
            }
        }
        return told;
    }

    private List<Integer> tellers(Candidate state, Event event) {
        List<Integer> tellers = state.threads(event.thread());
        tellers.removeIf(thread -> !isTold(state.next(thread), event));
        return tellers;
    }

    private boolean isTold(@Nullable Happening happening, Event event) {
        return happening != null
                && happening.kind() == event.kind()
                && (event.kind() == EventKind.RETURNS
                        ? lastErrors.agrees(happening, event)
                        : happening.what().equals(event.what()));
    }

    private static boolean isBlocked(Candidate state, Event event) {
        return state.threads(event.thread()).stream()
                .map(state::blockedIn)
                .anyMatch(call -> call != null && call.function().functionName().equals(event.what()));
    }

    private static int ended(Candidate state, String name) {
        return (int) state.threads(name).stream()
                .filter(thread -> state.machine().kernelThread(thread).hasEnded())
                .count();
    }

    private int reported(String name) {
        return exits.getOrDefault(name, 0);
    }

    private Predicate<Candidate> isAtRest() {
        return state -> state.obstacle().isEmpty()
                && IntStream.range(0, state.machine().threadCount())
                        .allMatch(i -> unrest(state, i).isEmpty());
    }

    /** Why the program is not at rest because of one thread, in words for people; empty if that one is. */
    private String unrest(Candidate state, int index) {
        String name = state.machine().thread(index).name;
        if (!state.isAtRest(index)) {
            Happening next = state.next(index);
            return next == null ? name + " can go on" : name + " can go on: " + Allowed.text(name, next);
        }
        if (ended(state, name) > reported(name)) {
            return name + " has ended, which was not reported";
        }
        boolean last = points == pointsMax() - 1;
        return last && state.isInFiniteWait(index)
                ? name + " is in a wait that time ends: " + Allowed.standing(state, index)
                : "";
    }

    private void note(Event event) {
        if (event.kind() == EventKind.CALLS) {
            calledMicros.put(event.thread(), event.micros());
            lastErrors.begins(event);
        } else if (event.kind() == EventKind.RETURNS) {
            lastErrors.returns(event);
        } else if (event.kind() == EventKind.EXITS) {
            exits.merge(event.thread(), 1, Integer::sum);
            states.forEach(state -> silence(state, event.thread()));
        } else if (event.kind() == EventKind.QUIESCENT) {
            rest();
        }
    }

    private static void silence(Candidate state, String name) {
        state.threads(name).stream()
                .filter(thread -> state.machine().kernelThread(thread).hasEnded())
                .forEach(state::fallSilent);
    }

    // Script

    /** A quiescent point ends each entry; a script without any has one as well. */
    private int pointsMax() {
        return Math.max(1, plan.entries().size());
    }

    /** Goes on in the script after a quiescent point. */
    private void rest() {
        points++;
        states.forEach(Candidate::rest);
        if (points < plan.entries().size()) {
            post();
        }
    }

    private void post() {
        states.forEach(state -> state.post(plan.entries().get(points)));
    }

    private @Nullable Refusal end() {
        int left = pointsMax() - points;
        if (trace.status() == TraceStatus.COMPLETED) {
            return left == 0
                    ? null
                    : new Refusal(-1, "the trace ends before script[" + points + "] is done", List.of());
        }
        if (left == 0) {
            return new Refusal(-1, "the trace ends as STUCK, but the script is done", List.of());
        }
        Moment never = new Moment(Long.MIN_VALUE / 2, calledMicros);
        List<Candidate> stuck = search.reach(
                states,
                never,
                state -> state.isStuck()
                        && IntStream.range(0, state.machine().threadCount())
                                .allMatch(i -> unrest(state, i).isEmpty()));
        return stuck.isEmpty()
                ? new Refusal(
                        -1,
                        "the trace ends as STUCK, but script[" + points + "] could have begun",
                        unrest(states, never))
                : null;
    }

    // Refusals

    private Refusal explain(int index, Event event, List<Candidate> before, Moment moment) {
        if (event.kind() == EventKind.QUIESCENT) {
            return points == pointsMax()
                    ? new Refusal(index, "the script is done, so nothing can happen here", List.of())
                    : new Refusal(index, "the program cannot be at rest here", unrest(before, moment));
        }
        String wanted = event.kind() == EventKind.RETURNS ? lastErrors.wanted(event) : null;
        List<String> allowed = wanted == null
                ? Allowed.on(event.thread(), before, moment)
                : List.of(event.thread() + " returns " + wanted + ", the last error seen");
        String reason = "`" + event + "` cannot happen here";
        return new Refusal(
                index, allowed.isEmpty() ? reason + ": there is no thread " + event.thread() : reason, allowed);
    }

    private List<String> unrest(List<Candidate> before, Moment moment) {
        List<String> lines = new ArrayList<>();
        Allowed.search().walk(before, moment, state -> {
            if (state.isSettled()) {
                if (!state.obstacle().isEmpty()) {
                    lines.add("script[" + points + "] has not begun: " + state.obstacle());
                }
                lines.addAll(IntStream.range(0, state.machine().threadCount())
                        .mapToObj(i -> unrest(state, i))
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.toList()));
            }
            return false;
        });
        return lines.stream().distinct().toList();
    }
}
