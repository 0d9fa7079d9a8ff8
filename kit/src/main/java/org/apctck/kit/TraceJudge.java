package org.apctck.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apctck.kit.Comparison.Kind;
import org.apctck.spec.Verdict;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Trace;
import org.jspecify.annotations.Nullable;

/** Judges one trace by the checks of its case. */
final class TraceJudge {
    /** Clocks advance in ticks, and a wait may end up to one tick early: 15.625 ms on Windows. */
    private static final long TICK_MICROS = 16_000;

    /** What a table that says nothing about observations leaves out; a row of outcomes leaves out calls as well. */
    private static final Set<EventKind> NOTHING_MORE = EnumSet.noneOf(EventKind.class);

    private static final Set<EventKind> CALLS = EnumSet.of(EventKind.CALLS);

    private TraceJudge() {}

    /**
     * The first check that fails decides; a need of the program that was not met comes before it, unless the trace differs
     * from what is expected before the place where the need arose.
     */
    static Judgement judge(Case scenario, Trace trace) {
        List<Judgement> unmet = scenario.checks().stream()
                .map(check -> judge(check, trace))
                .flatMap(Optional::stream)
                .toList();
        Optional<Judgement> first = unmet.stream()
                .filter(judgement -> judgement.verdict() == Verdict.FAIL)
                .min(Comparator.comparingInt(TraceJudge::event));
        Needs needs = Needs.unmet(scenario.program(), trace);
        if (needs != null
                && (first.isEmpty()
                        || event(first.get()) >= needs.event()
                                && needs.event() < trace.events().size())) {
            return Judgement.of(Verdict.INCONCLUSIVE, needs.reason() + on(trace));
        }
        return first.or(() -> unmet.stream().findFirst()).orElseGet(() -> Judgement.of(Verdict.PASS, ""));
    }

    private static int event(Judgement judgement) {
        Difference difference = judgement.difference();
        return difference == null ? Integer.MAX_VALUE : difference.event();
    }

    private static Optional<Judgement> judge(Check check, Trace trace) {
        if (check instanceof Check.Exactly exactly) {
            Comparison comparison = Comparison.of(exactly.events(), trace, exactly.thread(), NOTHING_MORE);
            return judgement(check, check.line(), trace, exactly.thread(), comparison);
        }
        if (check instanceof Check.OneOf oneOf) {
            return judge(oneOf, trace);
        }
        if (check instanceof Check.TookAtLeast took) {
            return judge(took, trace);
        }
        return Optional.empty();
    }

    private static Optional<Judgement> judge(Check.OneOf check, Trace trace) {
        List<RowDifference> rows = new ArrayList<>();
        for (Check.Row row : check.rows()) {
            RowDifference difference = difference(row, trace);
            if (difference == null) {
                return Optional.empty();
            }
            rows.add(difference);
        }
        Optional<RowDifference> unseen = rows.stream()
                .filter(row -> row.comparison().kind() == Kind.UNSEEN)
                .findFirst();
        Optional<RowDifference> nearest = unseen.or(() -> rows.stream()
                .max(Comparator.comparingInt(row -> row.comparison().event())));
        return nearest.flatMap(row -> judgement(check, row.line(), trace, row.thread(), row.comparison()))
                .map(judgement -> unseen.isPresent() ? judgement : naming(check, judgement, trace));
    }

    private static Judgement naming(Check.OneOf check, Judgement judgement, Trace trace) {
        String shown = check.rows().isEmpty()
                ? ""
                : check.rows().get(0).threads().keySet().stream()
                        .map(thread -> summary(trace, thread))
                        .collect(Collectors.joining(" | "));
        return new Judgement(
                judgement.verdict(),
                "no row shows this outcome: " + shown + "; nearest is the row at line "
                        + Objects.requireNonNull(judgement.difference()).line() + ": " + judgement.reason(),
                judgement.difference());
    }

    private record RowDifference(int line, String thread, Comparison comparison) {}

