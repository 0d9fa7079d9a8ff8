package org.apctck.kit.results;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apctck.kit.Histogram;
import org.apctck.kit.Rejection;
import org.apctck.spec.Verdict;
import org.apctck.spec.trace.Outcome;
import org.jspecify.annotations.Nullable;

/** Rolls the attempts at one scenario up, one after the other, and keeps no more of them than their result needs. */
final class RollUp {
    /** Attempts may come in any order: instances of a target make them side by side. */
    private static final Comparator<Attempt> WORST_FIRST =
            Comparator.comparing(Attempt::verdict).thenComparingInt(Attempt::number);

    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final Map<Outcome, Integer> outcomes = new LinkedHashMap<>();
    private List<Rejection> rejections = List.of();
    private @Nullable Attempt worst;
    private @Nullable Histogram race;
    private int made;
    private int again;
    private boolean isCut;

    void add(Attempt attempt) {
        made++;
        again += attempt.again().size();
        verdicts.merge(attempt.verdict(), 1, Integer::sum);
        worst = worst == null ? attempt : Collections.min(List.of(worst, attempt), WORST_FIRST);
        List<Rejection> more = attempt.judgement().rejections();
        rejections = Rejection.distinct(
                Stream.concat(rejections.stream(), more.stream()).toList());
        Histogram other = attempt.race();
        if (other != null) {
            race = race == null ? other : race.plus(other);
        }
        Sample sample = attempt.sample();
        sample.outcomes().forEach(this::add);
        isCut |= sample.outcomeCount() > sample.outcomes().size();
    }

    private void add(Outcome outcome) {
        if (outcomes.containsKey(outcome) || outcomes.size() < Sample.OUTCOMES_MAX) {
            outcomes.merge(outcome, 1, Integer::sum);
        } else {
            isCut = true;
        }
    }

    /** What the attempts come to if {@code repeats} of them were asked for. */
    ScenarioResult result(Header.Asked asked, int repeats) {
        Map<Verdict, Integer> histogram = new EnumMap<>(Verdict.class);
        histogram.putAll(verdicts);
        if (made < repeats) {
            histogram.merge(Verdict.NOT_RUN, repeats - made, Integer::sum);
        }
        Verdict verdict = Verdict.rollUp(histogram.keySet());
        return new ScenarioResult(
                asked.scenario(),
                asked.rule(),
                verdict,
                worst == null || worst.verdict() != verdict ? null : worst,
                histogram,
                race,
                outcomes.entrySet().stream()
                        .map(seen -> new Seen(seen.getKey(), seen.getValue()))
                        .toList(),
                isCut,
                rejections,
                again);
    }
}
