package org.apctck.kit.results;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apctck.kit.CaseJson;
import org.apctck.spec.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What all attempts at a scenario come to.
 *
 * @param worst the attempt that decides the verdict; null if there was none
 * @param histogram how many attempts ended in each verdict
 */
public record ScenarioResult(
        String scenario,
        String rule,
        Verdict verdict,
        @Nullable Attempt worst,
        Map<Verdict, Integer> histogram) {
    public ScenarioResult {
        Map<Verdict, Integer> copy = new EnumMap<>(Verdict.class);
        copy.putAll(histogram);
        histogram = Collections.unmodifiableMap(copy);
    }

    static ScenarioResult of(Header.Asked asked, int repeats, List<Attempt> attempts) {
        Map<Verdict, Integer> histogram = new EnumMap<>(Verdict.class);
        attempts.forEach(attempt -> histogram.merge(attempt.verdict(), 1, Integer::sum));
        if (attempts.size() < repeats) {
            histogram.merge(Verdict.NOT_RUN, repeats - attempts.size(), Integer::sum);
        }
        Verdict verdict = Verdict.rollUp(histogram.keySet());
        Attempt worst = attempts.stream()
                .filter(attempt -> attempt.verdict() == verdict)
                .findFirst()
                .orElse(null);
        return new ScenarioResult(asked.scenario(), asked.rule(), verdict, worst, histogram);
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
