package org.apctck.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apctck.kit.generate.GeneratedPrograms;
import org.apctck.reference.model.Exploration;
import org.apctck.reference.model.Explorer;
import org.junit.jupiter.api.Test;

/** What the generator promises and only the model can tell: its programs come to an end, soon, whatever the schedule. */
final class GeneratedProgramsOnTheReferenceTest {
    private static final int MANY = 2000;
    private static final int STATES_MAX = 20_000;

    @Test
    void everyProgramComesToAnEndOnEverySchedule() {
        List<String> endless = new ArrayList<>();
        int races = 0;
        for (int i = 0; i < MANY; i++) {
            // A program in error would throw: one that goes on for ever, or that calls a thread in a call of finite
            // time.
            Exploration exploration = Explorer.explore(GeneratedPrograms.of(1).program(i), STATES_MAX, true);
            races += exploration.size() > 1 ? 1 : 0;
            if (!exploration.isComplete()) {
                endless.add(GeneratedPrograms.of(1).name(i));
            }
        }

        assertThat(endless).isEmpty();
        assertThat(races).as("programs with several outcomes").isGreaterThan(MANY / 10);
    }
}
