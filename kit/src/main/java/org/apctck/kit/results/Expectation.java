package org.apctck.kit.results;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apctck.kit.Case;
import org.apctck.spec.Objection;
import org.apctck.spec.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A known deviation of a target.
 *
 * @param kind what the entry speaks of
 * @param subject the id of a rule or of a scenario; of a finding what its reason must contain
 * @param in the scenario in which an examiner objects; empty for any, and for what is no objection
 * @param condition on which targets it is known
 * @param verdicts the one that is expected, or several for a deviation that comes and goes
 * @param shows what the reason of the verdict or of the objection must contain, such as the first event that differs; empty for
 *     anything
 * @param reason why the target deviates, for people
 * @param bug the address of the bug that was reported for it, or empty
 * @param review the day after which the entry must be looked at again, or null
 * @param digest of the case that the entry was written for, or null; for another digest the entry is stale
 * @param place file and line of the entry
 */
public record Expectation(
        Kind kind,
        String subject,
        String in,
        Condition condition,
        Set<Verdict> verdicts,
        String shows,
        String reason,
        String bug,
        @Nullable LocalDate review,
        @Nullable String digest,
        String place) {
    public Expectation {
        verdicts = Collections.unmodifiableSet(EnumSet.copyOf(verdicts));
    }

    /** What an entry speaks of. */
    public enum Kind {
        /** The verdict of each scenario of a rule. */
        RULE,
        /** The verdict of a scenario, which is more specific. */
        SCENARIO,
        /** Objections that rest on a rule, in scenarios of others. */
        OBJECTION,
        /** Objections that rest on no rule. */
        FINDING;

        /** The name of the field that holds the subject. */
        String field() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The entry where its condition is known to hold. */
    Expectation held() {
        return new Expectation(
                kind, subject, in, Condition.ALWAYS, verdicts, shows, reason, bug, review, digest, place);
    }

    /** Whether the entry is about the verdict of one scenario rather than of all of a rule. */
    public boolean isOfScenario() {
        return kind == Kind.SCENARIO;
    }

    /** Whether the entry is about objections, beside the verdicts of scenarios. */
    public boolean isOfObjections() {
        return kind == Kind.OBJECTION || kind == Kind.FINDING;
    }

    /** Whether the entry speaks of the verdict of {@code result}. */
    boolean isAbout(ScenarioResult result) {
        return switch (kind) {
            case RULE -> subject.equals(result.rule());
            case SCENARIO -> subject.equals(result.scenario());
            case OBJECTION, FINDING -> false;
        };
    }

    /** Whether the entry accounts for {@code objection}, which was made in that scenario. */
    boolean covers(String scenario, Objection objection) {
        boolean isKind = kind == Kind.OBJECTION
                ? subject.equals(objection.rule())
                : kind == Kind.FINDING && objection.isFinding();
        return isKind
                && (in.isEmpty() || in.equals(scenario))
                && objection.reason().contains(kind == Kind.FINDING ? subject : shows);
    }

    /**
     * Whether the entry is about a rule that {@code objection} rests on, or about one of its scenarios: the rule is known to be broken,
     * so a program that is about no rule may show it as well.
     */
    boolean knowsBroken(Objection objection) {
        String rule = objection.rule();
        boolean isOfRule =
                kind == Kind.RULE && subject.equals(rule) || kind == Kind.SCENARIO && subject.startsWith(rule + "/");
        return !rule.isEmpty() && isOfRule && !verdicts.equals(Set.of(Verdict.PASS));
    }

    /** Whether there is something among {@code known} that the entry can be about. */
    boolean isOfAny(List<Case> known) {
        return switch (kind) {
            case RULE -> known.stream().anyMatch(scenario -> subject.equals(scenario.rule()));
            case SCENARIO -> known.stream().anyMatch(scenario -> subject.equals(scenario.id()));
            case OBJECTION, FINDING -> in.isEmpty() || known.stream().anyMatch(scenario -> in.equals(scenario.id()));
        };
    }

    /**
     * Whether an entry about objections holds no more: every scenario in which they could be made was run, and none was.
     *
     * @param known every case that there is
     */
    boolean isGone(List<ScenarioResult> results, List<Case> known) {
        if (!isOfObjections() || verdicts.contains(Verdict.PASS)) {
            return false;
        }
        Set<String> run = results.stream()
                .filter(result -> result.verdict() != Verdict.NOT_RUN && result.verdict() != Verdict.ERROR)
                .map(ScenarioResult::scenario)
                .collect(Collectors.toSet());
        boolean allRun =
                in.isEmpty() ? known.stream().allMatch(scenario -> run.contains(scenario.id())) : run.contains(in);
        return allRun
                && results.stream()
                        .noneMatch(result -> result.besides().stream()
                                .anyMatch(rejection -> covers(result.scenario(), rejection.objection())));
    }

    /** The subject with what it is, where that is neither a rule nor a scenario. */
    public String title() {
        String place = in.isEmpty() ? " in scenarios of other rules" : " in " + in;
        return switch (kind) {
            case RULE, SCENARIO -> subject;
            case OBJECTION -> subject + place;
            case FINDING -> "finding `" + subject + "`" + (in.isEmpty() ? "" : place);
        };
    }

    /** The verdicts in words: {@code PASS or FAIL}. */
    public String verdictText() {
        return verdicts.stream().map(Verdict::name).collect(Collectors.joining(" or "));
    }
}
