package org.apctck.kit.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apctck.kit.Cases;
import org.apctck.spec.Program;
import org.junit.jupiter.api.Test;

class HostLimitsTest {
    private static final HostLimits LIMITS = HostLimits.DEFAULT.withLimitMillis(1000);

    @Test
    void aProgramIsGivenTheTimeThatItAsksForAndNoMoreThanTheLimitForAWait() {
        Program program = Cases.of(List.of(
                        "worker: SleepEx(50, TRUE)",
                        "300 ms",
                        "worker: SleepEx(3600000, TRUE)",
                        "main: SleepEx(INFINITE, TRUE)"))
                .program();

        assertThat(LIMITS.softMillis(program)).isEqualTo(1000 + 50 + 300 + 1000);
        assertThat(LIMITS.hardMillis(program)).isEqualTo(2 * 2350 + 1000);
    }
}
