package org.apctck.reports;

import java.util.List;
import org.apctck.kit.Difference;
import org.apctck.kit.Rejection;
import org.apctck.kit.results.Attempt;
import org.apctck.spec.Trace;

/** The trace that tells most of an attempt, as columns of text, with a mark where it goes wrong. */
public final class TracePicture {
    private TracePicture() {}

    /** The lines; none if there is no trace. */
    public static List<String> of(Attempt attempt) {
        Difference difference = attempt.judgement().difference();
        if (difference != null && difference.trace() != null) {
            return ThreadColumns.marked(difference.trace(), difference.event(), "expected " + difference.expected());
        }
        List<Rejection> rejections = attempt.judgement().rejections();
        if (!rejections.isEmpty()) {
            Rejection first = rejections.get(0);
            return ThreadColumns.marked(
                    first.trace(),
                    first.event(),
                    (first.objection().decided() ? "rejected by " : "not judged by ")
                            + first.objection().by());
        }
        List<Trace> traces = attempt.sample().traces();
        return traces.isEmpty() ? List.of() : ThreadColumns.of(traces.get(0));
    }
}
