package org.apctck.kit;

import org.apctck.spec.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Where a trace first differs from what a scenario demands.
 *
 * @param check the demand that is not met
 * @param line of the feature that states it: that of the row where a row is not met, else that of the step
 * @param trace the trace that shows it; null if it is the absence of an outcome, which no trace can show
 * @param event the index in the trace of the first event that differs; the number of its events if it ended before what
 *     was expected; -1 without a trace
 * @param expected what should be there, in the notation of tables; {@code nothing more} after the last expected event
 * @param actual what is there instead
 */
public record Difference(Check check, int line, @Nullable Trace trace, int event, String expected, String actual) {}
