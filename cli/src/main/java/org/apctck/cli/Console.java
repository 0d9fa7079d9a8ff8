package org.apctck.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Where the command writes: results to {@code out}, everything else to {@code err}, both in UTF-8.
 *
 * @param colour whether the results may be coloured
 * @param progress whether {@code err} is a terminal, so that a line of it can be written over
 */
record Console(PrintWriter out, PrintWriter err, boolean colour, boolean progress) {
    private static final String TERMINAL = "terminal";

    /** The standard output and error of the process; the script says whether they are terminals. */
    static Console ofProcess() {
        boolean isTerminal = System.console() != null;
        boolean outIsTerminal = isTerminal || TERMINAL.equals(System.getProperty("apctck.out"));
        boolean errIsTerminal = isTerminal || TERMINAL.equals(System.getProperty("apctck.err"));
        String noColour = System.getenv("NO_COLOR");
        return new Console(
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                outIsTerminal && (noColour == null || noColour.isEmpty()),
                errIsTerminal);
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
    }

    /** The same for results, silent otherwise. */
    Console silent() {
        return new Console(out, new PrintWriter(Writer.nullWriter()), colour, false);
    }

    /** Writes lines of results. */
    void print(Iterable<String> lines) {
        lines.forEach(out::println);
    }

    /** Writes one line that is not a result. */
    void say(String line) {
        err.println(line);
        err.flush();
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
