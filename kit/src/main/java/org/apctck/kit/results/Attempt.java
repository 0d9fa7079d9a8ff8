package org.apctck.kit.results;

import java.util.List;
import org.apctck.kit.Case;
import org.apctck.kit.Histogram;
import org.apctck.kit.Judgement;
import org.apctck.spec.Verdict;
import org.apctck.spec.rules.Rule;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a case on a target, and what came of it.
 *
 * @param number counted from 1 for repeats of the same case
 * @param millis how long it took, in real time
 * @param stderr what the agent wrote to its standard error meanwhile; never a failure by itself
 * @param race the outcomes of a race that was run many times; null for what was run once
 * @param again why it was measured again, each time; what counts is the last measurement
 */
public record Attempt(
        Case scenario,
        Rule.Level level,
        int number,
        Judgement judgement,
        Sample sample,
        long millis,
        String stderr,
        @Nullable Histogram race,
        List<String> again) {
    public Attempt {
        again = List.copyOf(again);
    }

    /** An attempt at a case that was measured once. */
    public Attempt(
            Case scenario,
            Rule.Level level,
            int number,
            Judgement judgement,
            Sample sample,
            long millis,
            String stderr) {
        this(scenario, level, number, judgement, sample, millis, stderr, null, List.of());
    }

    public Verdict verdict() {
        return judgement.verdict();
    }

    /** An attempt that was asked for and not made. */
    public static Attempt notRun(Case scenario, Rule.Level level, int number, String reason) {
        return new Attempt(scenario, level, number, Judgement.of(Verdict.NOT_RUN, reason), Sample.NONE, 0, "");
    }
}
