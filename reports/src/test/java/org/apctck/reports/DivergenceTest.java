package org.apctck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DivergenceTest {
    private static final String CALLS = "worker calls SleepEx(0, TRUE)\n";

    @Test
    void equalOutcomesDoNotDiverge() {
        assertThat(Divergence.of(Traces.of(CALLS + "worker returns 0"), Traces.of(CALLS + "worker returns 0")))
                .isEmpty();
    }

    @Test
    void theFirstEventThatDiffersIsNamedWithBothSides() {
        Divergence divergence = Divergence.of(
                        Traces.of(CALLS + "worker begins A\nworker ends A\nworker returns WAIT_IO_COMPLETION"),
                        Traces.of(CALLS + "worker returns 0"))
                .orElseThrow();

        assertThat(divergence.thread()).isEqualTo("worker");
        assertThat(divergence.leftEvent()).isEqualTo("begins A");
        assertThat(divergence.rightEvent()).isEqualTo("returns 0");
        assertThat(divergence.sideBySide("left", "right"))
                .containsExactly(
                        "   left                       | right",
                        "  ----------------------------+------------------------",
                        "   calls SleepEx(0, TRUE)     | calls SleepEx(0, TRUE)",
                        ">  begins A                   | returns 0",
                        "   ends A                     | (nothing more)",
                        "   returns WAIT_IO_COMPLETION |");
    }

    @Test
    void anEventAtAnotherQuiescentPointDiffers() {
        Divergence divergence = Divergence.of(
                        Traces.of("worker starts\nquiescent"), Traces.of("quiescent\nworker starts"))
                .orElseThrow();

        assertThat(divergence.leftEvent()).isEqualTo("starts (at quiescent point 0)");
        assertThat(divergence.rightEvent()).isEqualTo("starts (at quiescent point 1)");
    }

    @Test
    void aLongTextIsWrappedOnItsSide() {
        String wait = "main calls WaitForMultipleObjects(4, [First, Second, Third, Fourth], FALSE, INFINITE)\n";

        Divergence divergence = Divergence.of(Traces.of(wait + "main returns 0"), Traces.of(wait))
                .orElseThrow();

        assertThat(divergence.sideBySide("left", "right"))
                .allMatch(line -> line.length() < 130)
                .hasSize(5);
    }

    @Test
    void whatEndsEarlyHasNothingMore() {
        Divergence divergence = Divergence.of(Traces.of(CALLS), Traces.of(CALLS + "worker returns 0"))
                .orElseThrow();

        assertThat(divergence.leftEvent()).isEqualTo("(nothing more)");
    }
}
