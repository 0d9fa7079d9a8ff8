package org.apctck.bench;

import java.util.concurrent.TimeUnit;
import org.apctck.reference.search.Exploration;
import org.apctck.reference.search.Explorer;
import org.apctck.reference.search.Simulation;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Trace;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Calls per second of the model driver, schedules per second of the explorer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ModelBenchmark {
    private static final int CALLS = 2_000;
    private static final int SCHEDULES = 34_650;

    private final Program calls = Programs.queueAndWait(CALLS / 2);
    private final Program race = Programs.race3x4();

    /** Calls of the API, their events recorded as a trace. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public Trace calls() {
        return Simulation.run(calls);
    }

    /** Schedules with full semantics, every one of them run. */
    @Benchmark
    @OperationsPerInvocation(SCHEDULES)
    public Exploration schedules() {
        return Explorer.explore(race, Explorer.STATES_MAX, false);
    }

    /** The same schedules with equal states entered once; here no two are equal, so this is what comparing them costs. */
    @Benchmark
    @OperationsPerInvocation(SCHEDULES)
    public Exploration schedulesDeduplicated() {
        return Explorer.explore(race, Explorer.STATES_MAX, true);
    }
}
