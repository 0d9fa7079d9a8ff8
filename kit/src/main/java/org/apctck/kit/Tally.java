package org.apctck.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apctck.spec.Racing;
import org.apctck.spec.Verdict;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;

/** Counts the outcomes of a case that is run many times. */
public final class Tally {
    private final List<Check.Row> rows = new ArrayList<>();
    private final int[] counts;
    private final Map<Other, Integer> others = new LinkedHashMap<>();
    private final Set<String> threads = new LinkedHashSet<>();
    private int runs;
    private int undecided;

    private record Other(String text, boolean allowed) {}

    public Tally(Case scenario) {
        for (Check check : scenario.checks()) {
            if (check instanceof Check.OneOf table) {
                rows.addAll(table.rows());
                table.rows().forEach(row -> threads.addAll(row.threads().keySet()));
            } else if (check instanceof Check.Exactly exactly) {
                threads.add(exactly.thread());
            } else if (check instanceof Check.Recorded recorded) {
                threads.add(recorded.thread());
            }
        }
        counts = new int[rows.size()];
    }

    /** Counts a run by its trace and by what the judge says of it. */
    public void add(Trace trace, Verdict verdict) {
        runs++;
        if (verdict == Verdict.INCONCLUSIVE) {
            undecided++;
            return;
        }
        boolean allowed = verdict == Verdict.PASS || verdict == Verdict.OBSERVED;
        boolean listed = false;
        for (int i = 0; allowed && i < counts.length; i++) {
            if (TraceJudge.shows(rows.get(i), trace)) {
                counts[i]++;
                listed = true;
            }
        }
        if (!listed) {
            others.merge(new Other(text(trace), allowed), 1, Integer::sum);
        }
    }

    private String text(Trace trace) {
        String text = threads.stream()
                .map(thread -> TraceJudge.summary(trace, thread))
                .collect(Collectors.joining(" | "));
        return trace.status() == TraceStatus.COMPLETED ? text : text + " (" + trace.status() + ")";
    }

    /** How many runs were counted. */
    public int runs() {
        return runs;
    }

    /** How many different outcomes that are allowed were seen. */
    public long allowedSeen() {
        return Arrays.stream(counts).filter(count -> count > 0).count()
                + others.keySet().stream().filter(Other::allowed).count();
    }

    /** How many runs say nothing. */
    public int undecided() {
        return undecided;
    }

    /** What was counted so far. */
    public Histogram histogram(int met, Racing racing, long seed) {
        List<Histogram.Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            Check.Row row = rows.get(i);
            outcomes.add(new Histogram.Outcome(TraceJudge.text(row), row.why(), row.line(), true, counts[i]));
        }
        others.forEach(
                (other, count) -> outcomes.add(new Histogram.Outcome(other.text(), "", 0, other.allowed(), count)));
        return new Histogram(runs, met, undecided, racing, seed, outcomes);
    }
}
