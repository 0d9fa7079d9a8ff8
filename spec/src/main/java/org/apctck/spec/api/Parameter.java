package org.apctck.spec.api;

import org.jspecify.annotations.Nullable;

/**
 * One parameter of an {@link ApiFunction}.
 *
 * @param name as in the C declaration
 * @param role what it is to the call; null if only the function itself needs to know
 */
public record Parameter(
        String name, ParameterType type, @Nullable Role role) {
    /** The same parameter in a role. */
    Parameter as(Role given) {
        return new Parameter(name, type, given);
    }
}
