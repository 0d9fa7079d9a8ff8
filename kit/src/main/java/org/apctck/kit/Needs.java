package org.apctck.kit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.spec.api.Call;
import org.apctck.spec.program.Entry;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * What a program needs to have happened before its checks say anything: threads that were to be blocked while others act.
 *
 * @param event the index of the call that was not seen blocked or did not stay so, or the number of events if it was never made
 * @param reason for people
 */
record Needs(int event, String reason) {

    /** The first need of {@code program} that {@code trace} does not meet, or null. */
    static @Nullable Needs unmet(Program program, Trace trace) {
        Map<String, Integer> made = new LinkedHashMap<>();
        int index = 0;
        for (Entry entry : program.script()) {
            boolean last = ++index == program.script().size();
            if (entry instanceof Entry.CallOn on) {
                int number = made.merge(on.thread(), 1, Integer::sum) - 1;
                Needs unmet = on.mustBlock() ? unmet(on.thread(), on.call(), number, last, trace) : null;
                if (unmet != null) {
                    return unmet;
                }
            } else if (entry instanceof Entry.Race race) {
                race.lanes().forEach((thread, calls) -> made.merge(thread, calls.size(), Integer::sum));
            }
        }
        return null;
    }

    private static @Nullable Needs unmet(String thread, Call call, int number, boolean last, Trace trace) {
        List<Span> spans = Span.ofScript(trace, thread);
        if (number >= spans.size()) {
            return new Needs(trace.events().size(), thread + " never came to call " + call.text());
        }
        Span span = spans.get(number);
        boolean seen = trace.events().subList(span.index(), span.end()).stream()
                .anyMatch(event ->
                        event.kind() == EventKind.BLOCKED && event.thread().equals(thread));
        if (!seen) {
            return new Needs(span.index(), thread + " was not seen blocked in " + call.text() + returned(span));
        }
        return last || span.returned() == null || reachesQuiescence(span, trace)
                ? null
                : new Needs(
                        span.index(),
                        thread + " did not stay blocked in " + call.text() + " until the next entry" + returned(span));
    }

    private static String returned(Span span) {
        return span.returned() == null ? "" : ": it returned " + span.returned().content();
    }

    /** Whether the call was still in progress at the quiescent point after which the next entry begins. */
    private static boolean reachesQuiescence(Span span, Trace trace) {
        return trace.events().subList(span.index(), span.end()).stream()
                .anyMatch(event -> event.kind() == EventKind.QUIESCENT);
    }
}
