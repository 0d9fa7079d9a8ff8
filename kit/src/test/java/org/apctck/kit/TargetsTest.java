package org.apctck.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {
    /** A name that anything may have that runs, and no path, no option and no target of the kit. */
    @ParameterizedTest
    @CsvSource({
        "WinPR, WinPR",
        "the live driver, the-live-driver",
        "My <kernel> 2.0 (beta), My-kernel-2.0-beta",
        "'../..', agent",
        "'', agent",
        "'--help', help",
        "Aside, agent-Aside",
        "AGENT:, AGENT",
        "summary.md, agent-summary.md",
        // What is left when a long name is cut is a name of the kit.
        "site.............................................x, agent-site"
    })
    void anAgentIsCalledAfterWhatItIs(String implementation, String name) {
        assertThat(Targets.named(implementation)).isEqualTo(name);
        assertThat(Targets.problem(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"aside", "a b", "-x", "''", "toy.", "a/b", "ASIDE"})
    void notEveryNameIsOne(String name) {
        assertThat(Targets.problem(name)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1", "39", "40", "41", "4000"})
    void aNameIsNeverLong(int length) {
        assertThat(Targets.named("x".repeat(length)).length()).isEqualTo(Math.min(40, length));
    }
}
