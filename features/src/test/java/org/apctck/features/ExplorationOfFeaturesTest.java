package org.apctck.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apctck.kit.Case;
import org.apctck.reference.search.Exploration;
import org.apctck.reference.search.Explorer;
import org.apctck.reference.search.Simulation;
import org.apctck.spec.trace.Outcome;
import org.apctck.spec.trace.Trace;
import org.junit.jupiter.api.Test;

/** The explorer on every program of the features: what deduplication leaves out, and what a schedule token is worth. */
class ExplorationOfFeaturesTest {
    private static final long SCHEDULES_MAX = 10_000;
    private static final List<Case> CASES = FeatureCompiler.compile();

    @Test
    void deduplicationLosesNoOutcome() {
        int compared = 0;
        for (Case scenario : CASES) {
            Exploration with = Explorer.explore(scenario.program());
            if (with.schedules() > SCHEDULES_MAX) {
                continue;
            }
            Exploration without = Explorer.explore(scenario.program(), Explorer.STATES_MAX, false);
            assertThat(outcomes(without)).as(scenario.id()).isEqualTo(outcomes(with));
            assertThat(without.schedules()).as(scenario.id()).isEqualTo(with.schedules());
            compared++;
        }
        assertThat(compared).isGreaterThan(CASES.size() * 9 / 10);
    }

    @Test
    void everyOutcomeIsFoundOnceAndTheSameInEveryRun() {
        for (Case scenario : CASES) {
            Exploration first = Explorer.explore(scenario.program());
            Exploration second = Explorer.explore(scenario.program());
            assertThat(first.isComplete()).as(scenario.id()).isTrue();
            assertThat(outcomes(first)).as(scenario.id()).hasSize(first.size());
            assertThat(second.traces()).as(scenario.id()).isEqualTo(first.traces());
        }
    }

    @Test
    void everyScheduleReplaysToItsOutcome() {
        for (Case scenario : CASES) {
            for (Trace trace : Explorer.explore(scenario.program()).traces()) {
                String schedule = trace.schedule();
                assertThat(schedule).isNotNull();
                Trace replayed = Simulation.run(scenario.program(), schedule);
                assertThat(replayed.outcome()).as(scenario.id()).isEqualTo(trace.outcome());
                assertThat(replayed.events()).as(scenario.id()).isEqualTo(trace.events());
            }
        }
    }

    private static Set<Outcome> outcomes(Exploration exploration) {
        return exploration.traces().stream().map(Trace::outcome).collect(Collectors.toSet());
    }
}
