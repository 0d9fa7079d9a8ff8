package org.apctck.kit.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apctck.spec.format.Printable;

/** Reads what a process writes to standard error, and keeps the end of it. */
final class StderrTail {
    private static final int BYTES_MAX = 16 << 10;

    private final StringBuilder kept = new StringBuilder();
    private final Thread reader;
    private int taken;

    StderrTail(InputStream stderr) {
        reader = new Thread(() -> readAll(stderr), "agent-stderr");
        reader.setDaemon(true);
        reader.start();
    }

    private void readAll(InputStream stderr) {
        char[] buffer = new char[BYTES_MAX];
        try (Reader text = new InputStreamReader(stderr, StandardCharsets.UTF_8)) {
            for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
                append(new String(buffer, 0, read));
            }
        } catch (IOException e) {
            append("(standard error cannot be read: " + e.getMessage() + ")");
        }
    }

    private synchronized void append(String text) {
        kept.append(text);
        int excess = kept.length() - BYTES_MAX;
        if (excess > 0) {
            kept.delete(0, excess);
            taken = Math.max(0, taken - excess);
        }
    }

    /** Only what is asked for is cleaned: an implementation may write a gigabyte. */
    private static String printable(String text) {
        return Printable.lines(text.replace("\r\n", "\n"));
    }

    /** What was written since this was last asked. */
    synchronized String take() {
        String text = kept.substring(taken);
        taken = kept.length();
        return printable(text);
    }

    /** What a process that has ended died of, in its own words and as one line; empty if it wrote nothing. */
    String lastWords() throws InterruptedException {
        reader.join(1000);
        synchronized (this) {
            String text = printable(kept.toString());
            Optional<String> crash = JvmCrash.summary(text);
            if (crash.isPresent()) {
                return crash.get();
            }
            String[] lines = text.strip().split("\\R");
            int from = Math.max(0, lines.length - 5);
            return String.join(" / ", java.util.Arrays.asList(lines).subList(from, lines.length));
        }
    }
}
