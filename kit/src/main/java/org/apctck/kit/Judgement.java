package org.apctck.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apctck.spec.Objection;
import org.apctck.spec.Verdict;
import org.apctck.spec.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * What is said of one attempt at a case.
 *
 * @param reason one line for people; may be empty for {@link Verdict#PASS}
 * @param difference where the trace first differs; null unless a check is not met
 * @param rejections what examiners have against traces: of each the first for every rule, and each finding
 */
public record Judgement(
        Verdict verdict, String reason, @Nullable Difference difference, List<Rejection> rejections) {
    /** How often what was not measured is measured again within one attempt. */
    public static final int AGAIN_MAX = 3;

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
     * This judgement of a run of a case about {@code rule} with what there was against earlier runs as well. Findings about them
     * are held against a case that fails, too.
     */
    public Judgement and(String rule, List<Rejection> earlier) {
        Stream<Rejection> before = earlier.stream()
                .map(rejection -> fails() && rejection.objection().isFinding() ? rejection.restingOn(rule) : rejection);
        return new Judgement(
                verdict,
                reason,
                difference,
                Rejection.distinct(Stream.concat(rejections.stream(), before).toList()));
    }

    /**
     * Whether nothing was measured: what the case needs did not happen, or the trace was not closed in time. It says nothing about
     * the implementation, so that another measurement is no second chance for a verdict. Where an examiner has something against
     * the trace, or gave up, another one would come to the same.
     */
    public boolean isUnmeasured() {
        return verdict == Verdict.INCONCLUSIVE && difference == null && rejections.isEmpty();
    }

    private boolean fails() {
        return verdict == Verdict.FAIL || verdict == Verdict.CRASH || verdict == Verdict.TIMEOUT;
    }

    /**
     * This judgement of a case about {@code rule} in the light of all that examiners have against the traces of its run.
     *
     * <p>What rests on that rule turns a pass into a failure; if an examiner gave up, a pass is no longer one. What rests on
     * another rule is held against that one. It excuses a failure if up to the event at which the check fails the trace was
     * rejected for other rules alone: then what the case needs was broken, and it says nothing about its own rule. At that very
     * event a guess is no excuse.
     */
    Judgement with(String rule, List<Rejection> all) {
        List<String> broken = broken(rule, all);
        List<Rejection> found = Rejection.distinct(broken.isEmpty() ? attributed(rule, all) : all);
        if (!broken.isEmpty()) {
            String reason =
                    String.join(", ", broken) + (broken.size() == 1 ? " is" : " are") + " broken: " + this.reason;
            return new Judgement(Verdict.INCONCLUSIVE, reason, difference, found);
        }
        Optional<Rejection> deciding = found.stream()
                .filter(rejection -> rejection.objection().rule().equals(rule)
                        || !rejection.objection().decided())
                .min(Comparator.comparing(rejection -> !rejection.objection().decided()));
        if (verdict != Verdict.PASS || deciding.isEmpty()) {
            return new Judgement(verdict, reason, difference, found);
        }
        Rejection first = deciding.get();
        Verdict worse = first.objection().decided() ? Verdict.FAIL : Verdict.INCONCLUSIVE;
        return new Judgement(worse, first.objection() + TraceJudge.on(first.trace()), null, List.of(first))
                .and(rule, found);
    }

    /**
     * The rules without which the check would not have failed where it did; empty if there are none, or if it is not certain: what
     * rests on no rule, on that of the case, or on a guess about the event itself excuses nothing. A case that needed something
     * which did not happen names them, too.
     */
    private List<String> broken(String rule, List<Rejection> all) {
        List<Rejection> upTo = all.stream().filter(this::counts).toList();
        boolean isExcuse = upTo.stream()
                .allMatch(rejection -> !rejection.objection().isFinding()
                        && !rejection.objection().rule().equals(rule)
                        && !(rejection.objection().isGuess() && isWhereTheCheckFails(rejection)));
        return isExcuse
                ? upTo.stream()
                        .map(rejection -> rejection.objection().rule())
                        .distinct()
                        .toList()
                : List.of();
    }

    /** Whether a rejection may be the reason why the check fails, or why the case says nothing. */
    private boolean counts(Rejection rejection) {
        if (verdict == Verdict.INCONCLUSIVE) {
            return rejection.objection().decided();
        }
        return verdict == Verdict.FAIL
                && difference != null
                && difference.trace() != null
                && rejection.trace().equals(difference.trace())
                && rejection.objection().decided()
                && rejection.event() <= difference.event();
    }

    private boolean isWhereTheCheckFails(Rejection rejection) {
        return difference != null
                && difference.trace() != null
                && rejection.isAt(difference.trace(), difference.event());
    }

    /**
     * The rejections, each with the rule that it is held against. At the event at which a check fails that is the rule of the case,
     * and so it is for a finding about a run that fails: one gap must not count twice. Where another examiner names the rule, a
     * finding about the same event says the same.
     */
    private List<Rejection> attributed(String rule, List<Rejection> all) {
        List<Rejection> attributed = new ArrayList<>();
        for (Rejection rejection : all) {
            Objection objection = rejection.objection();
            if (objection.decided() && isWhereTheCheckFails(rejection) || objection.isFinding() && fails()) {
                attributed.add(rejection.restingOn(rule));
            } else if (!objection.isFinding()
                    || all.stream()
                            .noneMatch(other -> !other.objection().rule().isEmpty()
                                    && other.isAt(rejection.trace(), rejection.event()))) {
                attributed.add(rejection);
            }
        }
        return attributed;
    }
}
