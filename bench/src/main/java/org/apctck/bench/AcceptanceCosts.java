package org.apctck.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import org.apctck.bench.AcceptanceBenchmark.Sample;
import org.apctck.reference.following.Acceptance;
import org.apctck.reference.following.Acceptor;

/** What following a trace costs, against events, threads and states: prints a table of {@code docs/costs.md}. */
public final class AcceptanceCosts {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long WARM_NANOS = 1_500_000_000L;
    private static final int RUNS = 50;
    private static final List<String> TRACES = List.of(
            "script-1000",
            "script-4000",
            "overlap-2x1000",
            "overlap-3x1000",
            "overlap-4x1000",
            "overlap-6x1000",
            "orders-2x4",
            "orders-3x2",
            "orders-3x3",
            "orders-3x4",
            "orders-4x2");

    private AcceptanceCosts() {}

    /** Prints the table as Markdown. Time is that of the thread, so that other work on the machine counts little. */
    public static void main(String[] args) {
        System.out.println("| trace | events | threads | most states | ms |");
        System.out.println("| --- | --- | --- | --- | --- |");
        for (String name : TRACES) {
            Sample sample = Samples.named(name);
            for (long began = THREADS.getCurrentThreadCpuTime();
                    THREADS.getCurrentThreadCpuTime() - began < WARM_NANOS; ) {
                accept(sample);
            }
            long began = THREADS.getCurrentThreadCpuTime();
            Acceptance acceptance = accept(sample);
            for (int i = 1; i < RUNS; i++) {
                acceptance = accept(sample);
            }
            double millis = (THREADS.getCurrentThreadCpuTime() - began) / 1e6 / RUNS;
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %d | %d | %.1f |%n",
                    name,
                    acceptance.events(),
                    sample.program().threads().size(),
                    acceptance.statesMost(),
                    millis);
        }
    }

    private static Acceptance accept(Sample sample) {
        return new Acceptor(sample.program()).accept(sample.trace());
    }
}
