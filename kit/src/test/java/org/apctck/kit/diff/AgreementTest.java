package org.apctck.kit.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apctck.kit.Case;
import org.apctck.kit.Cases;
import org.apctck.kit.Judgement;
import org.apctck.kit.Traces;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.Sample;
import org.apctck.spec.Run;
import org.apctck.spec.Verdict;
import org.apctck.spec.rules.Rule;
import org.apctck.spec.trace.Outcome;
import org.apctck.spec.trace.Trace;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private static final Case SCENARIO = Cases.of(List.of("worker: SleepEx(0, TRUE)"), Cases.exactly("returns 0"));
    private static final Trace ZERO = Traces.of("worker calls SleepEx(0, TRUE)", "worker returns 0");
    private static final Trace ONE = Traces.of("worker calls SleepEx(0, TRUE)", "worker returns 1");

    private static Attempt attempt(Trace trace) {
        Sample sample = Sample.of(Run.of(trace), List.of());
        return new Attempt(SCENARIO, Rule.Level.REQUIRED, 1, Judgement.of(Verdict.PASS, ""), sample, 1, "");
    }

    private static Agreement of(Optional<Allowed> allowed, Trace... shown) {
        Map<Agreement.Driver, List<Attempt>> attempts = new LinkedHashMap<>();
        for (int i = 0; i < shown.length; i++) {
            attempts.put(new Agreement.Driver("given-" + i, "driver-" + i), List.of(attempt(shown[i])));
        }
        return Agreement.of(attempts, program -> allowed);
    }

    private static Optional<Allowed> allowed(Trace... traces) {
        Set<Outcome> outcomes = new HashSet<>();
        List.of(traces).forEach(trace -> outcomes.add(trace.outcome()));
        return Optional.of(new Allowed(SCENARIO.program(), outcomes));
    }

    @Test
    void driversThatShowDifferentOutcomesAgreeIfTheModelAllowsBoth() {
        Agreement agreement = of(allowed(ZERO, ONE), ZERO, ONE);

        assertThat(agreement.disagreements()).isEmpty();
        assertThat(agreement.line())
                .isEqualTo("the drivers of the reference agree in 1 of 1 scenario (driver-0, driver-1)");
    }

    @Test
    void whatTheModelDoesNotAllowIsToldBesideWhatItDoes() {
        Agreement agreement = of(allowed(ZERO), ZERO, ONE);

        assertThat(agreement.agreeing()).isZero();
        assertThat(agreement.disagreements())
                .extracting(Agreement.Disagreement::line)
                .containsExactly("driver-1 shows worker: `returns 1`, the model allows `returns 0`");
    }

    @Test
    void nothingIsSaidOfAProgramWhoseOutcomesAreNotAllKnown() {
        Agreement agreement = of(Optional.empty(), ZERO, ONE);

        assertThat(agreement.compared()).isZero();
        assertThat(agreement.disagreements()).isEmpty();
    }

    @Test
    void oneDriverIsNotCompared() {
        Agreement agreement = of(allowed(ZERO), ONE);

        assertThat(agreement.drivers()).isEmpty();
        assertThat(agreement.line()).isEmpty();
    }
}
