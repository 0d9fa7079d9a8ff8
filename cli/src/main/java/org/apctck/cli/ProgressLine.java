package org.apctck.cli;

/** Says how long work comes along: a line that is written over on a terminal, a line now and then elsewhere. */
final class ProgressLine {
    private static final long TERMINAL_NANOS = 50_000_000L;
    private static final long PLAIN_NANOS = 10_000_000_000L;
    private static final int WIDTH = 79;

    private final Console console;
    private long said = System.nanoTime();
    private boolean isLineOpen;

    /** Says nothing if {@code quiet}. */
    ProgressLine(Console console, boolean quiet) {
        this.console = quiet ? console.silent() : console;
    }

    /** Whether it is time to say something again; if so, the next time is later. */
    boolean isDue() {
        long now = System.nanoTime();
        if (now - said < (console.progress() ? TERMINAL_NANOS : PLAIN_NANOS)) {
            return false;
        }
        said = now;
        return true;
    }

    /**
     * Says how far it is.
     *
     * @param detail for a terminal only, where it may be cut off
     */
    void say(String line, String detail) {
        if (console.progress()) {
            String text = line + detail;
            text = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
            console.err().print("\r" + text + " ".repeat(WIDTH - text.length()));
            console.err().flush();
            isLineOpen = true;
        } else {
            console.say(line);
        }
    }

    /** Clears the line, so that something else can be written. */
    void end() {
        if (isLineOpen) {
            console.err().print("\r" + " ".repeat(WIDTH) + "\r");
            console.err().flush();
            isLineOpen = false;
        }
    }
}
