package org.apctck.cli.console;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;
import org.apctck.spec.format.Printable;

/**
 * Lets nothing but text and colours through: whatever is printed, and wherever it comes from, cannot move the cursor of a
 * terminal. What ends a line must be cleaned where it is read.
 */
final class PlainWriter extends FilterWriter {
    private static final Pattern COLOUR_OR_CONTROL = Pattern.compile("(\u001b\\[[0-9;]*m)|[\\p{Cc}&&[^\\n\\t]]");

    PlainWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int character) throws IOException {
        write(String.valueOf((char) character));
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
        write(new String(buffer, offset, length), 0, length);
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        out.write(COLOUR_OR_CONTROL
                .matcher(text.substring(offset, offset + length))
                .replaceAll(match -> match.group(1) == null ? Printable.line(match.group()) : match.group()));
    }
}
