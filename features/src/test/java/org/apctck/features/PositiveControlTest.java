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
import org.apctck.reference.kernel.KernelPolicy;
import org.apctck.reference.model.Conduct;
import org.apctck.reference.model.DeliveryPolicy;
import org.apctck.reference.win32.Win32Policy;
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
                if (verdict(scenario, refusal.conduct()) != Verdict.FAIL) {
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
        Conduct conduct() {
            return new Conduct(
                    KernelPolicy.DOCUMENTED,
                    new Win32Policy() {
                        @Override
                        public Win32Policy at(KThread caller) {
                            return caller.call() == function.ordinal() ? this : DOCUMENTED;
                        }

                        @Override
                        public int access(Purpose purpose) {
                            return NO_SUCH_RIGHT;
                        }

                        @Override
                        public boolean takesCounts(int count, int maximum) {
                            return function != ApiFunction.CREATE_SEMAPHORE && super.takesCounts(count, maximum);
                        }

                        @Override
                        public int lastError(int status) {
                            return error == 0 ? super.lastError(status) : error;
                        }
                    },
                    DeliveryPolicy.DOCUMENTED);
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

    private static Conduct idle(ApiFunction idle) {
        return new Conduct(KernelPolicy.DOCUMENTED, Win32Policy.DOCUMENTED, new DeliveryPolicy() {
            @Override
            public boolean performs(ApiFunction function) {
                return function != idle;
            }
        });
    }

    private static Verdict verdict(Case scenario, Conduct conduct) {
        try (Target target = Reference.with(new Fault("CONTROL", "", "", conduct))) {
            return Judge.judge(scenario, rule(scenario), target.run(scenario.program()), target.describe())
                    .verdict();
        }
    }
}
