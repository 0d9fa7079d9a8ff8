package org.apctck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.apctck.kit.diff.Divergence;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private static final String CALLS = "worker calls SleepEx(0, TRUE)\n";

    @Test
    void theFirstEventThatDiffersIsMarked() {
        Divergence divergence = Divergence.of(
                        Traces.of(CALLS + "worker begins A\nworker ends A\nworker returns WAIT_IO_COMPLETION"),
                        Traces.of(CALLS + "worker returns 0"))
                .orElseThrow();

        assertThat(SideBySide.of(divergence, "left", "right"))
                .containsExactly(
                        "   left                       | right",
                        "  ----------------------------+------------------------",
                        "   calls SleepEx(0, TRUE)     | calls SleepEx(0, TRUE)",
                        ">  begins A                   | returns 0",
                        "   ends A                     | (nothing more)",
                        "   returns WAIT_IO_COMPLETION |");
    }

    @Test
    void aLongTextIsWrappedOnItsSide() {
        String wait = "main calls WaitForMultipleObjects(4, [First, Second, Third, Fourth], FALSE, INFINITE)\n";

        Divergence divergence = Divergence.of(Traces.of(wait + "main returns 0"), Traces.of(wait))
                .orElseThrow();

        assertThat(SideBySide.of(divergence, "left", "right"))
                .allMatch(line -> line.length() < 130)
                .hasSize(5);
    }
}
