package org.apctck.reference.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apctck.reference.model.Acceptance.Status;
import org.apctck.spec.Program;
import org.apctck.spec.Trace;
import org.jspecify.annotations.Nullable;

/**
 * The model as the judge of one target during one run: each of its traces must be one that the model could have produced, and all
 * of them under one way to read the documentation.
 */
public final class Oracle {
    private ReadingSet left = ReadingSet.ALL;
    private final List<Demand> demands = new ArrayList<>();
    private @Nullable Program program;
    private @Nullable Acceptor acceptor;

    /** What one trace asks of the readings. */
    private record Demand(String trace, ReadingSet readings) {}

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
                    true));
        }
        if (acceptance.status() == Status.REJECTED) {
            return Optional.ofNullable(acceptance.refusal());
        }
        // A trace with a schedule is the model's own: it takes every reading in turn.
        return trace.schedule() != null ? Optional.empty() : compare(name, acceptance.readings());
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
