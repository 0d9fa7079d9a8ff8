package org.apctck.spec.api;

import org.jspecify.annotations.Nullable;

/**
 * One parameter of an {@link ApiFunction}.
 *
 * @param name as in the C declaration
 * @param role what it is to the call; null if only the function itself needs to know
 * @param layout of the structure that it points to; null if it points to none that programs can write
 */
public record Parameter(
        String name,
        ParameterType type,
        @Nullable Role role,
        @Nullable Layout layout) {
    /** The same parameter in a role. */
    Parameter as(Role given) {
        return new Parameter(name, type, given, layout);
    }

    /** The same parameter as a pointer to a structure. */
    Parameter of(Layout given) {
        return new Parameter(name, type, role, given);
    }

    /** Why {@code value} cannot stand here by its form alone, or nothing if it can. */
    String objection(Value value) {
        if (layout != null && value instanceof Value.Record structure) {
            String objection = layout.objection(structure);
            return objection.isEmpty() ? "" : ": " + objection;
        }
        return type.accepts(value)
                ? ""
                : " takes " + type.expects() + (layout == null ? "" : " or a record of " + layout) + ", not `" + value
                        + "`";
    }
}
