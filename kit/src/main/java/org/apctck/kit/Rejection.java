package org.apctck.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apctck.spec.Run;
import org.apctck.spec.Trace;
import org.apctck.spec.TraceStatus;

/** A trace and what an examiner has against it. */
public record Rejection(Objection objection, Trace trace) {
    /** The index of the event that cannot be; the number of events for the end of the trace. */
    public int event() {
        return objection.event() < 0 ? trace.events().size() : objection.event();
    }

    /**
     * The first trace of {@code run} that each of the examiners rejects, or else gives up on, or else holds against another
     * rule; every one of them sees every trace.
     */
    static List<Rejection> of(Case scenario, Run run, List<Examiner> examiners) {
        List<Rejection> rejections = new ArrayList<>();
        for (Examiner examiner : examiners) {
            run.traces().stream()
                    .filter(Rejection::isOfTheImplementation)
                    .flatMap(trace -> examiner.examine(scenario, trace).map(by -> new Rejection(by, trace)).stream())
                    .toList()
                    .stream()
                    .min(Comparator.<Rejection, Boolean>comparing(
                                    rejection -> !rejection.objection().concerns(scenario.rule()))
                            .thenComparing(rejection -> !rejection.objection().decided()))
                    .ifPresent(rejections::add);
        }
        return rejections;
    }

    /** Whether the trace tells something of the implementation: not if the agent is at fault, or a function is missing. */
    private static boolean isOfTheImplementation(Trace trace) {
        return trace.status() != TraceStatus.FAULT && trace.status() != TraceStatus.NOT_IMPLEMENTED;
    }
}
