package org.apctck.kit.results;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.apctck.spec.Verdict;

/**
 * The last line of a file of results; without it the file is incomplete.
 *
 * @param verdicts how many attempts ended in each verdict
 * @param interrupted whether the run was stopped before its end
 * @param lost why the target could not go on; empty if it could
 * @param protocolBroken whether the target was lost because its agent broke the protocol
 */
public record Footer(
        Map<Verdict, Integer> verdicts, long millis, boolean interrupted, String lost, boolean protocolBroken) {
    public Footer {
        Map<Verdict, Integer> copy = new EnumMap<>(Verdict.class);
        copy.putAll(verdicts);
        verdicts = Collections.unmodifiableMap(copy);
    }

    public int attempts() {
        return verdicts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
