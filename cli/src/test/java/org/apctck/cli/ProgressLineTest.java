package org.apctck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final StringWriter err = new StringWriter();

    private ProgressLine line(boolean terminal, boolean quiet) {
        Console console = new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), false, terminal);
        return new ProgressLine(console, quiet);
    }

    @Test
    void onATerminalALineIsWrittenOverAndClearedInTheEnd() {
        ProgressLine line = line(true, false);
        line.say("1 of 2", "  a detail");
        line.end();

        assertThat(err.toString())
                .startsWith("\r1 of 2  a detail ")
                .endsWith("\r")
                .doesNotContain("\n");
    }

    @Test
    void onATerminalALongLineIsCutOff() {
        line(true, false).say("x".repeat(200), "");

        assertThat(err.toString()).hasSize(80);
    }

    @Test
    void elsewhereALineIsALineWithoutItsDetail() {
        ProgressLine line = line(false, false);
        line.say("1 of 2", "  a detail");
        line.end();

        assertThat(err.toString()).isEqualTo("1 of 2" + System.lineSeparator());
    }

    @Test
    void aQuietOneSaysNothing() {
        line(true, true).say("1 of 2", "");

        assertThat(err.toString()).isEmpty();
    }

    @Test
    void itIsNotDueRightAfterItBegan() {
        assertThat(line(false, false).isDue()).isFalse();
    }
}
