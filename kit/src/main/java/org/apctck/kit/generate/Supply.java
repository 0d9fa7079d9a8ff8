package org.apctck.kit.generate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.DueTime;
import org.apctck.spec.api.Effect;
import org.apctck.spec.api.Role;
import org.apctck.spec.api.Value;
import org.apctck.spec.program.Routine;

/** What a program that is drawn has left to use: fresh names, milliseconds, routines that may be queued or started. */
final class Supply {
    /**
     * Each is used once in a program, for a time-out, a due time, a period or to let time pass. No two sums of different ones are
     * closer than 30 ms, so that no two deadlines are; two that are equal are so because they are one.
     */
    private static final List<Integer> MILLIS = List.of(30, 60, 120);
    /** The only one that can be a period: no sum of the others is a multiple of it, so that no other deadline meets an expiry. */
    private static final Integer PERIOD = MILLIS.get(MILLIS.size() - 1);

    private static final int THREADS_MAX = 2;
    private static final Set<Effect> BUSY = EnumSet.of(Effect.QUEUES_APC, Effect.ARMS_TIMER);
    /** A time of day after every one in the past that is drawn. */
    static final long NOW = 1L << 60;

    /** A routine, and what the generator must heed of it. */
    static final class Piece {
        private final Routine routine;
        /** The one thread that it may be queued to, as it binds names; empty if that does not matter. */
        private final String home;

        private int uses;

        Piece(Routine routine, String home) {
            this.routine = routine;
            this.home = home;
        }

        Routine routine() {
            return routine;
        }

        /** Whether it may run more than once: not if it takes some of the time that a program has. */
        private boolean isRepeatable() {
            return routine.body().stream().noneMatch(Supply::takesTime);
        }

        /** Whether it may run again and again as long as others wait: it neither waits nor has anything else run. */
        private boolean isBrief() {
            return routine.body().stream()
                    .noneMatch(call -> call.function().canBlock() && call.timeoutMillis() != 0
                            || BUSY.contains(call.function().effect()));
        }
    }

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Integer> millis = new ArrayList<>(MILLIS);

    private int threads;
    private boolean periods;
    private boolean lasted;

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

    /** Whether a call takes some of the time that a program has. */
    private static boolean takesTime(Call call) {
        if (call.function().effect() == Effect.ARMS_TIMER) {
            return DueTime.read(call.argument(Role.DUE_TIME)).millis(NOW) > 0
                    || Value.number(call.argument(Role.PERIOD)) > 0;
        }
        return call.isFiniteWait() && call.timeoutMillis() > 0;
    }

    /** Whether some time is left to let pass. */
    boolean hasMillis() {
        return !millis.isEmpty();
    }

    /** A time that was not used yet. */
    String millis(Draw draw) {
        return Integer.toString(millis.remove(draw.below(millis.size())));
    }

    /** A time to let pass that was not used yet. Once in a program it is so long that a timer with a period expires twice. */
    int elapse(Draw draw) {
        int time = Integer.parseInt(millis(draw));
        if (!periods || lasted || draw.chance(30)) {
            return time;
        }
        lasted = true;
        return time + PERIOD;
    }

    /** Whether a timer can still have a period. */
    boolean hasPeriod() {
        return millis.contains(PERIOD);
    }

    String period() {
        periods = true;
        millis.remove(PERIOD);
        return PERIOD.toString();
    }

    /** An APC routine that may be queued to {@code target} at {@code place}, or nothing. */
    String apc(Draw draw, Place place, String target) {
        String meant = place.scope().meant(target, place.caller());
        return routine(draw, place, meant, Routine.Kind.APC, false);
    }

    /**
     * A routine for a timer that is set at {@code place}, or nothing.
     *
     * @param again whether the timer has a period
     */
    String timerRoutine(Draw draw, Place place, boolean again) {
        return routine(draw, place, place.caller(), Routine.Kind.TIMER, again);
    }

    private String routine(Draw draw, Place place, String runner, Routine.Kind kind, boolean again) {
        List<Piece> fitting = pieces.stream()
                .filter(piece -> piece.routine.kind() == kind)
                .filter(piece -> piece.home.isEmpty() || piece.home.equals(runner))
                .filter(piece -> piece.isRepeatable() || !place.isRoutine() && piece.uses == 0)
                .filter(piece -> !again || piece.isBrief())
                .toList();
        if (fitting.isEmpty()) {
            return "";
        }
        Piece piece = draw.one(fitting);
        piece.uses++;
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
