package org.apctck.kit;

import org.apctck.spec.trace.EventKind;

/**
 * One event that a scenario expects, as written in a table.
 *
 * @param what the cell: only what it names is compared, and {@code X or Y} accepts both
 */
public record Expected(EventKind kind, String what) {
    @Override
    public String toString() {
        return (kind.word() + " " + what).strip();
    }
}
