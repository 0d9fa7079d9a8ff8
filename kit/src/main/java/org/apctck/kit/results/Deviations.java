package org.apctck.kit.results;

import java.util.List;
import org.apctck.kit.ExitStatus;

/**
 * How results deviate from what is expected.
 *
 * @param lines for people: each names a scenario or an entry
 * @param status what the results come to: ERROR is a fault, NOT_RUN and INCONCLUSIVE have their own statuses
 */
public record Deviations(List<String> lines, ExitStatus status) {
    public Deviations {
        lines = List.copyOf(lines);
    }
}
