package org.apctck.cli.console;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * What is written to a pipe that nobody reads any more ({@code apctck rules | head}) is let go: the reader has had enough. Any
 * other failure, a full disk say, stays one.
 */
final class PipeStream extends FilterOutputStream {
    private boolean closedByReader;

    PipeStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int character) throws IOException {
        write(new byte[] {(byte) character}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        if (closedByReader) {
            return;
        }
        try {
            out.write(buffer, offset, length);
        } catch (IOException e) {
            // Windows says `The pipe is being closed`.
            closedByReader =
                    String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
            if (!closedByReader) {
                throw e;
            }
        }
    }
}
