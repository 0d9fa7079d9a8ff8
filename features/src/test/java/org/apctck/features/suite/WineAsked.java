package org.apctck.features.suite;

import java.util.Map;
import org.apctck.kit.Targets;

/**
 * Whether the suites on Wine are to be run: only when asked for, because which of the races Wine loses is not settled yet, and a
 * build must not fail by chance.
 */
final class WineAsked {
    private static final String PROPERTY = "apctck.wine";

    private WineAsked() {}

    /** Why the suite of a target is not run; empty if it is. */
    static String missing(String target) {
        return Boolean.getBoolean(PROPERTY)
                ? Targets.provider(target).orElseThrow().missing(target, Map.of())
                : "not asked for: mvn verify -D" + PROPERTY + "=true runs it";
    }
}
