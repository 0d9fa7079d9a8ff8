package org.apctck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.apctck.kit.results.RuleResult;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.spec.Verdict;
import org.junit.jupiter.api.Test;

class SampleReportTest {
    private final TargetReport winpr = SampleReport.report().targets().get(1);

    @Test
    void everyVerdictOccurs() {
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        winpr.summary().scenarios().stream().map(ScenarioResult::verdict).forEach(verdicts::add);
        winpr.summary().rules().stream().map(RuleResult::verdict).forEach(verdicts::add);

        assertThat(verdicts).containsExactlyInAnyOrder(Verdict.values());
    }

    @Test
    void thereAreKnownAndUnexpectedDeviations() {
        assertThat(winpr.deviations().known())
                .extracting(known -> known.result().scenario())
                .containsExactly("QUEUE-FIFO-1/two-apcs");
        assertThat(winpr.deviations().lines()).hasSize(5).anyMatch(line -> line.contains("matches nothing"));
    }

    @Test
    void theReferenceKeepsEveryRuleAndTheRecordingIsIncomplete() {
        Report report = SampleReport.report();

        assertThat(report.targets().get(0).summary().scenarioCounts()).containsOnlyKeys(Verdict.PASS, Verdict.OBSERVED);
        assertThat(report.targets().get(2).incompleteness()).contains("no footer");
        assertThat(report.targets().get(2).slug()).matches("[A-Za-z0-9._-]+");
    }
}
