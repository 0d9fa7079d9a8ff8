package org.apctck.reference.following;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apctck.reference.following.Acceptance.Status;
import org.apctck.reference.kernel.Conduct;
import org.apctck.reference.model.Candidate;
import org.apctck.reference.model.Moment;
import org.apctck.reference.model.Plan;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Happening;
import org.apctck.spec.trace.Happening.Blocked;
import org.apctck.spec.trace.Happening.Calls;
import org.apctck.spec.trace.Happening.Returns;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.jspecify.annotations.Nullable;

/**
 * One trace as it is followed: the states in which the target may be, event by event, until there is none.
 *
 * <p>It stays at the event that it refuses, so that it can be copied there, and goes on behind it if somebody lets it pass.
 */
final class Following {
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
    /** The index of the event to follow next. */
    private int at;

    Following(Plan plan, Candidate start, Trace trace, int statesMax) {
        this.plan = plan;
        this.trace = trace;
        this.search = new Search(statesMax);
        this.states = List.of(start);
        if (plan.entryCount() > 0) {
            post();
        }
    }

    private Following(Following other, Plan plan, int statesMax) {
        this.plan = plan;
        this.trace = other.trace;
        this.search = new Search(statesMax);
        this.states = other.states.stream().map(state -> state.copy(plan)).toList();
        this.calledMicros.putAll(other.calledMicros);
        this.exits.putAll(other.exits);
        this.lastErrors.add(other.lastErrors);
        this.points = other.points;
        this.statesMost = other.statesMost;
        this.at = other.at;
    }

    /** The same trace at the same event, followed from there on by a model that decides otherwise. */
    Following copy(Conduct conduct, int statesMax) {
        return new Following(this, plan.with(conduct), statesMax);
    }

    /** The index of the event to follow next: the one that was refused, if any was. */
    int at() {
        return at;
    }

    /** The function that returns at {@link #at}; empty if something else happens there. */
    String returning() {
        boolean returns = at < trace.events().size() && trace.events().get(at).kind() == EventKind.RETURNS;
        return returns ? lastErrors.function(trace.events().get(at).thread()) : "";
    }

    /** Follows the trace to its end, or to an event that cannot be. */
    Acceptance follow() {
        return follow(Integer.MAX_VALUE);
    }

    /** Follows the trace, but no further than to the event of an index, which may lie behind its end. */
    Acceptance follow(int end) {
        for (; at < Math.min(end, trace.events().size()); at++) {
            int i = at;
            Event event = trace.events().get(i);
            if (trace.status() == TraceStatus.NOT_IMPLEMENTED && event.saysNotImplemented()) {
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
                states = before;
                return rejected(i, explain(i, event, before, moment));
            }
            note(event);
        }
        Refusal refusal = isWhole() && end > at ? end() : null;
        if (search.isBounded()) {
            return new Acceptance(Status.BOUNDED, null, ReadingSet.ALL, true, at, statesMost);
        }
        return refusal == null
                ? accepted(trace.events().size())
                : rejected(trace.events().size(), refusal);
    }

    /**
     * Goes on behind the event that was refused, if it is the return of a call that has succeeded, or failed, like the model's:
     * then it has had the same effect, and told another value.
     *
     * @return whether it can go on
     */
    boolean pass() {
        if (returning().isEmpty()) {
            return false;
        }
        Event event = trace.events().get(at);
        Moment moment = new Moment(event.micros(), calledMicros);
        List<Candidate> past = tell(event.thread(), moment, happening -> isLike(happening, event.happening()));
        if (past.isEmpty() || search.isBounded()) {
            return false;
        }
        states = search.withoutSuccessors(past, moment);
        note(event);
        at++;
        return true;
    }

    private static boolean isLike(@Nullable Happening model, Happening seen) {
        return model instanceof Returns modeled
                && seen instanceof Returns returned
                && (modeled.lastError() == null) == (returned.lastError() == null);
    }

