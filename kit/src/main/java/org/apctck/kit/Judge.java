package org.apctck.kit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apctck.spec.Examiner;
import org.apctck.spec.Run;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.Verdict;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.format.Count;
import org.apctck.spec.rules.Rule;
import org.apctck.spec.trace.Trace;

/**
 * Judges what happened when a case ran.
 *
 * <p>A run of the model holds a trace for each allowed outcome: the checks must hold on every one, and a table of outcomes
 * must equal them in both directions.
 */
public final class Judge {
    private Judge() {}

    /** The judgement of a case that {@code target} lacks functions for; empty if it can be run. */
    public static Optional<Judgement> lacking(Case scenario, TargetDescription target) {
        List<String> lacking = scenario.program().functions().stream()
                .filter(function -> !target.has(function))
                .map(ApiFunction::functionName)
                .toList();
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of(Judgement.of(
                        Verdict.NOT_APPLICABLE,
                        target.implementation() + " does not have " + String.join(", ", lacking)));
    }

    /**
     * Judges a run of {@code scenario}, which is about {@code rule}, on {@code target}, and lets examiners look at each of its
     * traces. The checks fail that rule alone; what examiners object to is held against the rule that it rests on.
     */
    public static Judgement judge(
            Case scenario, Rule rule, Run run, TargetDescription target, List<Examiner> examiners) {
        return judge(scenario, rule, run, target).with(rule.id(), Rejection.of(scenario, run, examiners));
    }

    /** Judges a run of {@code scenario}, which is about {@code rule}, on {@code target}, by the checks alone. */
    public static Judgement judge(Case scenario, Rule rule, Run run, TargetDescription target) {
        Optional<Judgement> lacking = lacking(scenario, target);
        if (lacking.isPresent()) {
            return lacking.get();
        }
        boolean informative = rule.level() == Rule.Level.INFORMATIVE;
        if (!informative && scenario.checks().stream().allMatch(Check.Recorded.class::isInstance)) {
            return Judgement.of(Verdict.ERROR, scenario.id() + " demands nothing, but its rule is not informative");
        }
        Optional<Judgement> worst = run.traces().stream()
                .map(trace -> informative ? observe(scenario, trace) : judge(scenario, trace))
                .min(Comparator.comparing(Judgement::verdict));
        if (worst.isEmpty()) {
            return Judgement.of(Verdict.ERROR, "the target gave no trace");
        }
        if (worst.get().verdict().compareTo(Verdict.INCONCLUSIVE) < 0) {
            return worst.get();
        }
        if (!run.complete()) {
            return Judgement.of(
                    Verdict.INCONCLUSIVE,
                    "the search stopped at its bound after "
                            + Count.of(run.traces().size(), "outcome"));
        }
        Optional<Judgement> missing = informative ? Optional.empty() : missingRow(scenario, run);
        return missing.orElseGet(() -> overall(worst.get(), run));
    }

    private static Judgement judge(Case scenario, Trace trace) {
        return switch (trace.status()) {
            case FAULT -> Judgement.of(Verdict.ERROR, said(trace, "the agent is at fault"));
            case CRASHED -> Judgement.of(Verdict.CRASH, said(trace, "the process died"));
            case TIMEOUT -> Judgement.of(Verdict.TIMEOUT, said(trace, "every thread was blocked at the limit"));
            case UNSETTLED -> Judgement.of(Verdict.INCONCLUSIVE, said(trace, "not settled at the limit"));
            case NOT_IMPLEMENTED -> Judgement.of(Verdict.NOT_APPLICABLE, said(trace, "not implemented"));
            case COMPLETED, STUCK -> TraceJudge.judge(scenario, trace);
        };
    }

    /** An informative case is observed whenever it could be run: how it ended is part of what is recorded. */
    private static Judgement observe(Case scenario, Trace trace) {
        return switch (trace.status()) {
            case CRASHED -> Judgement.of(Verdict.OBSERVED, "crash: " + said(trace, "the process died"));
            case TIMEOUT ->
                Judgement.of(Verdict.OBSERVED, "hang: " + said(trace, "every thread was blocked at the limit"));
            case COMPLETED, STUCK -> Judgement.of(Verdict.OBSERVED, seen(scenario, trace));
            case FAULT, UNSETTLED, NOT_IMPLEMENTED -> judge(scenario, trace);
        };
    }

    private static String seen(Case scenario, Trace trace) {
        return scenario.checks().stream()
                .filter(Check.Recorded.class::isInstance)
                .map(check -> TraceJudge.summary(trace, ((Check.Recorded) check).thread()))
                .collect(Collectors.joining(" | "));
    }

    /** On the model a row that no outcome shows is not allowed, so the table is wrong. */
    private static Optional<Judgement> missingRow(Case scenario, Run run) {
        if (!showsEveryOutcome(run)) {
            return Optional.empty();
        }
        return scenario.checks().stream()
                .filter(Check.OneOf.class::isInstance)
                .map(Check.OneOf.class::cast)
                .flatMap(check -> check.rows().stream()
                        .filter(row -> run.traces().stream().noneMatch(trace -> TraceJudge.shows(row, trace)))
                        .map(row -> missingRow(check, row)))
                .findFirst();
    }

    private static Judgement missingRow(Check.OneOf check, Check.Row row) {
        String text = TraceJudge.text(row);
        return new Judgement(
                Verdict.FAIL,
                "no allowed outcome shows the row at line " + row.line() + ": " + text,
                new Difference(check, row.line(), null, -1, text, "no outcome shows it"));
    }

    /** Whether it is a run of the model, which has a trace for each allowed outcome and alone says how to replay it. */
    public static boolean showsEveryOutcome(Run run) {
        return run.traces().size() > 1 || run.traces().stream().anyMatch(trace -> trace.schedule() != null);
    }

    private static Judgement overall(Judgement worst, Run run) {
        int traces = run.traces().size();
        if (traces == 1) {
            return worst;
        }
        return switch (worst.verdict()) {
            case PASS -> Judgement.of(Verdict.PASS, "on each of " + traces + " allowed outcomes");
            case OBSERVED -> Judgement.of(Verdict.OBSERVED, traces + " allowed outcomes; one is " + worst.reason());
            default -> worst;
        };
    }

    private static String said(Trace trace, String otherwise) {
        return trace.evidence().isEmpty() ? otherwise : trace.evidence();
    }
}
