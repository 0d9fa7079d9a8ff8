package org.apctck.kit.race;

import java.util.Map;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.program.Program;

/**
 * How far one attempt at a race goes: it ends at whichever bound comes first.
 *
 * @param runs the most runs
 * @param millis after so much time no other run begins
 * @param seed from which the delays of the threads are drawn
 */
public record RaceBounds(int runs, int millis, long seed) {
    public static final RaceBounds DEFAULT = new RaceBounds(200, 1000, 1);

    /** A run that ends threads may take a process of its own, which takes some hundred times as long to start. */
    private static final int LONGER_WHERE_THREADS_END = 4;

    /** With fewer runs the verdict would hang on how busy the machine is. */
    private static final int ENOUGH_RUNS = 50;

    /** While it has too few runs, or threads have not met, a series may last so many times as long. */
    private static final int LONGER_UNLESS_ENOUGH = 3;

    /** What the header of results says of them. */
    public Map<String, String> stated() {
        return Map.of(
                "raceRuns", String.valueOf(runs),
                "raceMillis", String.valueOf(millis),
                "seed", String.valueOf(seed));
    }

    /** How long the runs of {@code program} may take, of which there were {@code made}. */
    long millis(Program program, int made, boolean hit) {
        boolean endsThreads = program.functions().stream().anyMatch(ApiFunction::endsThread);
        long usual = endsThreads ? (long) LONGER_WHERE_THREADS_END * millis : millis;
        return hit && (endsThreads || made >= ENOUGH_RUNS) ? usual : LONGER_UNLESS_ENOUGH * usual;
    }
}
