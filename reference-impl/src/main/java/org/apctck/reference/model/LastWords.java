package org.apctck.reference.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apctck.reference.kernel.StateWriter;
import org.apctck.reference.kernel.Stateful;
import org.apctck.spec.trace.Happening;
import org.jspecify.annotations.Nullable;

/**
 * What threads may still tell that another one has ended: a thread is stopped before its next effect, and not before it has
 * written an event. Never changed.
 */
final class LastWords implements Stateful {
    static final int[] NOTHING = {};
    static final LastWords NONE = new LastWords(Map.of());

    /** By the index of the thread, as numbers of {@link Histories}; none is empty. */
    private final Map<Integer, int[]> words;

    private LastWords(Map<Integer, int[]> words) {
        this.words = words;
    }

    /** With those of one more thread. */
    LastWords with(int thread, int[] said) {
        Map<Integer, int[]> more = new TreeMap<>(words);
        more.remove(thread);
        if (said.length > 0) {
            more.put(thread, said);
        }
        return more.isEmpty() ? NONE : new LastWords(more);
    }

    /** The first of a thread, or -1. */
    int first(int thread) {
        int[] left = words.get(thread);
        return left == null ? -1 : left[0];
    }

    /** Without the first of a thread. */
    LastWords told(int thread) {
        int[] left = words.getOrDefault(thread, NOTHING);
        return with(thread, Arrays.copyOfRange(left, 1, left.length));
    }

    @Override
    public void writeTo(StateWriter out) {
        words.forEach((thread, left) -> {
            out.put(thread);
            out.put(left);
        });
    }

    /** Those of a thread that is ended where it stands: what has happened to it, and the call that it would make next. */
    static int[] of(ModelThread thread, Histories histories) {
        IntStream.Builder said = IntStream.builder();
        for (Frame frame = thread.top; ; frame = frame.below()) {
            if (frame instanceof Frame.Returning returning) {
                said.add(returning.event());
            } else if (frame instanceof Frame.Telling telling) {
                said.add(telling.event());
            } else if (frame instanceof Frame.InRoutine routine && isOver(routine)) {
                said.add(histories.number(new Happening.Ends(routine.routine().name())));
            } else {
                PlannedCall call = nextCall(thread, frame);
                if (call != null) {
                    said.add(histories.calls(call));
                }
                return said.build().toArray();
            }
        }
    }

    private static boolean isOver(Frame.InRoutine frame) {
        PlannedRoutine routine = frame.routine();
        return routine.kind().isQueued() && frame.next() == routine.body().size();
    }

    private static @Nullable PlannedCall nextCall(ModelThread thread, @Nullable Frame frame) {
        if (frame instanceof Frame.InRoutine routine) {
            List<PlannedCall> body = routine.routine().body();
            return routine.next() < body.size() ? body.get(routine.next()) : null;
        }
        if (frame instanceof Frame.Again again) {
            return again.call();
        }
        boolean hasCall = frame == null && thread.started && !thread.lane.isEmpty();
        return hasCall ? thread.lane.get(0) : null;
    }
}
