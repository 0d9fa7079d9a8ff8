package org.apctck.kit.results;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apctck.spec.Run;
import org.apctck.spec.trace.Outcome;
import org.apctck.spec.trace.Trace;

/**
 * What the results keep of a run.
 *
 * @param traces the first {@value #TRACES_MAX} and those that show why it failed
 * @param traceCount how many there were
 * @param outcomes the first {@value #OUTCOMES_MAX} different ones
 * @param outcomeCount how many different ones there were
 * @param complete whether the model saw every outcome; true for an implementation
 */
public record Sample(List<Trace> traces, int traceCount, List<Outcome> outcomes, int outcomeCount, boolean complete) {
    static final int TRACES_MAX = 16;
    static final int OUTCOMES_MAX = 1000;

    public Sample {
        traces = List.copyOf(traces);
        outcomes = List.copyOf(outcomes);
    }

    /** Nothing was run. */
    public static final Sample NONE = new Sample(List.of(), 0, List.of(), 0, true);

    /**
     * What is kept of {@code run}.
     *
     * @param shown traces that must be kept
     */
    public static Sample of(Run run, Collection<Trace> shown) {
        Set<Outcome> outcomes = new LinkedHashSet<>();
        run.traces().forEach(trace -> outcomes.add(trace.outcome()));
        Set<Trace> traces = new LinkedHashSet<>(first(run.traces(), TRACES_MAX));
        traces.addAll(shown);
        return new Sample(
                List.copyOf(traces),
                run.traces().size(),
                first(List.copyOf(outcomes), OUTCOMES_MAX),
                outcomes.size(),
                run.complete());
    }

    private static <T> List<T> first(List<T> list, int most) {
        return list.subList(0, Math.min(most, list.size()));
    }
}
