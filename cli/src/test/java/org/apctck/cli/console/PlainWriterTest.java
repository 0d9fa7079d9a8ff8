package org.apctck.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class PlainWriterTest {
    private final StringWriter written = new StringWriter();
    private final PrintWriter out = new PrintWriter(new PlainWriter(written));

    @Test
    void coloursPass() {
        out.print("\u001b[31mFAIL\u001b[0m\tname\n");

        assertThat(written).hasToString("\u001b[31mFAIL\u001b[0m\tname\n");
    }

    @Test
    void nothingElseMovesTheCursor() {
        out.print("a\rb\u001b[2Jc\u001b[1;1Hd\u009be\bf");
        out.print('\r');
        out.write(new char[] {'x', '\u001b', 'y'}, 1, 2);

        assertThat(written).hasToString("a␍b␛[2Jc␛[1;1Hd�e␈f␍␛y");
    }
}
