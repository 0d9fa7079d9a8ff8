package org.apctck.kit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads lines of UTF-8 that may not be longer than a limit, so that a flood cannot fill the memory. */
public final class LineReader {
    private final InputStream in;
    private final int bytesMax;
    private final byte[] buffer = new byte[8192];
    private int position;
    private int filled;
    private boolean open;

    public LineReader(InputStream in, int bytesMax) {
        this.in = in;
        this.bytesMax = bytesMax;
    }

    /**
     * The next line without its end; null at the end of the input.
     *
     * @throws LineException if the line is too long or not UTF-8
     */
    public @Nullable String next() throws IOException {
        open = false;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (position < filled || fill()) {
            int start = position;
            while (position < filled && buffer[position] != '\n') {
                position++;
            }
            line.write(buffer, start, position - start);
            if (line.size() > bytesMax) {
                throw new LineException("a line of more than " + bytesMax + " bytes");
            }
            if (position < filled) {
                position++;
                return text(line);
            }
        }
        open = line.size() > 0;
        return open ? text(line) : null;
    }

    /** Whether the line that was read last ended with the input, not with a line feed. */
    public boolean isOpen() {
        return open;
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    private static String text(ByteArrayOutputStream line) throws LineException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString();
            return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        } catch (CharacterCodingException e) {
            throw new LineException("a line that is not UTF-8");
        }
    }

    /** A line that cannot be read; the message names it. */
    public static final class LineException extends IOException {
        private static final long serialVersionUID = 1L;

        private final String problem;

        private LineException(String problem) {
            super(problem);
            this.problem = problem;
        }

        public String problem() {
            return problem;
        }
    }
}
