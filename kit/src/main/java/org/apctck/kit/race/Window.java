package org.apctck.kit.race;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.apctck.spec.Steering;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Trace;

/**
 * Two contenders of different threads, and what was learnt of the time between them: by how much the first comes before the
 * second when both are held back equally.
 *
 * <p>On a busy machine a thread loses its processor in many of the runs, and these tell nothing. So it goes by the quarter of
 * the latest runs that are closest together.
 */
final class Window {
    private static final int LATEST = 32;
    private static final int QUARTER = 4;
    private static final double SPREAD_MICROS_MIN = 1;
    private static final double SPREAD_MICROS_MAX = 1000;

    /** Two calls of which one only begins after the other has returned cannot meet, and each try costs milliseconds. */
    private static final int MISSED_MAX = 3;

    private final Contender first;
    private final Contender second;
    /** That the two await each other in their calls; empty where one of them does not lie in the beginning of one. */
    private final Map<String, Integer> meeting;

    private final Deque<Double> leadsMicros = new ArrayDeque<>();
    private double leadMicros;
    private double spreadMicros;
    private int met;
    private int missed;

    Window(Contender first, Contender second) {
        this.first = first;
        this.second = second;
        this.meeting = first.isBeginning() && second.isBeginning()
                ? Map.of(first.thread(), first.number(), second.thread(), second.number())
                : Map.of();
    }

    Contender first() {
        return first;
    }

    Contender second() {
        return second;
    }

    /** Whether both were seen in a run, so that there is something to go by. */
    boolean isSeen() {
        return !leadsMicros.isEmpty();
    }

    /** Whether it makes sense to let the two threads await each other in their calls. */
    boolean canMeet() {
        return !meeting.isEmpty() && missed < MISSED_MAX + met;
    }

    /** That the two await each other. */
    Map<String, Integer> meeting() {
        return meeting;
    }

    /** By how much longer than the first contender the second must be held back to meet it; negative for less long. */
    double leadMicros() {
        return leadMicros;
    }

    /** How far to either side of that it makes sense to try. */
    double spreadMicros() {
        return Math.min(SPREAD_MICROS_MAX, Math.max(SPREAD_MICROS_MIN, spreadMicros));
    }

    /**
     * Learns from a run.
     *
     * @param steering with which it was run
     * @return whether the two met
     */
    boolean observe(Program program, Trace trace, Steering steering) {
        Stretch one = first.in(program, trace);
        Stretch other = second.in(program, trace);
        // Who awaits another one is in its call for long, and everything that happens meanwhile seems to meet it.
        if (!steering.meets().isEmpty()) {
            return steering.meets().equals(meeting) && count(one != null && other != null && one.awaits(other));
        }
        if (one == null || other == null) {
            return false;
        }
        learn(one, other, steering);
        return one.meets(other);
    }

    private boolean count(boolean meets) {
        met += meets ? 1 : 0;
        missed += meets ? 0 : 1;
        return meets;
    }

    private void learn(Stretch one, Stretch other, Steering steering) {
        double heldBackMicros = (steering.delayNanos(second.thread()) - steering.delayNanos(first.thread())) / 1000.0;
        leadsMicros.addLast(heldBackMicros - (other.middleMicros() - one.middleMicros()));
        if (leadsMicros.size() > LATEST) {
            leadsMicros.removeFirst();
        }
        centre();
    }

    private void centre() {
        double[] sorted =
                leadsMicros.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int last = (sorted.length - 1) / QUARTER;
        int best = 0;
        for (int i = 1; i + last < sorted.length; i++) {
            if (sorted[i + last] - sorted[i] < sorted[best + last] - sorted[best]) {
                best = i;
            }
        }
        leadMicros = (sorted[best] + sorted[best + last]) / 2;
        spreadMicros = sorted[best + last] - sorted[best];
    }
}
