package org.apctck.kit.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.apctck.kit.Traces;
import org.junit.jupiter.api.Test;

class DivergenceTest {
    private static final String CALLS = "worker calls SleepEx(0, TRUE)";

    @Test
    void equalOutcomesDoNotDiverge() {
        assertThat(Divergence.of(Traces.of(CALLS, "worker returns 0"), Traces.of(CALLS, "worker returns 0")))
                .isEmpty();
    }

    @Test
    void theFirstEventThatDiffersIsNamedWithBothSides() {
        Divergence divergence = Divergence.of(
                        Traces.of(CALLS, "worker begins A", "worker ends A", "worker returns WAIT_IO_COMPLETION"),
                        Traces.of(CALLS, "worker returns 0"))
                .orElseThrow();

        assertThat(divergence.thread()).isEqualTo("worker");
        assertThat(divergence.leftEvent()).isEqualTo("begins A");
        assertThat(divergence.rightEvent()).isEqualTo("returns 0");
    }

    @Test
    void anEventAtAnotherQuiescentPointDiffers() {
        Divergence divergence = Divergence.of(
                        Traces.of("worker starts", "quiescent"), Traces.of("quiescent", "worker starts"))
                .orElseThrow();

        assertThat(divergence.leftEvent()).isEqualTo("starts (at quiescent point 0)");
        assertThat(divergence.rightEvent()).isEqualTo("starts (at quiescent point 1)");
    }

    @Test
    void whatEndsEarlyHasNothingMore() {
        Divergence divergence = Divergence.of(Traces.of(CALLS), Traces.of(CALLS, "worker returns 0"))
                .orElseThrow();

        assertThat(divergence.leftEvent()).isEqualTo("(nothing more)");
    }
}
