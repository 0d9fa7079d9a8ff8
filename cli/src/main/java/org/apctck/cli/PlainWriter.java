package org.apctck.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apctck.spec.Printable;

/**
 * Lets nothing but text and colours through: whatever is printed, and wherever it comes from, cannot move the cursor of a
 * terminal. What ends a line must be cleaned where it is read.
 */
final class PlainWriter extends FilterWriter {
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

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
        String written = text.substring(offset, offset + length);
        if (CONTROL.matcher(written).find()) {
            out.write(cleaned(written));
        } else {
            out.write(written);
        }
    }

    private static String cleaned(String text) {
        StringBuilder cleaned = new StringBuilder();
        int from = 0;
        Matcher colour = COLOUR.matcher(text);
        while (colour.find()) {
            cleaned.append(plain(text.substring(from, colour.start()))).append(colour.group());
            from = colour.end();
        }
        return cleaned.append(plain(text.substring(from))).toString();
    }

    private static String plain(String text) {
        return CONTROL.matcher(text).replaceAll(match -> Printable.line(match.group()));
    }
}
