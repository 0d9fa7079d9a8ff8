package org.apctck.bench;

import org.openjdk.jmh.annotations.Benchmark;

/** An empty call: what the harness itself costs, to be read beside every other figure. */
public class BaselineBenchmark {
    /** Does nothing. */
    @Benchmark
    public void nothing() {}
}
