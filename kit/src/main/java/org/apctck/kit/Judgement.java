package org.apctck.kit;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apctck.spec.Trace;
import org.apctck.spec.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What is said of one attempt at a case.
 *
 * @param reason one line for people; may be empty for {@link Verdict#PASS}
 * @param difference where the trace first differs; null unless a check is not met
 * @param rejections of each examiner that objects to a trace, the first trace it rejects
 */
public record Judgement(
        Verdict verdict, String reason, @Nullable Difference difference, List<Rejection> rejections) {
    public Judgement {
        rejections = List.copyOf(rejections);
    }

    /** A judgement that rests on the checks alone. */
    public Judgement(Verdict verdict, String reason, @Nullable Difference difference) {
        this(verdict, reason, difference, List.of());
    }

    /** A judgement that no check is the cause of. */
    public static Judgement of(Verdict verdict, String reason) {
        return new Judgement(verdict, reason, null);
    }

    /** The traces that show why; they are kept with the results. */
    public List<Trace> evidence() {
        Trace different = difference == null ? null : difference.trace();
        return Stream.concat(
                        Stream.of(different).filter(Objects::nonNull),
                        rejections.stream().map(Rejection::trace))
                .distinct()
                .toList();
    }

    /**
     * This judgement with the rejections recorded beside it: those that concern {@code rule}, which the case is about, turn a pass
     * into a failure, or into nothing that is known if an examiner gave up, and do nothing else.
     */
    Judgement with(String rule, List<Rejection> found) {
        List<Rejection> concerning = found.stream()
                .filter(rejection -> rejection.objection().concerns(rule))
                .toList();
        if (concerning.isEmpty() || verdict != Verdict.PASS) {
            return new Judgement(verdict, reason, difference, found);
        }
        Rejection first = concerning.stream()
                .filter(rejection -> rejection.objection().decided())
                .findFirst()
                .orElse(concerning.get(0));
        Verdict worse = first.objection().decided() ? Verdict.FAIL : Verdict.INCONCLUSIVE;
        return new Judgement(worse, first.objection() + TraceJudge.on(first.trace()), null, found);
    }
}
