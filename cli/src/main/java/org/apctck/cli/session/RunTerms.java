package org.apctck.cli.session;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apctck.cli.target.NamedTarget;
import org.apctck.kit.Case;
import org.apctck.kit.race.RaceBounds;
import org.apctck.kit.results.Expectations;
import org.apctck.kit.results.Request;
import org.apctck.kit.run.RunPlan;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.rules.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * How cases are run on a target.
 *
 * @param options of the target
 * @param time for the target, or null for the usual one
 * @param instances of the target side by side, or null for as many as are usual
 * @param recording where its runs are recorded, by the name of the folder of its results; or null
 * @param expectations the known deviations of the target
 */
public record RunTerms(
        Map<String, String> options,
        int repeats,
        RaceBounds races,
        @Nullable Duration time,
        @Nullable Integer instances,
        @Nullable Function<String, Path> recording,
        Function<TargetDescription, Expectations> expectations) {
    /** Once, as usual, with {@code options}; nothing is known of the target. */
    public static RunTerms usual(Map<String, String> options, @Nullable Function<String, Path> recording) {
        return new RunTerms(options, 1, RaceBounds.DEFAULT, null, null, recording, target -> Expectations.NONE);
    }

    /** The same, each case {@code times} times. */
    RunTerms times(int times) {
        return new RunTerms(options, times, races, time, instances, recording, expectations);
    }

    /** The same, with what is known of the target. */
    public RunTerms expecting(Function<TargetDescription, Expectations> known) {
        return new RunTerms(options, repeats, races, time, instances, recording, known);
    }

    /** How many instances of a target are opened: a recording is played in one go. */
    int instances(NamedTarget target) {
        if (target.isRecording()) {
            return 1;
        }
        return instances == null ? target.provider().instances() : instances;
    }

    /**
     * What results of a target answer to.
     *
     * @param run that they are of; empty for none
     */
    Request request(NamedTarget target, TargetDescription started, String run) {
        return new Request(run, target.given(), expectations.apply(started).on(started, LocalDate.now(ZoneOffset.UTC)));
    }

    RunPlan plan(NamedTarget target, List<Case> cases, Catalogue catalogue, Request request) {
        Map<String, String> stated = new LinkedHashMap<>(options);
        stated.put("jobs", String.valueOf(instances(target)));
        stated.putAll(races.stated());
        return new RunPlan(
                cases,
                catalogue,
                repeats,
                stated,
                races,
                time == null ? RunPlan.usualTime(cases.size(), repeats, races) : time,
                request,
                () -> Examiners.of(catalogue, cases, target.isModel(options)));
    }
}
