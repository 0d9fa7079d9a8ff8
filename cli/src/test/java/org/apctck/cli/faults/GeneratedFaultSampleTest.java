package org.apctck.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apctck.cli.console.Console;
import org.apctck.cli.console.ProgressLine;
import org.apctck.cli.suite.Suite;
import org.apctck.kit.faults.FaultHunt;
import org.apctck.kit.faults.FaultReasons;
import org.apctck.reference.fault.generated.GeneratedFault;
import org.apctck.reference.fault.generated.GeneratedFaults;
import org.apctck.reference.fault.generated.Reach;
import org.junit.jupiter.api.Test;

/** A sample of what {@code faults --generated} runs: all of it takes a minute, too long for every build. */
class GeneratedFaultSampleTest {
    /** One in this many; a prime, as the faults of one deviation follow each other in the order of the conditions. */
    private static final int NTH = 11;

    private static final int PROGRAMS = 40;

    private final Suite suite = Suite.load();
    private final FaultReasons reasons = FaultReasons.load();

    @Test
    void everyFaultOfTheSampleIsCaughtOrListed() {
        List<GeneratedFault> sample = sample();
        FaultTrial trial = new FaultTrial(suite, sample, new ProgressLine(silent(), true));
        FaultHunt hunt = trial.hunt();
        GeneratedFaultReport report = new GeneratedFaultReport(sample, hunt, trial.search(hunt, PROGRAMS), reasons, 0);

        assertThat(report.findings()).isEmpty();
        assertThat(sample)
                .filteredOn(fault -> report.fate(fault) == GeneratedFaultReport.Fate.CAUGHT)
                .hasSizeGreaterThan(150);
    }

    @Test
    void everyDecisionIsAskedForBySomeScenario() {
        Set<String> asked = new HashSet<>();
        suite.cases()
                .forEach(scenario -> asked.addAll(Reach.of(scenario.program()).decisions()));

        Set<String> deviated = new HashSet<>();
        GeneratedFaults.all().forEach(fault -> deviated.addAll(fault.decisions()));
        assertThat(asked).containsAll(deviated);
    }

    private static Console silent() {
        return new Console(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), false, false);
    }

    /** Every so-manieth of those that are not kept back, and all that are listed. */
    private List<GeneratedFault> sample() {
        List<GeneratedFault> open = GeneratedFaults.all().stream()
                .filter(fault -> !fault.isKeptBack())
                .toList();
        List<GeneratedFault> sample = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            if (i % NTH == 0 || reasons.why(open.get(i).id()).isPresent()) {
                sample.add(open.get(i));
            }
        }
        return sample;
    }
}
