package org.apctck.kit.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorTimeTest {
    private static final long LOOK = 1_000_000;

    @TempDir
    private Path proc;

    private ProcessorTime read(String... threads) throws IOException {
        for (int i = 0; i < threads.length; i++) {
            Path thread = Files.createDirectories(proc.resolve("7/task/" + i));
            Files.writeString(thread.resolve("schedstat"), threads[i] + " 12\n");
        }
        return ProcessorTime.of(List.of(proc.resolve("7")));
    }

    @Test
    void whoWaitsForAProcessorAndGetsHardlyAnyIsStarved() throws IOException {
        ProcessorTime before = read("5000000 100", "7 7");

        assertThat(read("5100000 900100", "7 7").isStarvedSince(before, LOOK)).isTrue();
    }

    @Test
    void whoDoesNothingIsNotStarvedWhateverWasBefore() throws IOException {
        ProcessorTime before = read("5000000 9000000", "7 7");

        assertThat(read("5000000 9000000", "7 7").isStarvedSince(before, LOOK)).isFalse();
    }

    @Test
    void threadsThatKeepEachOtherFromRunningAreNotStarved() throws IOException {
        ProcessorTime before = read("0 0", "0 0", "0 0");

        assertThat(read("330000 660000", "330000 660000", "330000 660000").isStarvedSince(before, LOOK))
                .isFalse();
    }

    @Test
    void aThreadThatWasNotThereBeforeHasNotWaitedSince() throws IOException {
        ProcessorTime before = read("0 0");

        assertThat(read("0 0", "0 5000000").isStarvedSince(before, LOOK)).isFalse();
    }

    @Test
    void aProcessThatIsGoneTellsNothing() {
        assertThat(ProcessorTime.of(List.of(proc.resolve("8")))).isEqualTo(new ProcessorTime(0, java.util.Map.of()));
    }

    @Test
    void theSystemTellsIt() {
        Path self = Path.of("/proc/self");
        assumeThat(self.resolve("task")).exists();

        assertThat(ProcessorTime.of(List.of(self)).ranNanos()).isPositive();
    }
}
