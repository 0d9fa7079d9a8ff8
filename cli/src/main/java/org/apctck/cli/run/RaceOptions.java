package org.apctck.cli.run;

import org.apctck.cli.console.CommandException;
import org.apctck.kit.race.RaceBounds;
import picocli.CommandLine.Option;

/** How far attempts at races go, as given on the command line. */
final class RaceOptions {
    private static final int RUNS_MAX = 1_000_000;
    private static final int MILLIS_MAX = 3_600_000;

    @Option(
            names = "--race-runs",
            paramLabel = "N",
            description = "Run a scenario with a race N times at most in each attempt (default: ${DEFAULT-VALUE}).")
    private int runs = RaceBounds.DEFAULT.runs();

    @Option(
            names = "--race-time",
            paramLabel = "MS",
            description =
                    "Spend MS milliseconds at most on it, four times that if threads end, three times if the runs are too few"
                            + " (default: ${DEFAULT-VALUE}).")
    private int millis = RaceBounds.DEFAULT.millis();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Draw the delays of racing threads from this seed (default: ${DEFAULT-VALUE}).")
    private long seed = RaceBounds.DEFAULT.seed();

    /**
     * The bounds.
     *
     * @throws CommandException if one of them makes no sense
     */
    RaceBounds bounds() {
        check("--race-runs", runs, RUNS_MAX);
        check("--race-time", millis, MILLIS_MAX);
        return new RaceBounds(runs, millis, seed);
    }

    private static void check(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw CommandException.usage(option + " " + value + ": must be 1 to " + most);
        }
    }

    /** The options that are not as they are by default, with a leading blank. */
    String again() {
        RaceBounds usual = RaceBounds.DEFAULT;
        return (runs == usual.runs() ? "" : " --race-runs " + runs)
                + (millis == usual.millis() ? "" : " --race-time " + millis)
                + (seed == usual.seed() ? "" : " --seed " + seed);
    }
}
