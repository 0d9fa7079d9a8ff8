package org.apctck.kit;

import org.apctck.spec.program.Program;

/** A target that plays what was recorded, and so comes to an end; anything else runs a program as often as it is asked to. */
public interface RecordedRuns {
    /** How often {@code program} can still be run in the attempt in progress. */
    int runsLeft(Program program);
}
