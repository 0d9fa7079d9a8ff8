package org.apctck.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apctck.kit.Case;
import org.apctck.kit.Targets;
import org.apctck.reference.following.Acceptance;
import org.apctck.reference.following.Acceptance.Status;
import org.apctck.reference.following.Acceptor;
import org.apctck.reference.search.Explorer;
import org.apctck.spec.Target;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.Trace;
import org.junit.jupiter.api.Test;

/** The acceptor on every program of the features: what the reference does, in virtual time or in real time, is accepted. */
class AcceptanceOfFeaturesTest {
    private static final List<Case> CASES = FeatureCompiler.compile();

    @Test
    void everyOutcomeOfTheExplorerIsAccepted() {
        List<String> rejected = new ArrayList<>();
        for (Case scenario : CASES) {
            Acceptor acceptor = new Acceptor(scenario.program());
            Explorer.explore(scenario.program()).traces().forEach(trace -> note(scenario, acceptor, trace, rejected));
        }
        assertThat(rejected).isEmpty();
    }

    @Test
    void everyTraceOfTheLiveDriverIsAccepted() throws TargetUnavailableException {
        List<String> rejected = new ArrayList<>();
        try (Target live = Targets.open("reference-live", java.util.Map.of())) {
            for (Case scenario : CASES) {
                Acceptor acceptor = new Acceptor(scenario.program());
                live.run(scenario.program()).traces().forEach(trace -> note(scenario, acceptor, trace, rejected));
            }
        }
        assertThat(rejected).isEmpty();
    }

    private static void note(Case scenario, Acceptor acceptor, Trace trace, List<String> rejected) {
        Acceptance acceptance = acceptor.accept(trace);
        if (acceptance.status() != Status.ACCEPTED || !acceptance.whole()) {
            StringBuilder text = new StringBuilder(scenario.id() + ": " + acceptance + "\n");
            for (Event event : trace.events()) {
                text.append("  ").append(event.seq()).append(' ').append(event).append('\n');
            }
            rejected.add(text.toString());
        }
    }
}
