package org.apctck.reports;

import java.util.List;
import org.apctck.kit.Difference;
import org.apctck.kit.Rejection;
import org.apctck.kit.results.Attempt;
import org.apctck.spec.Objection;
import org.apctck.spec.trace.Trace;

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
            return of(rejections.get(0));
        }
        List<Trace> traces = attempt.sample().traces();
        return traces.isEmpty() ? List.of() : ThreadColumns.of(traces.get(0));
    }

    /** The lines of a trace that an examiner rejects. */
    public static List<String> of(Rejection rejection) {
        Objection objection = rejection.objection();
        return ThreadColumns.marked(
                rejection.trace(),
                rejection.event(),
                (objection.decided() ? "rejected by " : "not judged by ")
                        + objection.by()
                        + (objection.rule().isEmpty() ? "" : " for " + objection.rule()));
    }
}
