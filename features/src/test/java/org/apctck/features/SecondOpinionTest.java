package org.apctck.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.apctck.kit.Case;
import org.apctck.kit.Targets;
import org.apctck.kit.invariants.Invariants;
import org.apctck.spec.Target;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.Trace;
import org.apctck.spec.TraceCheck;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No false alarm: what is claimed of every trace holds of every outcome of every case on both drivers of the reference. */
class SecondOpinionTest {
    @ParameterizedTest
    @ValueSource(strings = {"reference", "reference-live"})
    void noTraceOfTheReferenceIsObjectedTo(String name) throws TargetUnavailableException {
        Compilation features = FeatureCompiler.compileAll(FeatureFiles.shipped());
        try (Target target = Targets.open(name, Map.of())) {
            assertThat(features.cases().stream().flatMap(scenario -> objections(scenario, target)))
                    .isEmpty();
        }
    }

    private static Stream<String> objections(Case scenario, Target target) {
        return target.run(scenario.program()).traces().stream().flatMap(trace -> objections(scenario, trace));
    }

    private static Stream<String> objections(Case scenario, Trace trace) {
        return Stream.concat(
                        Invariants.breaches(scenario.program(), trace).stream().map(Object::toString),
                        TraceCheck.problem(scenario.program(), trace).stream())
                .map(problem -> scenario.id() + ": " + problem);
    }
}
