package org.apctck.kit.race;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.kit.Span;
import org.apctck.spec.api.Call;
import org.apctck.spec.program.Entry;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * A point of a race at which it matters who comes first: a call of one of its threads, the beginning of a wait, or the end
 * of the time of a wait.
 *
 * @param entry the index of the race in the script
 * @param number of the call among those that the script has for the thread, from 0; a loop is one
 */
record Contender(int entry, String thread, int number, Call call, Part part) {
    /** Which part of a call it is. */
    enum Part {
        /** All of a call that does not wait. */
        WHOLE,
        /** The first moments of a wait. */
        ENTRY,
        /** The moment at which the time of a wait is over. */
        TIME_OUT
    }

    /** Whether it lies where a call begins, so that a thread can be made to await another one there. */
    boolean isBeginning() {
        return part != Part.TIME_OUT;
    }

    /** Every contender of {@code program}, in the order of script, threads and calls. */
    static List<Contender> of(Program program) {
        List<Contender> contenders = new ArrayList<>();
        Map<String, Integer> made = new LinkedHashMap<>();
        for (int i = 0; i < program.script().size(); i++) {
            Entry entry = program.script().get(i);
            if (entry instanceof Entry.CallOn on) {
                made.merge(on.thread(), 1, Integer::sum);
            } else if (entry instanceof Entry.Race race) {
                int index = i;
                race.lanes().forEach((thread, calls) -> {
                    for (Call call : calls) {
                        int number = made.merge(thread, 1, Integer::sum) - 1;
                        parts(call).forEach(part -> contenders.add(new Contender(index, thread, number, call, part)));
                    }
                });
            }
        }
        return contenders;
    }

    private static List<Part> parts(Call call) {
        if (call.timeoutMillis() <= 0) {
            return List.of(Part.WHOLE);
        }
        return call.isFiniteWait() ? List.of(Part.ENTRY, Part.TIME_OUT) : List.of(Part.ENTRY);
    }

    /** Where it lay in {@code trace}, of a loop the first time; null if the thread did not get there. */
    @Nullable
    Stretch in(Program program, Trace trace) {
        List<List<Span>> made = Span.ofScript(program, trace, thread);
        if (number >= made.size()) {
            return null;
        }
        Span span = made.get(number).get(0);
        long begin = span.begun().micros();
        long end = span.returned() == null ? Long.MAX_VALUE : span.returned().micros();
        return switch (part) {
            case WHOLE ->
                span.returned() == null
                        ? Stretch.moment(begin, begin, span.index(), Integer.MAX_VALUE)
                        : new Stretch(begin, end, span.index(), span.end(), true);
            case ENTRY -> Stretch.moment(begin, begin, span.index(), span.end());
            case TIME_OUT -> {
                long due = begin + 1000 * call.timeoutMillis();
                yield Stretch.moment(
                        due, Math.max(due, Math.min(end, due + Stretch.LATE_MICROS_MAX)), span.index(), span.end());
            }
        };
    }
}
