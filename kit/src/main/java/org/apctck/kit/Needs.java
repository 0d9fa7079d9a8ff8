package org.apctck.kit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                Needs unmet = on.mustBlock() ? unmet(program, on, number, last, trace) : null;
                if (unmet != null) {
                    return unmet;
                }
            } else if (entry instanceof Entry.Race race) {
                race.lanes().forEach((thread, calls) -> made.merge(thread, calls.size(), Integer::sum));
            }
        }
        return null;
    }

    private static @Nullable Needs unmet(Program program, Entry.CallOn entry, int number, boolean last, Trace trace) {
        String thread = entry.thread();
        String call = entry.call().text();
        List<List<Span>> made = Span.ofScript(program, trace, thread);
        if (number >= made.size()) {
            return new Needs(trace.events().size(), thread + " never came to call " + call);
        }
        Span first = made.get(number).get(0);
        Span span = made.get(number).stream()
                .filter(each -> isSeenBlocked(each, trace) && isInOnePiece(first.index(), each.index(), trace))
                .findFirst()
                .orElse(null);
        if (span == null) {
            return new Needs(first.index(), thread + " was not seen blocked in " + call + returned(first));
        }
        return last || span.returned() == null || !isInOnePiece(span.index(), span.end(), trace)
                ? null
                : new Needs(
                        span.index(),
                        thread + " did not stay blocked in " + call + " until the next entry" + returned(span));
    }

    private static boolean isSeenBlocked(Span span, Trace trace) {
        return trace.events().subList(span.index(), span.end()).stream()
                .anyMatch(event ->
                        event.kind() == EventKind.BLOCKED && event.thread().equals(span.thread()));
    }

    private static String returned(Span span) {
        return span.returned() == null ? "" : ": it returned " + span.returned().content();
    }

    /** Whether no entry begins between two events. */
    private static boolean isInOnePiece(int begin, int end, Trace trace) {
        return trace.events().subList(begin, end).stream().noneMatch(event -> event.kind() == EventKind.QUIESCENT);
    }
}
