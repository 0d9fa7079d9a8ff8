package org.apctck.kit.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StderrTailTest {
    @Test
    void whatWouldDisturbATerminalIsShown() throws InterruptedException {
        assertThat(tail("\u0001\u0000wrote\u001b[31m\tred")).isEqualTo("␁␀wrote␛[31m\tred");
    }

    @Test
    void onlyTheLastLinesAreTold() throws InterruptedException {
        assertThat(tail("1\n2\n3\n4\n5\n6\n")).isEqualTo("2 / 3 / 4 / 5 / 6");
    }

    private static String tail(String written) throws InterruptedException {
        return new StderrTail(new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8))).lastWords();
    }
}
