package org.apctck.kit.race;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apctck.spec.Steering;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Trace;

/**
 * Chooses who is held back in the next run of a race, and learns from what came of it.
 *
 * <p>In the first run nobody is. From then on all are for a while, so that even those who were asleep at the start are awake
 * when they begin, and each run is for one window, in turn: its two threads await each other in their calls, or are held back
 * by so much that they would meet, give or take a random time within the spread that was observed. One in four of these looks
 * further afield, for what matters may happen some time after a call has begun, or on a thread that is not in the race.
 */
final class Steersman {
    /** Longer than it takes to wake a thread. */
    private static final double WAKING_MICROS = 100;

    private static final int AFIELD_ONE_IN = 4;
    private static final double AFIELD_SPREADS = 8;
    private static final double AFIELD_MICROS_MIN = 200;

    /** A window further away is not worth the wait. */
    private static final double LEAD_MICROS_MAX = 200_000;

    private final Program program;
    private final List<Window> windows = new ArrayList<>();
    private final Set<String> threads = new LinkedHashSet<>();
    private final Random random;
    private int runs;

    Steersman(Program program, long seed) {
        this.program = program;
        random = new Random(seed);
        List<Contender> contenders = Contender.of(program);
        contenders.forEach(contender -> threads.add(contender.thread()));
        for (int i = 0; i < contenders.size(); i++) {
            for (Contender second : contenders.subList(i + 1, contenders.size())) {
                if (areInWindow(contenders.get(i), second)) {
                    windows.add(new Window(contenders.get(i), second));
                }
            }
        }
    }

    /** The times of two waits do not race with each other, for neither changes what the other sees. */
    private static boolean areInWindow(Contender one, Contender other) {
        return one.entry() == other.entry()
                && !one.thread().equals(other.thread())
                && !(one.part() == Contender.Part.TIME_OUT && other.part() == Contender.Part.TIME_OUT);
    }

    List<Window> windows() {
        return windows;
    }

    /** How the next run is to be steered. */
    Steering next() {
        int run = runs++;
        if (run == 0) {
            return Steering.NONE;
        }
        List<Window> open = windows.stream()
                .filter(window -> window.canMeet() || isInReach(window))
                .toList();
        if (open.isEmpty()) {
            return steering(new LinkedHashMap<>(), Map.of());
        }
        Window window = open.get(run % open.size());
        return isInReach(window) && (!window.canMeet() || random.nextBoolean()) ? towards(window) : meeting(window);
    }

    private static boolean isInReach(Window window) {
        return window.isSeen() && Math.abs(window.leadMicros()) <= LEAD_MICROS_MAX;
    }

    private Steering meeting(Window window) {
        Map<String, Double> delayMicros = new LinkedHashMap<>();
        window.meeting().keySet().forEach(thread -> delayMicros.put(thread, 0.0));
        if (threads.size() > 2) {
            bystanders(window, delayMicros);
        }
        return steering(delayMicros, window.meeting());
    }

    private Steering towards(Window window) {
        double spread = window.spreadMicros();
        if (random.nextInt(AFIELD_ONE_IN) == 0) {
            spread = Math.max(AFIELD_MICROS_MIN, AFIELD_SPREADS * spread);
        }
        double lead = window.leadMicros() + spread * (2 * random.nextDouble() - 1);
        Map<String, Double> delayMicros = new LinkedHashMap<>();
        delayMicros.put(window.first().thread(), Math.max(0, -lead));
        delayMicros.put(window.second().thread(), Math.max(0, lead));
        if (threads.size() > 2) {
            bystanders(window, delayMicros);
        }
        return steering(delayMicros, Map.of());
    }

    private Steering steering(Map<String, Double> delayMicros, Map<String, Integer> meets) {
        Map<String, Long> delayNanos = new LinkedHashMap<>();
        for (String thread : threads) {
            delayNanos.put(thread, Math.round(1000 * (WAKING_MICROS + delayMicros.getOrDefault(thread, 0.0))));
        }
        return new Steering(delayNanos, meets);
    }

    /** The other threads come before, between or after: whatever the draw says. */
    private void bystanders(Window window, Map<String, Double> delayMicros) {
        double room = AFIELD_MICROS_MIN + Math.min(LEAD_MICROS_MAX, Math.abs(window.leadMicros()));
        if (random.nextBoolean()) {
            double together = room * random.nextDouble();
            delayMicros.replaceAll((thread, micros) -> micros + together);
        }
        for (String thread : threads) {
            delayMicros.computeIfAbsent(thread, bystander -> room * random.nextDouble());
        }
    }

    /**
     * Learns from a run.
     *
     * @return whether two contenders met in it
     */
    boolean observe(Trace trace, Steering steering) {
        boolean any = false;
        for (Window window : windows) {
            any |= window.observe(program, trace, steering);
        }
        return any;
    }
}
