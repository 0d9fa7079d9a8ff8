package org.apctck.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apctck.kit.Case;
import org.apctck.kit.Difference;
import org.apctck.kit.Judge;
import org.apctck.reference.Reference;
import org.apctck.reference.fault.Faults;
import org.apctck.reference.following.Acceptance.Status;
import org.apctck.reference.following.Acceptor;
import org.apctck.spec.Run;
import org.apctck.spec.Target;
import org.apctck.spec.Verdict;
import org.apctck.spec.api.Effect;
import org.apctck.spec.program.ProgramException;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.rules.Rule;
import org.apctck.spec.trace.Trace;
import org.junit.jupiter.api.Test;

/**
 * The acceptor on traces of a reference with a fault: the checks hold on every outcome of the model, so a trace that fails them must
 * be rejected.
 */
class AcceptanceOfFaultsTest {
    private static final Catalogue CATALOGUE = Catalogue.load();

    private final List<Case> cases = FeatureCompiler.compile();
    private final Map<String, Acceptor> acceptors = new HashMap<>();
    private final List<String> accepted = new ArrayList<>();
    private int rejected;

    @Test
    void whatFailsTheChecksIsRejected() {
        for (String fault : Faults.ids()) {
            try (Target target = Reference.with(Faults.find(fault).orElseThrow())) {
                for (Case scenario : cases) {
                    Rule rule = CATALOGUE.rule(scenario.rule()).orElseThrow();
                    if (rule.faults().contains(fault)) {
                        check(fault, scenario, rule, target);
                    }
                }
            }
        }
        assertThat(accepted).isEmpty();
        assertThat(rejected).isGreaterThan(Faults.ids().size() / 2);
    }

    private void check(String fault, Case scenario, Rule rule, Target target) {
        Run run;
        try {
            run = target.run(scenario.program());
        } catch (ProgramException e) {
            return; // the fault lets the program loop
        }
        var judgement = Judge.judge(scenario, rule, run, target.describe());
        Difference difference = judgement.difference();
        Trace trace = difference == null ? null : difference.trace();
        if (judgement.verdict() != Verdict.FAIL || trace == null || missesAnExpiry(scenario, judgement.reason())) {
            return;
        }
        Acceptor acceptor = acceptors.computeIfAbsent(scenario.id(), id -> new Acceptor(scenario.program()));
        if (acceptor.accept(trace).status() == Status.REJECTED) {
            rejected++;
        } else {
            accepted.add(fault + " in " + scenario.id() + ": " + judgement.reason());
        }
    }

    /**
     * Whether a wait has timed out that a timer should have satisfied. For the acceptor the timer has not expired yet: it lets one
     * expire at any time from the due time on, and leaves it to the checks that it has to (docs/decisions/0038).
     */
    private static boolean missesAnExpiry(Case scenario, String reason) {
        return scenario.program().does(Effect.ARMS_TIMER)
                && reason.contains("expected `returns WAIT_OBJECT_0")
                && reason.contains("but `returns WAIT_TIMEOUT`");
    }
}
