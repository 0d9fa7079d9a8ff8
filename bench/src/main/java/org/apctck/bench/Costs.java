package org.apctck.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.apctck.reference.search.Exploration;
import org.apctck.reference.search.Explorer;
import org.apctck.spec.program.Program;

/**
 * What an exploration costs, against the number of threads and calls: prints the tables of {@code docs/costs.md}.
 *
 * <p>Time is that of all processors, the collector and the compiler included, and the best of three: other work on the machine
 * makes it longer. Memory is what the search holds when it enters its last state.
 */
public final class Costs {
    private static final int RUNS = 3;

    private static final int COLLECTIONS = 4;
    /** What the start of the JVM leaves behind and drops later. */
    private static final double MEGABYTES_MIN = 2;
    /** The clock of a process goes in hundredths of a second. */
    private static final double SECONDS_MIN = 0.3;
    /** Without deduplication every schedule is run: no more than these are waited for. */
    private static final long SCHEDULES_MAX = 500_000;

    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** What the heap holds before there is any search. */
    private static final long BEFORE = used();

    private Costs() {}

    /** A number of threads and of calls that each of them makes. */
    private record Size(int threads, int calls) {}

    /** What one search came to. */
    private record Cost(int outcomes, long schedules, long states, boolean complete, double seconds, double megabytes) {
        static Cost of(Program program, boolean deduplicate) {
            Cost found = found(program, deduplicate);
            double seconds = Double.MAX_VALUE;
            double megabytes = Double.MAX_VALUE;
            for (int i = 0; i < RUNS; i++) {
                seconds = Math.min(seconds, seconds(program, deduplicate));
                megabytes = Math.min(megabytes, megabytes(program, deduplicate, found.states()));
            }
            return new Cost(found.outcomes(), found.schedules(), found.states(), found.complete(), seconds, megabytes);
        }

        /** What a search counts. The exploration itself is dropped: its memory would be measured with that of the next. */
        private static Cost found(Program program, boolean deduplicate) {
            Exploration found = Explorer.explore(program, Explorer.STATES_MAX, deduplicate);
            return new Cost(found.size(), found.schedules(), found.states(), found.isComplete(), 0, 0);
        }

        /** The time of one search: of many where one is too short for the clock. */
        private static double seconds(Program program, boolean deduplicate) {
            long began = MACHINE.getProcessCpuTime();
            int searches = 0;
            double seconds = 0;
            while (seconds < SECONDS_MIN) {
                Explorer.explore(program, Explorer.STATES_MAX, deduplicate);
                searches++;
                seconds = (MACHINE.getProcessCpuTime() - began) / 1e9;
            }
            return seconds / searches;
        }

        private static double megabytes(Program program, boolean deduplicate, long lastState) {
            long[] held = {BEFORE};
            Explorer.explore(program, Explorer.STATES_MAX, deduplicate, (states, outcomes) -> {
                if (states == lastState) {
                    held[0] = used();
                }
            });
            return Math.max(0, held[0] - BEFORE) / 1e6;
        }
    }

    /** A collector may leave what is dead where it lies; not for more than a few rounds. */
    private static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /**
     * Prints the tables.
     *
     * @param args none
     */
    public static void main(String[] args) {
        System.out.println(machine());
        table(
                "Threads that queue APCs to one thread: each schedule has an outcome of its own",
                Programs::queue,
                List.of(
                        new Size(2, 4),
                        new Size(2, 8),
                        new Size(3, 3),
                        new Size(3, 4),
                        new Size(4, 3),
                        new Size(5, 2)));
        table(
                "Threads that set events of their own: one outcome",
                Programs::ownEvents,
                List.of(
                        new Size(2, 5),
                        new Size(3, 5),
                        new Size(4, 5),
                        new Size(5, 5),
                        new Size(6, 5),
                        new Size(7, 5)));
        table(
                "Threads that queue APCs to one that waits alertably as often",
                Programs::queueAgainstWaits,
                List.of(
                        new Size(1, 3),
                        new Size(1, 6),
                        new Size(2, 2),
                        new Size(2, 3),
                        new Size(3, 2),
                        new Size(2, 4)));
    }

    private static void table(String title, BiFunction<Integer, Integer, Program> family, List<Size> sizes) {
        System.out.println();
        System.out.println("### " + title);
        System.out.println();
        System.out.println("| threads x calls | outcomes | schedules | states | ms | MB | all: states | ms | MB |");
        System.out.println("| --- | --: | --: | --: | --: | --: | --: | --: | --: |");
        for (Size size : sizes) {
            Program program = family.apply(size.threads(), size.calls());
            Cost once = Cost.of(program, true);
            boolean tooMany = once.schedules() > SCHEDULES_MAX;
            String all = tooMany ? "– | – | –" : cells(Cost.of(program, false));
            System.out.printf(
                    Locale.ROOT,
                    "| %d x %d | %,d | %s | %s | %s |%n",
                    size.threads(),
                    size.calls(),
                    once.outcomes(),
                    schedules(once.schedules()),
                    cells(once),
                    all);
        }
    }

    private static String schedules(long count) {
        return count == Long.MAX_VALUE ? "> 9 * 10^18" : String.format(Locale.ROOT, "%,d", count);
    }

    private static String cells(Cost cost) {
        return String.format(
                Locale.ROOT,
                "%,d%s | %.1f | %s",
                cost.states(),
                cost.complete() ? "" : " (bounded)",
                1000 * cost.seconds(),
                cost.megabytes() < MEGABYTES_MIN ? "–" : String.format(Locale.ROOT, "%.1f", cost.megabytes()));
    }

    private static String machine() {
        return String.format(
                Locale.ROOT,
                "%s %s, %d processors, Java %s, load average %.1f",
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                MACHINE.getAvailableProcessors(),
                System.getProperty("java.version"),
                MACHINE.getSystemLoadAverage());
    }
}
