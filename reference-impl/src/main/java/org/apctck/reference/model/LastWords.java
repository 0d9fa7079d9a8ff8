package org.apctck.reference.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apctck.reference.kernel.StateWriter;
import org.apctck.spec.program.Routine;
import org.apctck.spec.trace.Happening;
import org.jspecify.annotations.Nullable;

/**
 * What threads may still tell that another one has ended: a thread is stopped before its next effect, and not before it has
 * written an event. Never changed.
 */
final class LastWords {
    static final LastWords NONE = new LastWords(Map.of());

    private final Map<Integer, List<Happening>> words;

    private LastWords(Map<Integer, List<Happening>> words) {
        this.words = words;
    }

    /** With those of one more thread. */
    LastWords with(int thread, List<Happening> said) {
        Map<Integer, List<Happening>> more = new TreeMap<>(words);
        more.remove(thread);
        if (!said.isEmpty()) {
            more.put(thread, said);
        }
        return more.isEmpty() ? NONE : new LastWords(more);
    }

    /** The first of a thread, or null. */
    @Nullable
    Happening first(int thread) {
        List<Happening> left = words.get(thread);
        return left == null ? null : left.get(0);
    }

    /** Without the first of a thread. */
    LastWords told(int thread) {
        List<Happening> left = words.getOrDefault(thread, List.of());
        return with(thread, left.subList(1, left.size()));
    }

    void writeTo(StateWriter out, Histories histories) {
        words.forEach((thread, left) -> {
            out.put(thread);
            out.put(left.size());
            left.forEach(happening -> out.put(histories.number(happening)));
        });
    }

    /** Those of a thread that is ended where it stands: what has happened to it, and the call that it would make next. */
    static List<Happening> of(ModelThread thread, Histories histories) {
        List<Happening> said = new ArrayList<>();
        for (Frame frame = thread.top; ; frame = frame.below()) {
            if (frame instanceof Frame.Returning returning) {
                said.add(histories.happening(returning.event()));
            } else if (frame instanceof Frame.Telling telling) {
                said.add(histories.happening(telling.event()));
            } else if (frame instanceof Frame.InRoutine routine && isOver(routine)) {
                said.add(new Happening.Ends(routine.routine().name()));
            } else {
                PlannedCall call = nextCall(thread, frame);
                if (call != null) {
                    said.add(call.event());
                }
                return said;
            }
        }
    }

    private static boolean isOver(Frame.InRoutine frame) {
        PlannedRoutine routine = frame.routine();
        return routine.kind() == Routine.Kind.APC
                && frame.next() == routine.body().size();
    }

    private static @Nullable PlannedCall nextCall(ModelThread thread, @Nullable Frame frame) {
        if (frame instanceof Frame.InRoutine routine) {
            List<PlannedCall> body = routine.routine().body();
            return routine.next() < body.size() ? body.get(routine.next()) : null;
        }
        boolean hasCall = frame == null && thread.started && !thread.lane.isEmpty();
        return hasCall ? thread.lane.get(0) : null;
    }
}
