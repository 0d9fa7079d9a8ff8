package org.apctck.kit.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apctck.kit.Cases;
import org.apctck.spec.format.InputException;
import org.apctck.spec.program.Program;
import org.junit.jupiter.api.Test;

class HostLimitsTest {
    private static final HostLimits LIMITS = HostLimits.DEFAULT.withLimitMillis(1000);

    @Test
    void optionsOfATargetChangeThem() {
        HostLimits limits = HostLimits.of(Map.of("limitMillis", "500", "restarts", "7"));

        assertThat(limits).isEqualTo(HostLimits.DEFAULT.withLimitMillis(500).withRestarts(7));
        assertThat(HostLimits.of(Map.of())).isEqualTo(HostLimits.DEFAULT);
        assertThatThrownBy(() -> HostLimits.of(Map.of("restarts", "none")))
                .isInstanceOf(InputException.class)
                .hasMessage("restarts: `none` is not a number of restarts");
    }

    @Test
    void aProgramThatSitsOutItsWaitsIsGivenTheTimeForIt() {
        Program program = Cases.of(List.of("worker: SleepEx(10000, FALSE)")).program();

        assertThat(HostLimits.DEFAULT.softMillis(program)).isEqualTo(12_000);
    }

    @Test
    void aLoopIsGivenTheTimeOfAllItsCalls() {
        Program program = Cases.of(List.of("worker: SleepEx(100, FALSE) while it returns 0, at most 30 times"))
                .program();

        assertThat(HostLimits.DEFAULT.softMillis(program)).isEqualTo(2000 + 30 * 100);
    }

    @Test
    void aWaitThatNobodySitsOutGetsTheLimitAlone() {
        Program program = Cases.of(List.of(
                        "worker: SleepEx(50, TRUE)",
                        "300 ms",
                        "worker: SleepEx(3600000, TRUE)",
                        "main: SleepEx(INFINITE, TRUE)"))
                .program();

        assertThat(LIMITS.softMillis(program)).isEqualTo(1000 + 50 + 300 + 1000);
        assertThat(LIMITS.hardMillis(program)).isEqualTo(2 * 2350 + 1000);
    }

    @Test
    void aProgramThatSitsOutItsTimersIsGivenTheTimeForIt() {
        Program program = Cases.of(List.of(
                        "main: T = CreateWaitableTimerW(NULL, TRUE, NULL)",
                        "main: SetWaitableTimer(T, {after: 10000}, 0, NULL, 0, FALSE)",
                        "main: SetWaitableTimer(T, {at: 300}, 0, NULL, 0, FALSE)",
                        "main: WaitForSingleObject(T, INFINITE)"))
                .program();

        assertThat(LIMITS.softMillis(program)).isEqualTo(1000 + 10_000);
    }

    @Test
    void aTimerThatNobodySitsOutGetsTheLimitAlone() {
        Program program = Cases.of(List.of(
                        "main: T = CreateWaitableTimerW(NULL, TRUE, NULL)",
                        "main: SetWaitableTimer(T, {after: 1000000000000}, 0, NULL, 0, FALSE)",
                        "main: WaitForSingleObject(T, INFINITE)"))
                .program();

        assertThat(LIMITS.softMillis(program)).isEqualTo(1000 + 1000);
    }
}
