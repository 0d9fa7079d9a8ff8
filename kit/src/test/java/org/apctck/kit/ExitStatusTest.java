package org.apctck.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExitStatusTest {
    @Test
    void theFirstThatHoldsIsTaken() {
        assertThat(ExitStatus.OK.and(ExitStatus.INCONCLUSIVE)).isEqualTo(ExitStatus.INCONCLUSIVE);
        assertThat(ExitStatus.TARGET.and(ExitStatus.UNEXPECTED)).isEqualTo(ExitStatus.TARGET);
        assertThat(Stream.of(ExitStatus.values()).map(ExitStatus::code)).containsExactly(4, 2, 3, 1, 6, 5, 0);
    }
}
