package org.apctck.reference.following;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apctck.reference.following.Acceptance.Status;
import org.apctck.spec.Examiner;
import org.apctck.spec.Objection;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * The model as the judge of one target during one run: each of its traces must be one that the model could have produced, and all
 * of them under one way to read the documentation.
 */
public final class Oracle implements Examiner {
    /** The name of this examiner. */
    public static final String NAME = "the model";

    /** As many refusals of one trace as anybody looks at. */
    private static final int REFUSALS_MAX = 10;

    private final List<Suspect> suspects;
    private ReadingSet left = ReadingSet.ALL;
    private final List<Demand> demands = new ArrayList<>();
    private @Nullable Program program;
    private @Nullable Diagnosis diagnosis;

    /** What one trace asks of the readings. */
    private record Demand(String trace, ReadingSet readings) {}

    /** A judge that knows no rules. */
    public Oracle() {
        this(List.of());
    }

    /** A judge that says which rule a trace breaks. */
    public Oracle(List<Suspect> suspects) {
        this.suspects = List.copyOf(suspects);
    }

    /** The ways to read the documentation that the target can still follow. */
    public ReadingSet left() {
        return left;
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * {@inheritDoc}
     *
     * <p>An objection that is not decided says that the trace could not be followed to its end.
     */
    @Override
    public List<Objection> examine(String scenario, String rule, Program traced, Trace trace) {
        Diagnosis.Finding finding = diagnosisOf(traced).of(trace, rule, REFUSALS_MAX);
        Acceptance acceptance = finding.acceptance();
        if (acceptance.status() == Status.BOUNDED) {
            return List.of(Objection.undecided(
                    NAME,
                    acceptance.events(),
                    "bounded: the target could be in more than " + Acceptor.STATES_MAX
                            + " states, so that nothing can be said"));
        }
        // A trace with a schedule is the model's own: it takes every reading in turn.
        List<Refusal> refusals = acceptance.status() == Status.ACCEPTED && trace.schedule() == null
                ? compare(scenario, acceptance.readings()).stream().toList()
                : finding.refusals();
        return refusals.stream().map(Oracle::objection).toList();
    }

    private static Objection objection(Refusal refusal) {
        Objection objection = Objection.of(refusal.rule(), NAME, refusal.event(), refusal.text(), refusal.allowed());
        return refusal.isGuess() ? objection.guessed() : objection;
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

    private Diagnosis diagnosisOf(Program traced) {
        if (diagnosis == null || !traced.equals(program)) {
            diagnosis = new Diagnosis(traced, suspects, Acceptor.STATES_MAX);
            program = traced;
        }
        return Objects.requireNonNull(diagnosis);
    }
}