    /** The first difference from a row, by its place in the trace; null if the trace shows the row. */
    private static @Nullable RowDifference difference(Check.Row row, Trace trace) {
        return row.threads().entrySet().stream()
                .map(cell -> new RowDifference(
                        row.line(), cell.getKey(), Comparison.of(cell.getValue(), trace, cell.getKey(), CALLS)))
                .filter(cell -> cell.comparison().kind() != Kind.EQUAL)
                .min(Comparator.comparing(
                                (RowDifference cell) -> cell.comparison().kind() != Kind.DIFFERENT)
                        .thenComparing(cell -> cell.comparison().event()))
                .orElse(null);
    }

    /** Whether the outcome of {@code trace} is that of the row. */
    static boolean shows(Check.Row row, Trace trace) {
        return difference(row, trace) == null;
    }

    private static Optional<Judgement> judge(Check.TookAtLeast check, Trace trace) {
        String wanted = check.function() + " to take at least " + check.millis() + " ms";
        Span span = Span.of(trace, check.thread()).stream()
                .filter(candidate -> candidate.isOf(check.function()))
                .findFirst()
                .orElse(null);
        int end = trace.events().size();
        if (span == null) {
            return Optional.of(failed(check, check.line(), trace, end, check.thread(), wanted, "it was never called"));
        }
        Event returned = span.returned();
        if (returned == null) {
            return Optional.of(failed(check, check.line(), trace, end, check.thread(), wanted, "it did not return"));
        }
        long micros = returned.micros() - span.begun().micros();
        if (micros >= check.millis() * 1000L - TICK_MICROS) {
            return Optional.empty();
        }
        String took = "it took " + micros / 1000 + " ms";
        return Optional.of(failed(check, check.line(), trace, span.end(), check.thread(), wanted, took));
    }

    private static Optional<Judgement> judgement(
            Check check, int line, Trace trace, String thread, Comparison comparison) {
        String expected = comparison.expected() == null ? "nothing more" : "`" + comparison.expected() + "`";
        if (comparison.kind() == Kind.EQUAL) {
            return Optional.empty();
        }
        if (comparison.kind() == Kind.UNSEEN) {
            return Optional.of(
                    Judgement.of(Verdict.INCONCLUSIVE, thread + ": " + expected + " was not seen" + on(trace)));
        }
        String actual = comparison.event() < trace.events().size()
                ? "`" + trace.events().get(comparison.event()).happening().text() + "`"
                : "nothing more happened";
        return Optional.of(failed(check, line, trace, comparison.event(), thread, expected, actual));
    }

    private static Judgement failed(
            Check check, int line, Trace trace, int event, String thread, String expected, String actual) {
        String stuck = trace.evidence().isEmpty() ? "" : " (" + trace.evidence() + ")";
        return new Judgement(
                Verdict.FAIL,
                thread + ": expected " + expected + ", but " + actual + on(trace) + stuck,
                new Difference(check, line, trace, event, expected, actual));
    }

    /** By which schedule the model came to {@code trace}, as the end of a reason. */
    static String on(Trace trace) {
        return trace.schedule() == null ? "" : ", on schedule " + trace.schedule();
    }

    /** What happened on a thread, without its calls, in the notation of rows. */
    static String summary(Trace trace, String thread) {
        String events = trace.on(thread).stream()
                .filter(event -> !event.kind().isObservation() && event.kind() != EventKind.CALLS)
                .map(event -> event.happening().text())
                .collect(Collectors.joining("; "));
        return thread + ": " + (events.isEmpty() ? "nothing" : events);
    }

    /** A row in the notation of tables. */
    static String text(Check.Row row) {
        return row.threads().entrySet().stream().map(TraceJudge::text).collect(Collectors.joining(" | "));
    }

    private static String text(Map.Entry<String, List<Expected>> cell) {
        String events = cell.getValue().stream().map(Expected::toString).collect(Collectors.joining("; "));
        return cell.getKey() + ": " + (events.isEmpty() ? "nothing" : events);
    }
}
