package org.apctck.kit.results;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apctck.kit.CaseJson;
import org.apctck.kit.Histogram;
import org.apctck.kit.Rejection;
import org.apctck.spec.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What all attempts at a scenario come to.
 *
 * @param worst the attempt that decides the verdict, the first of several; null if there was none
 * @param histogram how many attempts ended in each verdict
 * @param race the outcomes of a race over the runs of all attempts; null for what is run once an attempt
 * @param outcomes the different outcomes of all attempts, in the order in which they were first seen
 * @param isCut whether there were more outcomes than are kept
 * @param rejections what examiners had against the traces of any attempt
 * @param again how often it was measured again, as nothing had been measured
 */
public record ScenarioResult(
        String scenario,
        String rule,
        Verdict verdict,
        @Nullable Attempt worst,
        Map<Verdict, Integer> histogram,
        @Nullable Histogram race,
        List<Seen> outcomes,
        boolean isCut,
        List<Rejection> rejections,
        int again) {
    public ScenarioResult {
        Map<Verdict, Integer> copy = new EnumMap<>(Verdict.class);
        copy.putAll(histogram);
        histogram = Collections.unmodifiableMap(copy);
        outcomes = List.copyOf(outcomes);
        rejections = List.copyOf(rejections);
    }

    /** What a single attempt comes to. */
    public static ScenarioResult of(Attempt attempt) {
        return of(List.of(attempt));
    }

    /** What several attempts at one scenario come to. */
    public static ScenarioResult of(List<Attempt> attempts) {
        Attempt first = attempts.get(0);
        RollUp all = new RollUp();
        attempts.forEach(all::add);
        return all.result(
                new Header.Asked(first.scenario().id(), first.scenario().rule()), attempts.size());
    }

    /**
     * What there is against the target beside the verdict: objections that rest on other rules than that of the scenario, and
     * findings. Where the documentation is silent, a finding is part of what is observed.
     */
    public List<Rejection> besides() {
        return rejections.stream()
                .filter(rejection -> rejection.objection().decided()
                        && !rejection.objection().rule().equals(rule)
                        && !(rejection.objection().isFinding() && verdict == Verdict.OBSERVED))
                .toList();
    }

    /** The rules beside its own that an examiner has seen broken in it. */
    Set<String> rulesSeenBroken() {
        return rejections.isEmpty()
                ? Set.of()
                : besides().stream()
                        .map(rejection -> rejection.objection().rule())
                        .filter(broken -> !broken.isEmpty())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How many attempts were asked for. */
    public int attempts() {
        return histogram.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Why it has its verdict, in one line. */
    public String reason() {
        return worst == null ? "there is no result" : worst.judgement().reason();
    }

    /** The digest of the case that was run; empty if none was. */
    public String digest() {
        return worst == null ? "" : CaseJson.digest(worst.scenario());
    }
}
