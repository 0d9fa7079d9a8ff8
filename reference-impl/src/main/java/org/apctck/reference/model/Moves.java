package org.apctck.reference.model;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apctck.reference.kernel.Deadline;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;

/**
 * What can happen next in a machine, as numbers: the index of a thread that makes a step, {@code -2 - id} for a source of the
 * kernel that acts by itself, {@link #CLOCK}, or an index above {@link #STOP} or {@link #FINISH}. Lists of moves are never changed.
 */
final class Moves {
    /** Time passes until a source is due. */
    static final int CLOCK = -1;

    /** From here on: the suspension of a thread that still runs takes effect. */
    private static final int STOP = 1 << 20;
    /** From here on: the termination of a thread takes effect. */
    private static final int FINISH = 1 << 21;

    private static final int[] NONE = {};
    private static final int SINGLE_MAX = 32;
    /** A list for each single move: most states have but one. */
    private static final int[][] SINGLE = IntStream.range(-SINGLE_MAX, SINGLE_MAX)
            .mapToObj(move -> new int[] {move})
            .toArray(int[][]::new);

    private Moves() {}

    /**
     * The moves of these threads and of their kernel at this place of the script; none when they are quiescent.
     *
     * @param queuesOnce whether a timer that has expired again before its routine ran is known to queue it once
     * @param stalled whether there are only timers left that go on for ever, and they do nothing
     */
    static int[] of(ModelThread[] threads, Kernel kernel, Script script, boolean queuesOnce, boolean stalled) {
        int[] moves = NONE;
        for (int i = 0; i < threads.length; i++) {
            KThread thread = threads[i].kernelThread;
            if (thread.isDoomed()) {
                moves = with(moves, FINISH + i);
            }
            if (thread.isRunnable() && !threads[i].isIdle()) {
                moves = with(moves, i);
                if (thread.isSuspended()) {
                    moves = with(moves, STOP + i);
                }
            }
        }
        int[] sources = kernel.sources();
        if (sources.length == 0) {
            return moves;
        }
        boolean due = kernel.firstDueMicros() <= kernel.nowMicros();
        int quiet = due && moves.length == 0 ? quietSource(kernel, queuesOnce) : -1;
        if (quiet >= 0) {
            return with(moves, -2 - quiet);
        }
        if (due) {
            moves = withAll(
                    moves,
                    Arrays.stream(sources)
                            .filter(source -> isDue(kernel, source))
                            .map(source -> -2 - source)
                            .toArray());
        }
        return !stalled && timeMayPass(threads, kernel, script, moves.length == 0) ? with(moves, CLOCK) : moves;
    }

    private static boolean isDue(Kernel kernel, int source) {
        return kernel.object(source).dueMicros() <= kernel.nowMicros() && kernel.canFire(source);
    }

    /** The first of the sources that are due, if nobody could tell in which order they act; -1 if somebody could, or none is due. */
    private static int quietSource(Kernel kernel, boolean queuesOnce) {
        int first = -1;
        for (int source : kernel.sources()) {
            if (isDue(kernel, source)) {
                if (!kernel.firesQuietly(source, queuesOnce)) {
                    return -1;
                }
                first = first < 0 ? source : first;
            }
        }
        return first;
    }

    /**
     * Whether time may pass until a source is due. While something else can happen it does not for a timer that has expired before
     * and will again: of that there is no end.
     */
    private static boolean timeMayPass(ModelThread[] threads, Kernel kernel, Script script, boolean nothingElse) {
        long next = nextDueMicros(kernel);
        return next != Deadline.NEVER
                && (nothingElse || hasOnce(kernel))
                && script.letsTimePass(threads, kernel, next, nothingElse);
    }

    /** Whether a source is due after now that is not such a timer. */
    static boolean hasOnce(Kernel kernel) {
        return Arrays.stream(kernel.sources())
                .anyMatch(source ->
                        kernel.object(source).dueMicros() > kernel.nowMicros() && !kernel.isRepeating(source));
    }

    /** The source that acts by {@code move}. */
    static int source(int move) {
        return -2 - move;
    }

    /** The index of the thread whose suspension takes effect by {@code move}, or -1. */
    static int stopping(int move) {
        return move >= STOP && move < FINISH ? move - STOP : -1;
    }

    /** The index of the thread whose termination takes effect by {@code move}, or -1. */
    static int finishing(int move) {
        return move >= FINISH ? move - FINISH : -1;
    }

    /** When a source is due first after now; {@link Deadline#NEVER} if none is. */
    static long nextDueMicros(Kernel kernel) {
        long next = kernel.firstDueMicros();
        if (next > kernel.nowMicros()) {
            return next;
        }
        next = Deadline.NEVER;
        for (int source : kernel.sources()) {
            long due = kernel.object(source).dueMicros();
            next = due > kernel.nowMicros() ? Math.min(next, due) : next;
        }
        return next;
    }

    private static int[] withAll(int[] moves, int[] others) {
        if (others.length <= 1) {
            return others.length == 0 ? moves : with(moves, others[0]);
        }
        int[] more = Arrays.copyOf(moves, moves.length + others.length);
        System.arraycopy(others, 0, more, moves.length, others.length);
        return more;
    }

    private static int[] with(int[] moves, int move) {
        if (moves.length == 0 && Math.abs(move) < SINGLE_MAX) {
            return SINGLE[move + SINGLE_MAX];
        }
        int[] more = Arrays.copyOf(moves, moves.length + 1);
        more[moves.length] = move;
        return more;
    }
}
