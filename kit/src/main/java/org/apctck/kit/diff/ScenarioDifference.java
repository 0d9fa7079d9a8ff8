package org.apctck.kit.diff;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apctck.kit.Check;
import org.apctck.kit.race.RaceSeries;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.spec.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A scenario that came out differently on two sides.
 *
 * @param parting where what happened parts; null if a side has no trace, or only the verdicts differ
 * @param isBesideModel whether one side is the model, which shows all that is allowed, so that nothing is chance
 */
public record ScenarioDifference(
        ScenarioResult one, ScenarioResult other, @Nullable Parting parting, boolean isBesideModel) {
    public String rule() {
        return one.rule();
    }

    public String scenario() {
        return one.scenario();
    }

    /** Its verdict on one side. */
    public Verdict left() {
        return one.verdict();
    }

    /** Its verdict on the other side. */
    public Verdict right() {
        return other.verdict();
    }

    /** Where what happened parts; null if a side has no trace, or only the verdicts differ. */
    public @Nullable Divergence divergence() {
        return parting == null ? null : parting.divergence();
    }

    /** Whether the verdicts differ; if not, what happened does. */
    public boolean isOfVerdict() {
        return left() != right();
    }

    /** Whether neither side can be right or wrong: both are recorded. */
    public boolean isOfObservation() {
        return left() == Verdict.OBSERVED && right() == Verdict.OBSERVED;
    }

    /**
     * Whether it says that the two sides are not the same. What is open by its rule, or may be chance, stands apart:
     * {@link #apart} says why.
     */
    public boolean counts() {
        return apart().isEmpty();
    }

    /** Why it does not count, in a few words; empty if it does. */
    public String apart() {
        if (isOfObservation()) {
            return "the documentation is silent";
        }
        if (isUnmeasured(one) || isUnmeasured(other)) {
            return "not measured on one side";
        }
        if (!isOfVerdict() && isOpen(one)) {
            return "its rule allows several outcomes";
        }
        if (isBesideModel) {
            return "";
        }
        if (isShownByBoth()) {
            return "one side shows both when it is run again";
        }
        return isRace(one) && isRace(other) && !isDisjoint() ? "a race" : "";
    }

    private static boolean isUnmeasured(ScenarioResult result) {
        Attempt worst = result.worst();
        return worst != null && worst.judgement().isUnmeasured();
    }

    private static boolean isOpen(ScenarioResult result) {
        Attempt worst = result.worst();
        return result.verdict() == Verdict.PASS
                && worst != null
                && worst.scenario().checks().stream()
                        .anyMatch(check -> check instanceof Check.OneOf oneOf
                                && oneOf.rows().size() > 1);
    }

    /** A race whose order nobody chose: the model explores every order and leaves nothing to chance. */
    private static boolean isRace(ScenarioResult result) {
        Attempt worst = result.worst();
        return worst != null && RaceSeries.isRace(worst.scenario()) && result.race() != null;
    }

    private boolean isShownByBoth() {
        if (isOfVerdict()) {
            Set<Verdict> verdicts = EnumSet.copyOf(one.histogram().keySet());
            verdicts.retainAll(other.histogram().keySet());
            verdicts.remove(Verdict.NOT_RUN);
            return !verdicts.isEmpty();
        }
        return ResultsDiff.outcomes(one).stream().anyMatch(ResultsDiff.outcomes(other)::contains);
    }

    /** Whether both sides were run often enough to tell a race that comes out otherwise from one that happens to. */
    private boolean isDisjoint() {
        return isOfVerdict() && one.attempts() > 1 && other.attempts() > 1;
    }

    /** Whether what is printed of the two sides is the same: then nobody could say what differs. */
    boolean isIdle() {
        if (left() == Verdict.NOT_APPLICABLE && right() == Verdict.NOT_APPLICABLE) {
            return true; // what a program did that calls what is not there says nothing
        }
        Divergence divergence = divergence();
        return !isOfVerdict()
                && (divergence == null || divergence.leftEvent().equals(divergence.rightEvent()))
                && one.reason().equals(other.reason());
    }

    /** Whether it is the same difference, seen at another time: the same verdicts, parting at the same event. */
    boolean isSameAs(ScenarioDifference earlier) {
        return scenario().equals(earlier.scenario())
                && left() == earlier.left()
                && right() == earlier.right()
                && firstDifference("", "").equals(earlier.firstDifference("", ""));
    }

    /** The first event that differs, in one line. */
    public Optional<String> firstDifference(String leftName, String rightName) {
        return Optional.ofNullable(divergence())
                .map(parts -> (parts.thread().isEmpty() ? "" : parts.thread() + ": ") + leftName + " "
                        + parts.leftEvent() + ", " + rightName + " " + parts.rightEvent());
    }
}
