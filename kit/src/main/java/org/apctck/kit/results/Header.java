package org.apctck.kit.results;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apctck.kit.Case;
import org.apctck.spec.TargetDescription;

/**
 * The first line of a file of results: what was run, and on what.
 *
 * @param started when the run began, ISO 8601 in UTC
 * @param rulesDigest of the catalogue that the verdicts refer to
 * @param host operating system, architecture and Java of the kit
 * @param options of the command
 * @param asked the cases asked for, each to be run {@code repeats} times
 * @param request what the results answer to
 */
public record Header(
        String kitVersion,
        String started,
        String rulesDigest,
        String host,
        TargetDescription target,
        Map<String, String> options,
        int repeats,
        List<Asked> asked,
        Request request) {
    /** The version of the format; readers reject others. */
    public static final int FORMAT = 2;

    public Header {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
        asked = List.copyOf(asked);
    }

    /** The header of what is no run of the command. */
    public Header(
            String kitVersion,
            String started,
            String rulesDigest,
            String host,
            TargetDescription target,
            Map<String, String> options,
            int repeats,
            List<Asked> asked) {
        this(kitVersion, started, rulesDigest, host, target, options, repeats, asked, Request.of(target.name()));
    }

    /** A case that was asked for. */
    public record Asked(String scenario, String rule) {
        /** The cases of a list, as they are asked for. */
        public static List<Asked> of(List<Case> cases) {
            return cases.stream()
                    .map(scenario -> new Asked(scenario.id(), scenario.rule()))
                    .toList();
        }
    }
}
