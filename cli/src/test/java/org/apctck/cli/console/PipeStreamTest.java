package org.apctck.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.apctck.cli.Ran;
import org.junit.jupiter.api.Test;

/** An output that cannot be written is told from one that nobody wants to read to its end. */
class PipeStreamTest {
    private int asked;

    private PipeStream failing(String message) {
        return new PipeStream(new OutputStream() {
            @Override
            public void write(int character) throws IOException {
                asked++;
                throw new IOException(message);
            }
        });
    }

    @Test
    void whatNobodyReadsIsLetGo() throws IOException {
        try (PipeStream stream = failing("Broken pipe")) {
            stream.write("one".getBytes(StandardCharsets.UTF_8));
            stream.write('2');
        }

        assertThat(asked).isEqualTo(1);
    }

    @Test
    void anyOtherFailureStaysOne() {
        PipeStream stream = failing("No space left on device");

        assertThatThrownBy(() -> stream.write('1')).hasMessage("No space left on device");
        assertThatThrownBy(() -> stream.write('2')).hasMessage("No space left on device");
    }

    @Test
    void aVerbWhoseOutputCannotBeWrittenDoesNotEndWell() {
        StringWriter err = new StringWriter();
        PrintWriter out = new PrintWriter(failing("No space left on device"), false, StandardCharsets.UTF_8);

        int status = Ran.status(new Console(out, new PrintWriter(err), false, false), "rules", "QUEUE-FIFO-1");

        assertThat(status).isEqualTo(2);
        assertThat(err).hasToString("apctck: the output cannot be written; is the disk full?\n");
    }

    @Test
    void aVerbWhoseOutputNobodyReadsEndsAsItWould() {
        StringWriter err = new StringWriter();
        PrintWriter out = new PrintWriter(failing("Broken pipe"), false, StandardCharsets.UTF_8);

        int status = Ran.status(new Console(out, new PrintWriter(err), false, false), "rules", "QUEUE-FIFO-1");

        assertThat(status).isZero();
        assertThat(err.toString()).isEmpty();
    }
}
