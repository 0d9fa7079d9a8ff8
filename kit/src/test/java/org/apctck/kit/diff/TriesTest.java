package org.apctck.kit.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apctck.kit.Case;
import org.apctck.kit.Cases;
import org.apctck.kit.Judgement;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.Sample;
import org.apctck.spec.Verdict;
import org.apctck.spec.rules.Rule;
import org.junit.jupiter.api.Test;

class TriesTest {
    private static Attempt attempt(Verdict verdict) {
        Case scenario = Cases.of(List.of("worker: SleepEx(0, TRUE)"), Cases.exactly("returns 0"));
        return new Attempt(scenario, Rule.Level.REQUIRED, 1, Judgement.of(verdict, "why"), Sample.NONE, 1, "");
    }

    @Test
    void whatWasNotRunIsNoTry() {
        Tries tries = (scenarios, times) -> List.of(attempt(Verdict.FAIL), attempt(Verdict.NOT_RUN));

        assertThat(tries.made(List.of("Q-A-1/case"), Tries.USUAL))
                .extracting(Attempt::verdict)
                .containsExactly(Verdict.FAIL);
    }
}
