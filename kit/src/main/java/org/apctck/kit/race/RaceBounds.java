package org.apctck.kit.race;

import org.apctck.spec.ApiFunction;
import org.apctck.spec.Program;

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

    /** How long the runs of {@code program} may take. */
    long millis(Program program) {
        boolean endsThreads = program.functions().stream().anyMatch(ApiFunction::endsThread);
        return endsThreads ? (long) LONGER_WHERE_THREADS_END * millis : millis;
    }
}
