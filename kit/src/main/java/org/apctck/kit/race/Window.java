package org.apctck.kit.race;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.apctck.spec.Steering;
import org.apctck.spec.Trace;

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
    private final Deque<Double> leadsMicros = new ArrayDeque<>();
    private double leadMicros;
    private double spreadMicros;
    private int met;
    private int missed;

    Window(Contender first, Contender second) {
        this.first = first;
        this.second = second;
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
        return first.isBeginning() && second.isBeginning() && missed < MISSED_MAX + met;
    }

    /** That the two await each other. */
    Map<String, Integer> meeting() {
        return Map.of(first.thread(), first.number(), second.thread(), second.number());
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
    boolean observe(Trace trace, Steering steering) {
        Stretch one = first.in(trace);
        Stretch other = second.in(trace);
        if (one == null || other == null) {
            missed += isMeeting(steering) ? 1 : 0;
            return false;
        }
        if (steering.meets().isEmpty()) {
            learn(one, other, steering);
            return one.meets(other);
        }
        // Who awaits another one is in its call for long, and everything that happens meanwhile seems to meet it.
        boolean meets = isMeeting(steering) && one.awaits(other);
        met += meets ? 1 : 0;
        missed += isMeeting(steering) && !meets ? 1 : 0;
        return meets;
    }

    private boolean isMeeting(Steering steering) {
        return first.isBeginning() && second.isBeginning() && steering.meets().equals(meeting());
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
