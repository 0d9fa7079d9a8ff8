package org.apctck.kit.results;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apctck.spec.TargetDescription;

/**
 * The first line of a file of results: what was run, and on what.
 *
 * @param started when the run began, ISO 8601 in UTC
 * @param rulesDigest of the catalogue that the verdicts refer to
 * @param host operating system, architecture and Java of the kit
 * @param options of the command
 * @param asked the cases asked for, each to be run {@code repeats} times
 */
public record Header(
        String kitVersion,
        String started,
        String rulesDigest,
        String host,
        TargetDescription target,
        Map<String, String> options,
        int repeats,
        List<Asked> asked) {
    /** The version of the format; readers reject others. */
    public static final int FORMAT = 1;

    public Header {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
        asked = List.copyOf(asked);
    }

    /** A case that was asked for. */
    public record Asked(String scenario, String rule) {}
}
