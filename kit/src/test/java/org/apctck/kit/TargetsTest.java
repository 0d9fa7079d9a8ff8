package org.apctck.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apctck.kit.agent.AgentProvider;
import org.apctck.spec.InputException;
import org.junit.jupiter.api.Test;

/** The targets of this module are agents and recordings. */
class TargetsTest {
    @Test
    void aNameThatEndsInAColonTakesAnAddress() {
        assertThat(Targets.names()).containsExactly("agent:", "recording:");
        assertThat(Targets.provider("agent:./x")).containsInstanceOf(AgentProvider.class);
        assertThat(Targets.provider("agent:")).isEmpty();
        assertThat(Targets.provider("agent")).isEmpty();
    }

    @Test
    void anUnknownTargetIsNamedWithTheKnownOnes() {
        assertThatThrownBy(() -> Targets.open("windoze", Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessage("unknown target windoze; known are agent:, recording:");
    }
}
