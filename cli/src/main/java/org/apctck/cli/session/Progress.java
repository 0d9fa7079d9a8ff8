package org.apctck.cli.session;

import java.util.EnumSet;
import java.util.Set;
import org.apctck.cli.console.Console;
import org.apctck.cli.console.ProgressBar;
import org.apctck.cli.console.ProgressLine;
import org.apctck.kit.Case;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.run.RunListener;
import org.apctck.spec.Verdict;

/** Tells how a run comes along. */
public final class Progress implements RunListener {
    private static final Set<Verdict> FAILED = EnumSet.of(Verdict.ERROR, Verdict.CRASH, Verdict.TIMEOUT, Verdict.FAIL);

    private final ProgressLine line;
    private final String target;
    private int failed;

    Progress(ProgressLine line, String target) {
        this.line = line;
        this.target = target;
    }

    /** The listener of a run, which says nothing if {@code quiet}. */
    public static Progress of(Console console, String target, boolean quiet) {
        return new Progress(new ProgressLine(console, quiet), target);
    }

    /** The target is being started, which takes a while for some. */
    void starts() {
        line.show(ProgressBar.starting(target));
    }

    @Override
    public void begins(Case scenario, int made, int asked) {
        line.show(ProgressBar.of(target, made, asked, failed, scenario.id()));
    }

    @Override
    public void ended(Attempt attempt) {
        if (FAILED.contains(attempt.verdict())) {
            failed++;
        }
    }

    /** Clears the line, so that something else can be written. */
    void end() {
        line.end();
    }
}