    /** Whether the trace says how its run ended, so that the end can be judged as well. */
    private boolean isWhole() {
        return trace.status() == TraceStatus.COMPLETED || trace.status() == TraceStatus.STUCK;
    }

    private Acceptance accepted(int events) {
        ReadingSet readings =
                states.stream().map(state -> ReadingSet.of(state.readings())).reduce(ReadingSet.NONE, ReadingSet::or);
        return new Acceptance(Status.ACCEPTED, null, readings, isWhole(), events, statesMost);
    }

    private Acceptance rejected(int events, Refusal refusal) {
        return new Acceptance(Status.REJECTED, refusal, ReadingSet.NONE, isWhole(), events, statesMost);
    }

    // Events

    private List<Candidate> consume(Event event, Moment moment) {
        return switch (event.kind()) {
            case CALLS, RETURNS, BEGINS, ENDS, STARTS ->
                tell(event.thread(), moment, happening -> isTold(happening, event));
            case EXITS ->
                search.reach(states, moment, state -> ended(state, event.thread()) > reported(event.thread()));
            case BLOCKED -> search.reach(states, moment, state -> isBlocked(state, event));
            case QUIESCENT -> points == pointsMax() ? List.of() : comeToRest(moment);
            case SUSPENDED, RESUMED -> states; // seen by who runs the program, and not in time
        };
    }

    /**
     * The states at rest. What a suspended thread may still do it can do no more once the program was seen at rest, so that such a
     * thread is followed beyond the first state on its path.
     */
    private List<Candidate> comeToRest(Moment moment) {
        List<Candidate> reached = new ArrayList<>();
        search.walk(states, moment, state -> {
            boolean there = isAtRest().test(state);
            if (there) {
                reached.add(state);
            }
            return there && !state.hasRunningSuspendedThread();
        });
        reached.forEach(Candidate::rest);
        return reached;
    }

    private List<Candidate> tell(String thread, Moment moment, Predicate<@Nullable Happening> isTold) {
        List<Candidate> told = new ArrayList<>();
        for (Candidate state : search.reach(
                states, moment, state -> !tellers(state, thread, isTold).isEmpty())) {
            List<Integer> tellers = tellers(state, thread, isTold);
            for (int i = 0; i < tellers.size(); i++) {
                Candidate teller = i + 1 < tellers.size() ? state.copy() : state;
                teller.tell(tellers.get(i));
                told.add(teller);
            }
        }
        return told;
    }

    private static List<Integer> tellers(Candidate state, String name, Predicate<@Nullable Happening> isTold) {
        List<Integer> tellers = state.threads(name);
        tellers.removeIf(thread -> !isTold.test(state.next(thread)));
        return tellers;
    }

    private boolean isTold(@Nullable Happening model, Event event) {
        return model instanceof Returns modeled && event.happening() instanceof Returns returned
                ? lastErrors.agrees(event.thread(), modeled, returned)
                : event.happening().equals(model);
    }

    private static boolean isBlocked(Candidate state, Event event) {
        return state.threads(event.thread()).stream()
                .map(state::blockedIn)
                .anyMatch(function -> function != null && new Blocked(function).equals(event.happening()));
    }

    private static int ended(Candidate state, String name) {
        return (int) state.threads(name).stream().filter(state::hasEnded).count();
    }

    private int reported(String name) {
        return exits.getOrDefault(name, 0);
    }

    private Predicate<Candidate> isAtRest() {
        return state -> state.obstacle().isEmpty() && rests(state);
    }

    /** Whether no thread keeps the program from being at rest. */
    private boolean rests(Candidate state) {
        return IntStream.range(0, state.threadCount())
                .allMatch(i -> unrest(state, i).isEmpty());
    }

