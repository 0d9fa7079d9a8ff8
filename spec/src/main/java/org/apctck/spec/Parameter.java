package org.apctck.spec;

/**
 * One parameter of an {@link ApiFunction}.
 *
 * @param name as in the C declaration
 */
public record Parameter(String name, ParameterType type) {}
