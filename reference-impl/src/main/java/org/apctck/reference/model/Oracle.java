package org.apctck.reference.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apctck.reference.model.Acceptance.Status;
import org.apctck.spec.EventKind;
import org.apctck.spec.Program;
import org.apctck.spec.Trace;
import org.jspecify.annotations.Nullable;

/**
 * The model as the judge of one target during one run: each of its traces must be one that the model could have produced, and all
 * of them under one way to read the documentation.
 */
public final class Oracle {
    private final Map<String, Conduct> recommended;
    private ReadingSet left = ReadingSet.ALL;
    private final List<Demand> demands = new ArrayList<>();
    private @Nullable Program program;
    private @Nullable Acceptor acceptor;

    /** What one trace asks of the readings. */
    private record Demand(String trace, ReadingSet readings) {}

    /** A judge that holds every trace against the documentation as a whole. */
    public Oracle() {
        this(Map.of());
    }

    /**
     * A judge that says which recommended rule a trace breaks, if it is the only one.
     *
     * @param recommended rules that no target must keep, but may be seen to break in scenarios of others, each with the conduct of
     *     a model that breaks it
     */
    public Oracle(Map<String, Conduct> recommended) {
        this.recommended = Map.copyOf(recommended);
    }

    /** The ways to read the documentation that the target can still follow. */
    public ReadingSet left() {
        return left;
    }

    /**
     * What there is against a trace; empty if the model could have produced it. A refusal that is bounded says that the trace could
     * not be followed to its end.
     *
     * @param name of the trace, for those that contradict it later
     */
    public Optional<Refusal> examine(String name, Program traced, Trace trace) {
        Acceptance acceptance = acceptorOf(traced).accept(trace);
        if (acceptance.status() == Status.BOUNDED) {
            return Optional.of(new Refusal(
                    acceptance.events(),
                    "bounded: the target could be in more than " + Acceptor.STATES_MAX
                            + " states, so that nothing can be said",
                    List.of(),
                    true,
                    ""));
        }
        if (acceptance.status() == Status.REJECTED) {
            Refusal refusal = Objects.requireNonNull(acceptance.refusal());
            return Optional.of(isOfAResult(refusal, trace) ? refusal.of(broken(traced, trace)) : refusal);
        }
        // A trace with a schedule is the model's own: it takes every reading in turn.
        return trace.schedule() != null ? Optional.empty() : compare(name, acceptance.readings());
    }

    /** Whether it is the result of a call that cannot be: who does not go on where it must breaks more than a recommendation. */
    private static boolean isOfAResult(Refusal refusal, Trace trace) {
        return refusal.event() >= 0 && trace.events().get(refusal.event()).kind() == EventKind.RETURNS;
    }

    /** The recommended rule without which the model could have produced the trace; empty if there is none. */
    private String broken(Program traced, Trace trace) {
        return recommended.entrySet().stream()
                .filter(rule ->
                        new Acceptor(traced, rule.getValue()).accept(trace).status() == Status.ACCEPTED)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private Optional<Refusal> compare(String name, ReadingSet readings) {
        ReadingSet common = left.and(readings);
        if (!common.isEmpty()) {
            if (!common.equals(left)) {
                demands.add(new Demand(name, readings));
            }
            left = common;
            return Optional.empty();
        }
        List<Demand> opposed = opposed(readings);
        return Optional.of(new Refusal(
                -1,
                "it needs the reading " + readings + ", but "
                        + opposed.stream().map(Demand::trace).collect(Collectors.joining(", "))
                        + (opposed.size() == 1 ? " needs the other" : " need another"),
                opposed.stream()
                        .map(demand -> demand.readings() + ", as " + demand.trace() + " needs")
                        .toList()));
    }

    /** The trace that alone contradicts {@code readings}, or all that have narrowed them down. */
    private List<Demand> opposed(ReadingSet readings) {
        return demands.stream()
                .filter(demand -> demand.readings().and(readings).isEmpty())
                .findFirst()
                .map(List::of)
                .orElseGet(() -> List.copyOf(demands));
    }

    private Acceptor acceptorOf(Program traced) {
        if (acceptor == null || !traced.equals(program)) {
            acceptor = new Acceptor(traced);
            program = traced;
        }
        return Objects.requireNonNull(acceptor);
    }
}