    /** Why the program is not at rest because of one thread, in words for people; empty if that one is. */
    private String unrest(Candidate state, int index) {
        String name = state.name(index);
        if (!state.isAtRest(index)) {
            Happening next = state.next(index);
            return next == null ? name + " can go on" : name + " can go on: " + Allowed.text(name, next);
        }
        if (ended(state, name) > reported(name)) {
            return name + " has ended, which was not reported";
        }
        // An entry whose thread has ended waits for nobody.
        boolean last = points == pointsMax() - 1 && state.obstacle().isEmpty();
        return last && state.isInFiniteWait(index)
                ? name + " is in a wait that time ends: " + state.standing(index)
                : "";
    }

    private void note(Event event) {
        if (event.happening() instanceof Calls calls) {
            calledMicros.put(event.thread(), event.micros());
            lastErrors.begins(event.thread(), calls.call());
        } else if (event.happening() instanceof Returns returns) {
            lastErrors.returns(event.thread(), returns);
        } else if (event.kind() == EventKind.EXITS) {
            exits.merge(event.thread(), 1, Integer::sum);
            states.forEach(state -> silence(state, event.thread()));
        } else if (event.kind() == EventKind.QUIESCENT) {
            rest();
        }
    }

    private static void silence(Candidate state, String name) {
        state.threads(name).stream().filter(state::hasEnded).forEach(state::fallSilent);
    }

    // Script

    /** A quiescent point ends each entry; a script without any has one as well. */
    private int pointsMax() {
        return Math.max(1, plan.entryCount());
    }

    /** Goes on in the script after a quiescent point. */
    private void rest() {
        points++;
        if (points < plan.entryCount()) {
            post();
        }
    }

    private void post() {
        states.forEach(state -> state.post(points));
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
        // An expiry leaves no event where no thread goes on by it, and one that was to come is no reason to wait any
        // more.
        long last = states.stream().mapToLong(Candidate::lastExpiryMicros).max().orElse(0);
        Moment end = new Moment(last, calledMicros);
        List<Candidate> stuck = search.reach(states, end, state -> state.isStuck() && rests(state));
        return stuck.isEmpty()
                ? new Refusal(
                        -1, "the trace ends as STUCK, but script[" + points + "] could have begun", unrest(states, end))
                : null;
    }

    // Refusals

    private Refusal explain(int index, Event event, List<Candidate> before, Moment moment) {
        if (event.kind() == EventKind.QUIESCENT) {
            return points == pointsMax()
                    ? new Refusal(index, "the script is done, so nothing can happen here", List.of())
                    : new Refusal(index, "the program cannot be at rest here", unrest(before, moment));
        }
        String wanted = event.kind() == EventKind.RETURNS ? lastErrors.wanted(event.thread()) : null;
        List<String> allowed = wanted == null
                ? Allowed.on(event.thread(), before, moment)
                : List.of(event.thread() + " returns " + wanted + ", the last error seen");
        String reason = "`" + event + "` cannot happen here";
        return new Refusal(
                        index, allowed.isEmpty() ? reason + ": there is no thread " + event.thread() : reason, allowed)
                .of(brokenBy(event, before, moment));
    }

    /** The rule that says which code the call must fail with, if nothing else is wrong with the event. */
    private String brokenBy(Event event, List<Candidate> before, Moment moment) {
        List<String> rules = new ArrayList<>();
        Allowed.search().walk(before, moment, state -> {
            for (int thread : state.threads(event.thread())) {
                if (state.next(thread) instanceof Returns modeled && event.happening() instanceof Returns returned) {
                    rules.add(lastErrors.broken(event.thread(), modeled, returned));
                }
            }
            return false;
        });
        return rules.stream().filter(rule -> !rule.isEmpty()).findFirst().orElse("");
    }

    private List<String> unrest(List<Candidate> before, Moment moment) {
        List<String> lines = new ArrayList<>();
        Allowed.search().walk(before, moment, state -> {
            if (state.isSettled()) {
                if (!state.obstacle().isEmpty()) {
                    lines.add("script[" + points + "] has not begun: " + state.obstacle());
                }
                lines.addAll(IntStream.range(0, state.threadCount())
                        .mapToObj(i -> unrest(state, i))
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.toList()));
            }
            return false;
        });
        return lines.stream().distinct().toList();
    }
}
