package org.apctck.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Happening;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.jspecify.annotations.Nullable;

/** Traces from text, one event a line, each a millisecond later: {@code worker begins A}, or {@code quiescent}. */
public final class Traces {
    private static final String LAST_ERROR = ", last error ";

    private Traces() {}

    /** A trace that completed. */
    public static Trace of(String text) {
        return ended(TraceStatus.COMPLETED, "", text);
    }

    static Trace ended(TraceStatus status, String evidence, String text) {
        return Trace.of(events(text), status, evidence);
    }

    /** A trace of the model. */
    static Trace scheduled(@Nullable String schedule, Map<String, String> readings, String text) {
        return new Trace(events(text), TraceStatus.COMPLETED, "", schedule, readings);
    }

    private static List<Event> events(String text) {
        List<Event> events = new ArrayList<>();
        for (String line : text.strip().lines().toList()) {
            String[] words = line.strip().split(" ", 3);
            boolean isPoint = words[0].equals("quiescent");
            String[] what = (words.length > 2 ? words[2] : "").split(LAST_ERROR, 2);
            events.add(new Event(
                    events.size(),
                    1000L * events.size(),
                    isPoint ? "" : words[0],
                    Happening.read(
                            EventKind.of(isPoint ? words[0] : words[1]),
                            what[0],
                            what.length > 1 ? what[1] : null,
                            Map.of())));
        }
        return events;
    }
}
