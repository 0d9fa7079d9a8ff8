package org.apctck.cli;

import org.apctck.kit.Case;
import org.apctck.kit.run.RunListener;

/** Tells how a run comes along. */
final class Progress implements RunListener {
    private final ProgressLine line;
    private final String target;

    private Progress(ProgressLine line, String target) {
        this.line = line;
        this.target = target;
    }

    /** The listener of a run, which says nothing if {@code quiet}. */
    static Progress of(Console console, String target, boolean quiet) {
        return new Progress(new ProgressLine(console, quiet), target);
    }

    @Override
    public void begins(Case scenario, int made, int asked) {
        if (line.isDue()) {
            line.say(target + ": " + made + " of " + asked, "  " + scenario.id());
        }
    }

    /** Clears the line, so that something else can be written. */
    void end() {
        line.end();
    }
}
