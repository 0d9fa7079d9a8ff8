package org.apctck.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private static final Style PLAIN = new Style(false);
    private static final String NOW = "QUEUE-FIFO-1/apcs-queued-before-the-wait-run-on-entry";
    private static final ProgressBar HALF = ProgressBar.of("winpr", 158, 316, 3, NOW);

    @Test
    void onAWideTerminalItShowsWhatIsDoneWhatFailedTheTimeLeftAndWhatRunsNow() {
        assertThat(HALF.drawn(100, 60_000, PLAIN))
                .isEqualTo("winpr [###############---------------] 158/316, 3 failed, 1:00 left"
                        + "  QUEUE-FIFO-1/apcs-queued-befor…");
    }

    @Test
    void inFortyColumnsTheCountsStay() {
        assertThat(HALF.drawn(37, 60_000, PLAIN)).isEqualTo("winpr 158/316, 3 failed, 1:00 left");
        assertThat(ProgressBar.of("winpr", 158, 316, 0, NOW).drawn(37, 60_000, PLAIN))
                .isEqualTo("winpr [####-----] 158/316, 1:00 left");
    }

    @Test
    void itIsNeverWiderThanItMayBe() {
        ProgressBar long1 = ProgressBar.of("agent:/opt/an agent --with many options", 9999, 100_000, 9999, NOW);
        for (int columns = 17; columns < 200; columns++) {
            assertThat(HALF.drawn(columns, 1_000_000_000, PLAIN)).hasSizeLessThanOrEqualTo(columns);
            assertThat(long1.drawn(columns, 1_000_000_000, PLAIN)).hasSizeLessThanOrEqualTo(columns);
            assertThat(ProgressBar.starting("winpr").drawn(columns, 0, PLAIN)).hasSizeLessThanOrEqualTo(columns);
        }
    }

    @Test
    void theBarIsEmptyAtTheBeginningAndFullAtTheEnd() {
        assertThat(ProgressBar.of("wine", 0, 4, 0, "").drawn(60, 0, PLAIN))
                .isEqualTo("wine [" + "-".repeat(26) + "] 0/4");
        assertThat(ProgressBar.of("wine", 4, 4, 0, "").drawn(60, 9000, PLAIN))
                .isEqualTo("wine [" + "#".repeat(26) + "] 4/4");
    }

    @Test
    void theTimeThatIsLeftIsGuessedOnceThereIsSomethingToGuessFrom() {
        assertThat(ProgressBar.of("wine", 1, 4, 0, "").plain(1999)).isEqualTo("wine: 1 of 4");
        assertThat(ProgressBar.of("wine", 1, 4, 0, "").plain(2000)).isEqualTo("wine: 1 of 4, 0:06 left");
        assertThat(ProgressBar.of("wine", 0, 4, 0, "").plain(9000)).isEqualTo("wine: 0 of 4");
        assertThat(ProgressBar.of("wine", 1, 3, 2, "").plain(3_600_500))
                .isEqualTo("wine: 1 of 3, 2 failed, 2:00:01 left");
    }

    @Test
    void workOfUnknownLengthHasNoBar() {
        ProgressBar counting = ProgressBar.counting("race.json", "512 branching states, 7 outcomes");

        assertThat(counting.drawn(79, 5000, PLAIN)).isEqualTo("race.json 512 branching states, 7 outcomes");
        assertThat(counting.plain(5000)).isEqualTo("race.json: 512 branching states, 7 outcomes");
    }

    @Test
    void aTargetThatStartsSaysSo() {
        assertThat(ProgressBar.starting("wine").drawn(79, 5000, PLAIN)).isEqualTo("wine  starting");
        assertThat(ProgressBar.starting("wine").plain(5000)).isEqualTo("wine: starting");
    }

    @Test
    void onlyFailuresAreColouredAndOnlyWhereThatIsWanted() {
        assertThat(HALF.drawn(40, 60_000, new Style(true)))
                .isEqualTo("winpr 158/316, \u001b[31m3 failed\u001b[0m, 1:00 left");
    }

    @Test
    void aNameCannotMoveTheCursor() {
        assertThat(ProgressBar.of("a\rb\u001b[2J", 0, 1, 0, "").drawn(79, 0, PLAIN))
                .startsWith("a␍b␛[2J ");
    }
}
