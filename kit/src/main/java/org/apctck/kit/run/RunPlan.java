package org.apctck.kit.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apctck.kit.Case;
import org.apctck.kit.race.RaceBounds;
import org.apctck.kit.results.Request;
import org.apctck.spec.Examiner;
import org.apctck.spec.rules.Catalogue;

/**
 * What to run.
 *
 * @param repeats how often each case is run; 1 for once
 * @param options of the command, as stated in the header of the results
 * @param races how far an attempt at a race goes
 * @param time after which no other attempt begins
 * @param request what the results answer to
 * @param examiners makes those who look at the traces of one instance of a target during one run
 */
public record RunPlan(
        List<Case> cases,
        Catalogue catalogue,
        int repeats,
        Map<String, String> options,
        RaceBounds races,
        Duration time,
        Request request,
        Supplier<List<Examiner>> examiners) {
    public RunPlan {
        cases = List.copyOf(cases);
        options = Map.copyOf(options);
    }

    /** A plan by which the checks of the cases alone decide. */
    public RunPlan(List<Case> cases, Catalogue catalogue, int repeats, Map<String, String> options, Request request) {
        this(
                cases,
                catalogue,
                repeats,
                options,
                RaceBounds.DEFAULT,
                usualTime(cases.size(), repeats, RaceBounds.DEFAULT),
                request,
                List::of);
    }

    /** Some ten times what a run takes, so that a target which hangs again and again comes to an end. */
    public static Duration usualTime(int cases, int repeats, RaceBounds races) {
        return Duration.ofMinutes(10).plusMillis((long) cases * repeats * (2000 + races.millis()));
    }
}
