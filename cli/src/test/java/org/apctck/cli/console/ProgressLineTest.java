package org.apctck.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final long SECOND = 1_000_000_000L;

    private final StringWriter err = new StringWriter();
    private final AtomicLong nanos = new AtomicLong();

    private ProgressLine line(int columns, boolean quiet) {
        Console console =
                new Console(new PrintWriter(new StringWriter()), new PrintWriter(err, true), false, columns, false);
        return new ProgressLine(console, quiet, nanos::get, false);
    }

    private void pass(long duration) {
        nanos.addAndGet(duration);
    }

    private static ProgressBar bar(int done, String now) {
        return ProgressBar.of("winpr", done, 100, 1, now);
    }

    /** What a terminal shows after what was written: the line, as far as it was not written over. */
    private String screen() {
        StringBuilder row = new StringBuilder();
        int column = 0;
        for (char letter : err.toString().toCharArray()) {
            if (letter == '\r') {
                column = 0;
                continue;
            }
            row.replace(column, Math.min(row.length(), column + 1), String.valueOf(letter));
            column++;
        }
        return row.toString().stripTrailing();
    }

    @Test
    void onATerminalALineIsWrittenOverAndClearedInTheEnd() {
        ProgressLine line = line(80, false);

        pass(SECOND);
        line.show(bar(10, "a-long-name-of-a-scenario"));
        assertThat(screen())
                .startsWith("winpr [###---")
                .contains("10/100, 1 failed")
                .endsWith("a-long-name-of-a-sc…");
        pass(SECOND);
        line.show(bar(11, "short"));
        assertThat(screen()).contains("11/100, 1 failed, 0:17 left  short");
        line.end();
        assertThat(screen()).isEmpty();
        assertThat(err.toString()).endsWith("\r").doesNotContain("\n");
    }

    @Test
    void whatTheTerminalEchoesAtAnInterruptIsClearedToo() {
        ProgressLine line = line(40, false);

        pass(SECOND);
        line.show(bar(10, ""));
        err.write("^C");
        line.end();

        assertThat(screen()).isEmpty();
    }

    @Test
    void theLineNeverReachesTheEdgeOfTheTerminal() {
        ProgressLine line = line(40, false);

        for (int done = 0; done <= 100; done++) {
            pass(SECOND);
            line.show(bar(done, "x".repeat(100)));
            assertThat(screen().length()).isBetween(10, 37);
        }
    }

    @Test
    void itIsNotDrawnMoreOftenThanOneCanSee() {
        ProgressLine line = line(80, false);

        for (int i = 0; i < 1000; i++) {
            pass(SECOND / 1000);
            line.show(bar(i / 10, "case-" + i));
        }

        assertThat(err.toString().chars().filter(letter -> letter == '\r').count())
                .isEqualTo(10);
    }

    @Test
    void theTimeGoesOnWhileTheWorkStandsStill() {
        ProgressLine line = line(80, false);
        line.show(bar(50, "a-hang"));

        pass(10 * SECOND);
        line.tick();
        assertThat(screen()).contains("0:10 left  a-hang");
        pass(5 * SECOND);
        line.tick();
        assertThat(screen()).contains("0:15 left  a-hang");
    }

    @Test
    void elsewhereThereIsOneLineInTenSeconds() {
        ProgressLine line = line(0, false);

        for (int second = 1; second <= 25; second++) {
            pass(SECOND);
            line.show(bar(second, "case"));
        }
        line.end();

        assertThat(err.toString().lines())
                .containsExactly("winpr: 10 of 100, 1 failed, 1:30 left", "winpr: 20 of 100, 1 failed, 1:20 left");
    }

    @Test
    void aQuietOneSaysNothing() {
        ProgressLine line = line(80, true);

        pass(100 * SECOND);
        line.show(bar(10, "case"));
        line.tick();
        line.end();

        assertThat(err.toString()).isEmpty();
    }

    @Test
    void nothingIsShownAfterTheEnd() {
        ProgressLine line = line(80, false);
        pass(SECOND);
        line.show(bar(10, "case"));
        line.end();
        String written = err.toString();

        pass(SECOND);
        line.show(bar(11, "case"));
        line.tick();
        line.end();

        assertThat(err.toString()).isEqualTo(written);
    }

    @Test
    void theWidthIsWhatTheScriptSaysIfThatMakesSense() {
        assertThat(Console.columns("132")).isEqualTo(132);
        assertThat(Console.columns("")).isEqualTo(80);
        assertThat(Console.columns("0")).isEqualTo(80);
        assertThat(Console.columns("3")).isEqualTo(20);
        assertThat(Console.columns("99999")).isEqualTo(1000);
    }
}
