package org.apctck.kit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.spec.Examiner;
import org.apctck.spec.Objection;
import org.apctck.spec.Run;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;

/** A trace and what an examiner has against it. */
public record Rejection(Objection objection, Trace trace) {
    /** The index of the event that cannot be; the number of events for the end of the trace. */
    public int event() {
        return objection.event() < 0 ? trace.events().size() : objection.event();
    }

    /** Everything that the examiners have against the traces of {@code run}; every one of them sees every trace. */
    static List<Rejection> of(Case scenario, Run run, List<Examiner> examiners) {
        List<Rejection> rejections = new ArrayList<>();
        for (Examiner examiner : examiners) {
            run.traces().stream()
                    .filter(Rejection::isOfTheImplementation)
                    .forEach(trace ->
                            examiner.examine(scenario.id(), scenario.rule(), scenario.program(), trace).stream()
                                    .map(objection -> new Rejection(objection, trace))
                                    .forEach(rejections::add));
        }
        return rejections;
    }

    /**
     * The first of each kind: a rule that an examiner sees broken again and again is broken once, and so is a finding that is
     * made again with the same words.
     */
    public static List<Rejection> distinct(Collection<Rejection> rejections) {
        Map<Objection, Rejection> first = new LinkedHashMap<>();
        rejections.forEach(rejection -> first.putIfAbsent(rejection.kind(), rejection));
        return List.copyOf(first.values());
    }

    private Objection kind() {
        String reason = objection.rule().isEmpty() ? objection.reason() : "";
        return new Objection(objection.by(), 0, reason, List.of(), objection.decided(), objection.rule(), false);
    }

    /** The same, held against that rule. */
    Rejection restingOn(String rule) {
        return new Rejection(objection.restingOn(rule), trace);
    }

    /** Whether it is about that event of that trace. */
    boolean isAt(Trace other, int index) {
        return event() == index && trace.equals(other);
    }

    /** Whether the trace tells something of the implementation: not if the agent is at fault, or a function is missing. */
    private static boolean isOfTheImplementation(Trace trace) {
        return trace.status() != TraceStatus.FAULT && trace.status() != TraceStatus.NOT_IMPLEMENTED;
    }
}
