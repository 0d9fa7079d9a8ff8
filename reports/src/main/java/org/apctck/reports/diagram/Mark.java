package org.apctck.reports.diagram;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apctck.kit.Check;
import org.apctck.kit.Difference;
import org.apctck.kit.Judgement;
import org.apctck.kit.Rejection;
import org.apctck.kit.diff.Divergence;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.Trace;

/**
 * An event of a trace that matters, and what there is to say of it.
 *
 * @param event its index in the trace; the number of events for its end
 * @param thread in whose column the note stands; empty if it is about all of them
 * @param note one or a few lines; what should be there instead, for instance
 */
public record Mark(int event, String thread, String note) {
    private static final int ALLOWED_MAX = 3;

    /** Where {@code trace} first differs from what is demanded; empty if the judgement has nothing against this trace. */
    public static Optional<Mark> of(Judgement judgement, Trace trace) {
        Difference difference = judgement.difference();
        if (difference != null && trace.equals(difference.trace())) {
            return Optional.of(of(difference, trace));
        }
        return judgement.rejections().stream()
                .filter(rejection -> rejection.trace().equals(trace))
                .findFirst()
                .map(rejection -> of(rejection, trace));
    }

    private static Mark of(Difference difference, Trace trace) {
        boolean isOfTime = difference.check() instanceof Check.TookAtLeast;
        return new Mark(
                difference.event(),
                thread(difference, trace),
                "expected " + difference.expected() + (isOfTime ? ", but " + difference.actual() : ""));
    }

    private static String thread(Difference difference, Trace trace) {
        if (difference.check() instanceof Check.Exactly exactly) {
            return exactly.thread();
        }
        if (difference.check() instanceof Check.TookAtLeast took) {
            return took.thread();
        }
        String thread = thread(difference.event(), trace);
        return thread.isEmpty() && difference.check() instanceof Check.OneOf oneOf
                ? awaiting(oneOf, difference)
                : thread;
    }

    /** The only thread that the row of a difference expects the missing event of; empty if it may be one of several. */
    private static String awaiting(Check.OneOf check, Difference difference) {
        List<String> threads = check.rows().stream()
                .filter(row -> row.line() == difference.line())
                .flatMap(row -> row.threads().entrySet().stream())
                .filter(cell -> cell.getValue().stream()
                        .anyMatch(event -> difference.expected().equals("`" + event + "`")))
                .map(Map.Entry::getKey)
                .toList();
        return threads.size() == 1 ? threads.get(0) : "";
    }

    private static String thread(int event, Trace trace) {
        return event >= 0 && event < trace.events().size()
                ? trace.events().get(event).thread()
                : "";
    }

    private static Mark of(Rejection rejection, Trace trace) {
        StringBuilder note = new StringBuilder(rejection.objection().toString());
        List<String> allowed = rejection.objection().allowed();
        for (int i = 0; i < Math.min(allowed.size(), ALLOWED_MAX); i++) {
            note.append(i == 0 ? "; allowed here: " : " | ").append(allowed.get(i));
        }
        if (allowed.size() > ALLOWED_MAX) {
            note.append(" and ").append(allowed.size() - ALLOWED_MAX).append(" more");
        }
        return new Mark(rejection.event(), thread(rejection.event(), trace), note.toString());
    }

    /**
     * Where a trace parts from one of another target.
     *
     * @param trace the one on the left of {@code divergence}
     * @param other the name of the target on its right
     */
    public static Mark left(Divergence divergence, Trace trace, String other) {
        return of(divergence, trace, other + ": " + divergence.rightEvent());
    }

    /**
     * Where a trace parts from one of another target.
     *
     * @param trace the one on the right of {@code divergence}
     * @param other the name of the target on its left
     */
    public static Mark right(Divergence divergence, Trace trace, String other) {
        return of(divergence, trace, other + ": " + divergence.leftEvent());
    }

    private static Mark of(Divergence divergence, Trace trace, String note) {
        int left = divergence.event();
        for (int i = 0; i < trace.events().size(); i++) {
            Event event = trace.events().get(i);
            if (!event.kind().isObservation() && event.thread().equals(divergence.thread()) && left-- == 0) {
                return new Mark(i, divergence.thread(), note);
            }
        }
        return new Mark(trace.events().size(), divergence.thread(), note);
    }
}
