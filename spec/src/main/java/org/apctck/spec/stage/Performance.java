package org.apctck.spec.stage;

import org.apctck.spec.trace.Trace;

/**
 * A program that was performed: its trace, and its threads that are still about.
 *
 * <p>The trace is complete before the threads are let go, so that it is not lost if the implementation crashes on the way.
 */
public final class Performance {
    private final Trace trace;
    private final TearDown tearDown;

    Performance(Trace trace, TearDown tearDown) {
        this.trace = trace;
        this.tearDown = tearDown;
    }

    /** What happened. */
    public Trace trace() {
        return trace;
    }

    /** Lets the threads of the program go and closes its handles. To be called once, before the next program. */
    public Remains end() {
        return tearDown.run();
    }
}
