package org.apctck.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.apctck.kit.Case;
import org.apctck.kit.Targets;
import org.apctck.kit.invariants.Breach;
import org.apctck.kit.invariants.Invariant;
import org.apctck.kit.invariants.Invariants;
import org.apctck.spec.Target;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.program.ProgramException;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceCheck;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is claimed of every trace holds of every outcome of every case on the reference, and is broken by its faults. */
class SecondOpinionTest {
    private static final Compilation FEATURES = FeatureCompiler.compileAll(FeatureFiles.shipped());

    @ParameterizedTest
    @ValueSource(strings = {"reference", "reference-live"})
    void noTraceOfTheReferenceIsObjectedTo(String name) throws TargetUnavailableException {
        try (Target target = Targets.open(name, Map.of())) {
            assertThat(FEATURES.cases().stream().flatMap(scenario -> objections(scenario, target)))
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

    /** Those that are not about APCs no fault of the model can break: the lies of agents do. */
    @ParameterizedTest
    @CsvSource({
        "LIFO-QUEUE, APC_OLDEST_FIRST",
        "APC-RUNS-AGAIN, APC_ONCE",
        "DATA-LOST, APC_ONCE",
        "QUEUED-BUT-ZERO, APC_ONCE",
        "SHARED-QUEUE, APC_OWN_THREAD",
        "QUEUEING-RUNS-INLINE, APC_OWN_THREAD",
        "APC-INTERRUPTS-CODE, APC_ALERTABLE",
        "SLEEP-ALERTABLE, APC_ALERTABLE",
        "OBJECT-THEN-APCS, APC_ALERTABLE",
    })
    void anInvariantSeesTheFaultsThatBreakIt(String fault, Invariant broken) throws TargetUnavailableException {
        try (Target target = Targets.open("reference", Map.of("fault", fault))) {
            assertThat(FEATURES.cases().stream().flatMap(scenario -> breaches(scenario, target)))
                    .contains(broken);
        }
    }

    private static Stream<Invariant> breaches(Case scenario, Target target) {
        try {
            return target.run(scenario.program()).traces().stream()
                    .flatMap(trace -> Invariants.breaches(scenario.program(), trace).stream())
                    .map(Breach::invariant);
        } catch (ProgramException neverEnds) {
            return Stream.empty(); // with this fault
        }
    }
}
