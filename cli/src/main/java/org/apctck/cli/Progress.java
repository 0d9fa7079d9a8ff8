package org.apctck.cli;

import org.apctck.kit.Case;
import org.apctck.kit.run.RunListener;

/** Tells how a run comes along: a line that is written over on a terminal, a line now and then elsewhere. */
final class Progress implements RunListener {
    private static final long TERMINAL_NANOS = 50_000_000L;
    private static final long PLAIN_NANOS = 10_000_000_000L;
    private static final int WIDTH = 79;

    private final Console console;
    private final String target;
    private long said = System.nanoTime();
    private boolean isLineOpen;

    Progress(Console console, String target) {
        this.console = console;
        this.target = target;
    }

    /** The listener of a run, which says nothing if {@code quiet}. */
    static Progress of(Console console, String target, boolean quiet) {
        return new Progress(quiet ? console.silent() : console, target);
    }

    @Override
    public void begins(Case scenario, int made, int asked) {
        long now = System.nanoTime();
        if (now - said < (console.progress() ? TERMINAL_NANOS : PLAIN_NANOS)) {
            return;
        }
        said = now;
        String line = target + ": " + made + " of " + asked;
        if (console.progress()) {
            String text = line + "  " + scenario.id();
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
