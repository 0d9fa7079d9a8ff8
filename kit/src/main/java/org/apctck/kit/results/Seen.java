package org.apctck.kit.results;

import org.apctck.spec.trace.Outcome;

/**
 * An outcome that a target has shown of a scenario.
 *
 * @param attempts how many of the attempts have shown it; a single attempt at a race, or on the model, shows several
 */
public record Seen(Outcome outcome, int attempts) {}
