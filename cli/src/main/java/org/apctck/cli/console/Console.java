package org.apctck.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apctck.spec.format.Printable;

/**
 * Where the command writes: results to {@code out}, everything else to {@code err}, both in UTF-8.
 *
 * @param colour whether the results may be coloured
 * @param columns how wide {@code err} is if it is a terminal, so that a line of it can be written over; else 0
 * @param errColour whether {@code err} may be coloured
 */
public record Console(PrintWriter out, PrintWriter err, boolean colour, int columns, boolean errColour) {
    private static final String TERMINAL = "terminal";
    private static final int USUAL_COLUMNS = 80;
    /** In less there is no room for anything. */
    private static final int COLUMNS_MIN = 20;

    private static final int COLUMNS_MAX = 1000;

    /**
     * @param progress whether {@code err} is a terminal of the usual width
     */
    public Console(PrintWriter out, PrintWriter err, boolean colour, boolean progress) {
        this(out, err, colour, progress ? USUAL_COLUMNS : 0, false);
    }

    /** The standard output and error of the process; the script says whether they are terminals. */
    public static Console ofProcess() {
        boolean isTerminal = System.console() != null;
        boolean outIsTerminal = isTerminal || TERMINAL.equals(System.getProperty("apctck.out"));
        boolean errIsTerminal = isTerminal || TERMINAL.equals(System.getProperty("apctck.err"));
        String noColour = System.getenv("NO_COLOR");
        boolean mayColour = noColour == null || noColour.isEmpty();
        // A dumb terminal cannot go back to the beginning of a line.
        boolean isDumb = "dumb".equals(System.getenv("TERM"));
        return new Console(
                new PrintWriter(new PlainWriter(stream(FileDescriptor.out))),
                new PrintWriter(stream(FileDescriptor.err)),
                outIsTerminal && mayColour,
                errIsTerminal && !isDumb ? columns(System.getProperty("apctck.columns", "")) : 0,
                errIsTerminal && mayColour && !isDumb);
    }

    /** The width of a terminal as the script has found it out; some say 0. */
    static int columns(String told) {
        return told.matches("[1-9]\\d{0,4}")
                ? Math.max(COLUMNS_MIN, Math.min(COLUMNS_MAX, Integer.parseInt(told)))
                : USUAL_COLUMNS;
    }

    /** Whether a line of {@code err} can be written over. */
    boolean progress() {
        return columns > 0;
    }

    Style errStyle() {
        return new Style(errColour);
    }

    private static Writer stream(FileDescriptor descriptor) {
        return new OutputStreamWriter(new PipeStream(new FileOutputStream(descriptor)), StandardCharsets.UTF_8);
    }

    /** The same for results, silent otherwise. */
    Console silent() {
        return new Console(out, new PrintWriter(Writer.nullWriter()), colour, 0, false);
    }

    /** Writes lines of results. */
    public void print(Iterable<String> lines) {
        lines.forEach(out::println);
    }

    /** Writes one line that is not a result. */
    public void say(String line) {
        err.println(Printable.line(line));
        err.flush();
    }

    public void flush() {
        out.flush();
        err.flush();
    }

    /** Whether everything could be written to {@code out} so far. */
    public boolean isWhole() {
        return !out.checkError();
    }
}
