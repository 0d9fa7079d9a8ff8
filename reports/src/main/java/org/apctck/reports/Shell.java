package org.apctck.reports;

import java.util.Map;
import org.apctck.kit.race.RaceBounds;
import org.apctck.kit.results.Header;

/** Commands for people to paste into a shell. */
public final class Shell {
    private Shell() {}

    /** What runs a scenario or a rule again in the way in which the results came about. */
    public static String again(Header header, String selection) {
        Map<String, String> options = header.options();
        return "./apctck run --target " + quoted(header.request().given())
                + option(options, "library", "--library", "")
                + option(options, "fault", "--fault", "")
                + option(options, "limitMillis", "--limit", "")
                + (options.containsKey("virtualClock") ? " --virtual-clock" : "")
                + option(options, "raceRuns", "--race-runs", RaceBounds.DEFAULT.runs())
                + option(options, "raceMillis", "--race-time", RaceBounds.DEFAULT.millis())
                + option(options, "seed", "--seed", RaceBounds.DEFAULT.seed())
                + " " + quoted(selection);
    }

    private static String option(Map<String, String> options, String key, String option, Object usual) {
        String value = options.getOrDefault(key, usual.toString());
        return value.equals(usual.toString()) ? "" : " " + option + " " + quoted(value);
    }

    /** One word of a command line. */
    public static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
