package org.apctck.reports;

import java.util.ArrayList;
import java.util.List;
import org.apctck.spec.Event;
import org.apctck.spec.EventKind;
import org.apctck.spec.Trace;
import org.apctck.spec.TraceStatus;

/** Traces from text, one event a line: {@code worker begins A}, or {@code quiescent}. */
final class Traces {
    private Traces() {}

    static Trace of(String text) {
        List<Event> events = new ArrayList<>();
        for (String line : text.strip().lines().toList()) {
            String[] words = line.strip().split(" ", 3);
            boolean isPoint = words[0].equals("quiescent");
            events.add(Event.of(
                    events.size(),
                    0,
                    isPoint ? "" : words[0],
                    EventKind.of(isPoint ? words[0] : words[1]),
                    words.length > 2 ? words[2] : ""));
        }
        return Trace.of(events, TraceStatus.COMPLETED, "");
    }
}
