package org.apctck.kit.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

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
        byte[] buffer = new byte[4096];
        try (stderr) {
            for (int read = stderr.read(buffer); read >= 0; read = stderr.read(buffer)) {
                append(new String(buffer, 0, read, StandardCharsets.UTF_8));
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

    /** What was written since this was last asked. */
    synchronized String take() {
        String text = kept.substring(taken);
        taken = kept.length();
        return text;
    }

    /** The last lines of a process that has ended, as one line; empty if it wrote nothing. */
    String lastLines() throws InterruptedException {
        reader.join(1000);
        synchronized (this) {
            String[] lines = kept.toString().strip().split("\\R");
            int from = Math.max(0, lines.length - 5);
            return String.join(" / ", java.util.Arrays.asList(lines).subList(from, lines.length));
        }
    }
}
