package org.apctck.reference.model;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apctck.reference.kernel.Deadline;
import org.apctck.reference.kernel.KThread;

/**
 * What can happen next in a machine, as numbers: the index of a thread that makes a step, {@code -2 - index} for one whose wait
 * ends by time, {@link #CLOCK}, or an index above {@link #STOP} or {@link #FINISH}. Lists of moves are never changed.
 */
final class Moves {
    /** Time passes until the next deadline. */
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

    /** The moves of these threads at this place of the script; none when they are quiescent. */
    static int[] of(ModelThread[] threads, long nowMicros, Script script) {
        int[] moves = NONE;
        long next = Deadline.NEVER;
        for (int i = 0; i < threads.length; i++) {
            KThread thread = threads[i].kernelThread;
            if (thread.isDoomed()) {
                moves = with(moves, FINISH + i);
            }
            if (thread.isWaiting()) {
                if (thread.deadlineMicros() > nowMicros) {
                    next = Math.min(next, thread.deadlineMicros());
                } else if (!thread.isStopped()) {
                    moves = with(moves, -2 - i);
                }
            } else if (thread.isRunnable() && !threads[i].isIdle()) {
                moves = with(moves, i);
                if (thread.isSuspended()) {
                    moves = with(moves, STOP + i);
                }
            }
        }
        boolean timeMayPass = next != Deadline.NEVER && script.letsTimePass(threads, next, moves.length == 0);
        return timeMayPass ? with(moves, CLOCK) : moves;
    }

    /** The index of the thread whose wait ends by {@code move}. */
    static int expiring(int move) {
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

    /** The first deadline after now. */
    static long nextDeadlineMicros(ModelThread[] threads, long nowMicros) {
        long next = Deadline.NEVER;
        for (ModelThread thread : threads) {
            long deadline = thread.kernelThread.deadlineMicros();
            next = deadline > nowMicros ? Math.min(next, deadline) : next;
        }
        return next;
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
