package org.apctck.bench;

import java.util.concurrent.TimeUnit;
import org.apctck.reference.following.Acceptance;
import org.apctck.reference.following.Acceptor;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Trace;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The time to accept one trace: of about 1000 events, of threads whose calls never or always overlap, and of orders that only the last
 * call tells.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class AcceptanceBenchmark {
    /** Which trace is followed. */
    @Param({
        "script-1000",
        "overlap-2x1000",
        "overlap-3x1000",
        "overlap-4x1000",
        "orders-2x4",
        "orders-3x2",
        "orders-3x3",
        "orders-4x2"
    })
    private String trace = "";

    private Sample sample = Samples.script(1);

    /** Makes the trace. */
    @Setup
    public void prepare() {
        sample = Samples.named(trace);
    }

    /** Follows the trace, names of the program resolved anew. */
    @Benchmark
    public Acceptance accept() {
        return new Acceptor(sample.program()).accept(sample.trace());
    }

    /** A program and what was seen of it. */
    record Sample(Program program, Trace trace) {}
}
