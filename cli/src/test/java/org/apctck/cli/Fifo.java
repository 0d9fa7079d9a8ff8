package org.apctck.cli;

import org.apctck.features.FeatureCompiler;

/** The rule QUEUE-FIFO-1, which the tests of the command run: it has a few scenarios, and now and then one more. */
public final class Fifo {
    /** How many there are. */
    public static final int SCENARIOS = (int) FeatureCompiler.compile().stream()
            .filter(scenario -> scenario.rule().equals("QUEUE-FIFO-1"))
            .count();

    private Fifo() {}

    /** One of them that is no race. */
    static final String SCENARIO = "QUEUE-FIFO-1/three-apcs-of-one-producer";
}
