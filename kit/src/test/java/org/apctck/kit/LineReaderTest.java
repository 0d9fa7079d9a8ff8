package org.apctck.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    @Test
    void linesEndInLineFeedsAndTheLastOneNeedsNone() throws IOException {
        LineReader reader = reader("é\r\n\nb".getBytes(StandardCharsets.UTF_8), 100);

        assertThat(reader.next()).isEqualTo("é");
        assertThat(reader.next()).isEmpty();
        assertThat(reader.next()).isEqualTo("b");
        assertThat(reader.next()).isNull();
    }

    @Test
    void aLineThatTheInputEndsInIsOpen() throws IOException {
        LineReader reader = reader("a\nb".getBytes(StandardCharsets.UTF_8), 100);

        reader.next();
        assertThat(reader.isOpen()).isFalse();
        reader.next();
        assertThat(reader.isOpen()).isTrue();
        reader.next();
        assertThat(reader.isOpen()).isFalse();
    }

    @Test
    void aLineMayBeAsLongAsTheLimitAndNoLonger() throws IOException {
        assertThat(reader(new byte[20_000], 20_000).next()).hasSize(20_000);
        assertThatThrownBy(() -> reader(new byte[20_001], 20_000).next())
                .isInstanceOf(LineReader.LineException.class)
                .hasMessage("a line of more than 20000 bytes");
    }

    @Test
    void bytesThatAreNotUtf8AreAnError() {
        assertThatThrownBy(() -> reader(new byte[] {(byte) 0xC3, '\n'}, 10).next())
                .isInstanceOf(LineReader.LineException.class)
                .hasMessage("a line that is not UTF-8");
    }

    private static LineReader reader(byte[] bytes, int limit) {
        return new LineReader(new ByteArrayInputStream(bytes), limit);
    }
}
