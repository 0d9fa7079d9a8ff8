package org.apctck.spec.stage;

import org.apctck.spec.Trace;

/**
 * The result of performing a program once.
 *
 * @param exhausted whether threads of the program are left behind, so that the implementation must not be used again in this
 *     process
 */
public record Performance(Trace trace, boolean exhausted) {}
