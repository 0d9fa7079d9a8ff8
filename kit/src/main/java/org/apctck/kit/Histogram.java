package org.apctck.kit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apctck.spec.Racing;

/**
 * The outcomes that a race was seen to have, over many runs of one attempt.
 *
 * @param runs how often the program was run
 * @param met in how many of the runs calls of two threads met, so that their order was open; 0 where a model chooses
 * @param undecided how many runs say nothing, as what the scenario needs did not happen
 * @param seed from which the delays of the threads were drawn
 * @param outcomes every row of the scenario's tables, those that were not seen among them, and whatever else was seen
 */
public record Histogram(int runs, int met, int undecided, Racing racing, long seed, List<Outcome> outcomes) {
    public Histogram {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * One outcome, as often as it was seen.
     *
     * @param text in the notation of tables
     * @param why it is allowed, in the words of the scenario; empty for one that stands in no table
     * @param line of the row in the feature; 0 for one that stands in no table
     * @param allowed false for what the run failed by
     */
    public record Outcome(String text, String why, int line, boolean allowed, int count) {
        private Outcome withCount(int other) {
            return new Outcome(text, why, line, allowed, other);
        }
    }

    /** What was seen in both, as of one series of runs; the seed is that of this one. */
    public Histogram plus(Histogram other) {
        Map<Outcome, Integer> counts = new LinkedHashMap<>();
        Stream.concat(outcomes.stream(), other.outcomes.stream())
                .forEach(outcome -> counts.merge(outcome.withCount(0), outcome.count(), Integer::sum));
        return new Histogram(
                runs + other.runs,
                met + other.met,
                undecided + other.undecided,
                racing,
                seed,
                counts.entrySet().stream()
                        .map(entry -> entry.getKey().withCount(entry.getValue()))
                        .toList());
    }

    /** How many of the outcomes that are allowed were seen. */
    public long allowedSeen() {
        return outcomes.stream()
                .filter(outcome -> outcome.allowed() && outcome.count() > 0)
                .count();
    }

    /** How many outcomes are allowed, as far as the scenario lists them. */
    public long allowed() {
        return outcomes.stream().filter(Outcome::allowed).count();
    }

    /** In one line for people: {@code 3 of 4 allowed outcomes seen in 200 runs, in 57 of which the threads met}. */
    public String summary() {
        String seen = isListed()
                ? allowedSeen() + " of " + allowed() + " allowed outcomes seen in "
                : allowedSeen() + (allowedSeen() == 1 ? " outcome" : " outcomes") + " seen in ";
        String meetings = racing == Racing.CHOSEN ? "" : ", in " + met + " of which the threads met";
        String silent = undecided == 0 ? "" : ", " + undecided + " of them undecided";
        return seen + runs + (runs == 1 ? " run" : " runs") + meetings + silent;
    }

    private boolean isListed() {
        return outcomes.stream().anyMatch(outcome -> outcome.line() > 0);
    }
}
