package org.apctck.kit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultReasonsTest {
    private static final FaultReasons REASONS = FaultReasons.read("faults.yaml", """
            uncaught:
            - faults: [F-ONE, "F-*@late"]
              why: it is so
            """);

    @Test
    void anEntryNamesAFaultOrSome() {
        assertThat(REASONS.why("F-ONE")).contains("it is so");
        assertThat(REASONS.why("F-TWO@late")).contains("it is so");
        assertThat(REASONS.why("F-ONE@early")).isEmpty();
    }

    @Test
    void anEntryOfAFaultThatIsCaughtIsStale() {
        FaultHunt hunt = new FaultHunt(Map.of("F-ONE", Optional.of("Q-A-1/case"), "F-TWO@late", Optional.empty()));

        assertThat(REASONS.stale(List.of("F-ONE", "F-TWO@late"), hunt))
                .containsExactly("spec/faults.yaml says why F-ONE is not caught, and Q-A-1/case catches it");
    }

    @Test
    void anEntryOfNoFaultIsStale() {
        assertThat(REASONS.stale(List.of("F-ONE"), new FaultHunt(Map.of())))
                .containsExactly("spec/faults.yaml names F-*@late, which there is not");
    }

    @Test
    void theListOfTheKitCanBeRead() {
        assertThat(FaultReasons.load().why("TIME-LESS-1")).isPresent();
    }
}
