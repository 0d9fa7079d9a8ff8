package org.apctck.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apctck.kit.Case;
import org.apctck.kit.Check;
import org.apctck.kit.Expected;
import org.apctck.kit.Judge;
import org.apctck.reference.Reference;
import org.apctck.reference.fault.Fault;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Policy;
import org.apctck.reference.win32.CreationPolicy;
import org.apctck.reference.win32.HandlePolicy;
import org.apctck.reference.win32.HandlePolicy.Purpose;
import org.apctck.reference.win32.ResultPolicy;
import org.apctck.spec.Target;
import org.apctck.spec.Verdict;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Constants;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.rules.Rule;
import org.apctck.spec.trace.EventKind;
import org.junit.jupiter.api.Test;

/** A refusal says nothing of a function that refuses everything, and silence nothing of one that does nothing. */
class PositiveControlTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Pattern LAST_ERROR = Pattern.compile("last error (\\w+)");
    private static final int NO_SUCH_RIGHT = 1 << 31;

    @Test
    void aScenarioThatWantsACallToFailFailsWhereItAlwaysDoes() {
        List<String> findings = new ArrayList<>();
        for (Case scenario : demanding()) {
            for (Refusal refusal : refusals(scenario)) {
                if (verdict(scenario, refusal.policies()) != Verdict.FAIL) {
                    findings.add(scenario.id() + " is content if " + refusal.function() + " always fails");
                }
            }
        }

        assertThat(findings).isEmpty();
    }

    @Test
    void aScenarioThatQueuesAnApcFailsWhereQueueingDoesNothing() {
        List<String> findings = new ArrayList<>();
        for (Case scenario : demanding()) {
            boolean queues = scenario.program().functions().contains(ApiFunction.QUEUE_USER_APC);
            if (queues && verdict(scenario, idle(ApiFunction.QUEUE_USER_APC)) != Verdict.FAIL) {
                findings.add(scenario.id() + " is content if QueueUserAPC queues nothing");
            }
        }

        assertThat(findings).isEmpty();
    }

    /** A function that a scenario wants to fail, with the error that it names, or 0. */
    private record Refusal(ApiFunction function, int error) {
        Policy[] policies() {
            return new Policy[] {
                new HandlePolicy() {
                    @Override
                    public int access(KThread caller, Purpose purpose) {
                        return isIn(caller) ? NO_SUCH_RIGHT : super.access(caller, purpose);
                    }
                },
                new CreationPolicy() {
                    @Override
                    public boolean takesCounts(KThread caller, int count, int maximum) {
                        boolean refuses = function == ApiFunction.CREATE_SEMAPHORE && isIn(caller);
                        return !refuses && super.takesCounts(caller, count, maximum);
                    }
                },
                new ResultPolicy() {
                    @Override
                    public int lastError(KThread caller, int status) {
                        return isIn(caller) && error != 0 ? error : super.lastError(caller, status);
                    }
                }
            };
        }

        private boolean isIn(KThread caller) {
            return caller.call() == function.ordinal();
        }
    }

    private static List<Case> demanding() {
        return FeatureCompiler.compile().stream()
                .filter(scenario -> rule(scenario).level() != Rule.Level.INFORMATIVE)
                .toList();
    }

    private static Rule rule(Case scenario) {
        return CATALOGUE.rule(scenario.rule()).orElseThrow();
    }

    /** What the tables of a scenario want to fail: a call by name, directly followed by a return that reports a failure. */
    private static Set<Refusal> refusals(Case scenario) {
        Set<Refusal> refusals = new LinkedHashSet<>();
        for (Check check : scenario.checks()) {
            if (check instanceof Check.Exactly exactly) {
                List<Expected> events = exactly.events();
                for (int i = 1; i < events.size(); i++) {
                    Expected call = events.get(i - 1);
                    Expected result = events.get(i);
                    if (call.kind() == EventKind.CALLS && result.kind() == EventKind.RETURNS) {
                        add(call.what(), result.what(), refusals);
                    }
                }
            }
        }
        return refusals;
    }

    private static void add(String call, String result, Set<Refusal> refusals) {
        ApiFunction function = ApiFunction.named(call.replaceAll("\\(.*", ""));
        String value = result.split(",")[0];
        if (function != null && function.returnType().isWrittenFailure(value)) {
            Matcher error = LAST_ERROR.matcher(result);
            Long code = error.find() ? Constants.valueOf(error.group(1)) : null;
            refusals.add(new Refusal(function, code == null ? 0 : code.intValue()));
        }
    }

    private static Policy idle(ApiFunction idle) {
        return new ResultPolicy() {
            @Override
            public boolean performs(KThread caller, ApiFunction function) {
                return function != idle;
            }
        };
    }

    private static Verdict verdict(Case scenario, Policy... policies) {
        try (Target target = Reference.with(new Fault("CONTROL", "", policies))) {
            return Judge.judge(scenario, rule(scenario), target.run(scenario.program()), target.describe())
                    .verdict();
        }
    }
}
