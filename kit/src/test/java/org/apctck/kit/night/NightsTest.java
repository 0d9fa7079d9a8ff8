package org.apctck.kit.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightsTest {
    @TempDir
    private Path folder;

    @Test
    void nightsThatBeginAtTheSameTimeHaveFoldersOfTheirOwn() {
        ZonedDateTime time = ZonedDateTime.parse("2026-11-23T03:00:00Z");

        Path first = Nights.begin(folder, time);
        Path second = Nights.begin(folder, time);

        assertThat(first).isNotEqualTo(second);
        assertThat(Nights.latestFirst(folder)).containsExactly(second, first);
    }
}
