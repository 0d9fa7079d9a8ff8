package org.apctck.kit.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apctck.spec.program.Routine;

/** What a program that is drawn has left to use: fresh names, milliseconds, routines that may be queued or started. */
final class Supply {
    /**
     * Each is used once in a program. No two sums of different ones are closer than 30 ms, so that no two deadlines are; two that
     * are equal are so because they are one.
     */
    private static final List<Integer> MILLIS = List.of(30, 60, 120);

    private static final int THREADS_MAX = 2;

    /** A routine, and what the generator must heed of it. */
    static final class Piece {
        private final Routine routine;
        /** The one thread that it may be queued to, as it binds names; empty if that does not matter. */
        private final String home;

        private final boolean timed;
        private int uses;

        Piece(Routine routine, String home, boolean timed) {
            this.routine = routine;
            this.home = home;
            this.timed = timed;
        }

        Routine routine() {
            return routine;
        }
    }

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Integer> millis = new ArrayList<>(MILLIS);
    /** Threads that may be in a call of finite time. */
    private final Set<String> timed = new LinkedHashSet<>();

    private int threads;

    /** A name that nothing has yet. */
    String name(String prefix) {
        return prefix + numbers.merge(prefix, 1, Integer::sum);
    }

    void add(Piece piece) {
        pieces.add(piece);
    }

    List<Piece> pieces() {
        return List.copyOf(pieces);
    }

    /** A time-out that was not used yet, which may now run at {@code place}; 0 if there is none. */
    String millis(Draw draw, Place place) {
        if (millis.isEmpty() || draw.chance(50)) {
            return "0";
        }
        place.runsOut();
        if (!place.isRoutine()) {
            timed.add(place.caller());
        }
        return millis(draw);
    }

    /** Whether some time is left to let pass. */
    boolean hasMillis() {
        return !millis.isEmpty();
    }

    String millis(Draw draw) {
        return Integer.toString(millis.remove(draw.below(millis.size())));
    }

    /** Whether a thread may be in a call of finite time. */
    boolean isTimed(String thread) {
        return timed.contains(thread);
    }

    /** Whether any thread may. */
    boolean isTimed() {
        return !timed.isEmpty();
    }

    /** An APC routine that may be queued to {@code target} at {@code place}, or nothing. */
    String apc(Draw draw, Place place, String target) {
        String meant = place.scope().meant(target, place.caller());
        List<Piece> fitting = pieces.stream()
                .filter(piece -> piece.routine.kind() == Routine.Kind.APC)
                .filter(piece -> piece.home.isEmpty() || piece.home.equals(meant))
                .filter(piece -> !piece.timed || !place.isRoutine() && piece.uses == 0)
                .toList();
        if (fitting.isEmpty()) {
            return "";
        }
        Piece piece = draw.one(fitting);
        piece.uses++;
        if (piece.timed) {
            timed.add(meant);
        }
        return piece.routine.name();
    }

    /** A start routine for one more thread, or nothing. */
    String threadRoutine(Draw draw) {
        List<Piece> fitting = pieces.stream()
                .filter(piece -> piece.routine.kind() == Routine.Kind.THREAD && piece.uses == 0)
                .toList();
        if (fitting.isEmpty() || threads == THREADS_MAX) {
            return "";
        }
        threads++;
        Piece piece = draw.one(fitting);
        piece.uses++;
        return piece.routine.name();
    }
}
