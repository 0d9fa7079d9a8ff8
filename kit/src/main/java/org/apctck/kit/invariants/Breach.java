package org.apctck.kit.invariants;

/**
 * An event that an invariant forbids.
 *
 * @param event its index in the trace
 * @param reason what is wrong with it, in a clause
 */
public record Breach(Invariant invariant, int event, String reason) {
    @Override
    public String toString() {
        return invariant.id() + ": " + reason;
    }
}
