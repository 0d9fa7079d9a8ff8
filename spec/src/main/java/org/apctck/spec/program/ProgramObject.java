package org.apctck.spec.program;

import org.apctck.spec.api.Call;
import org.apctck.spec.api.Effect;
import org.jspecify.annotations.Nullable;

/**
 * An object that a program declares: it exists before the script begins, under a handle with full access.
 *
 * @param call what makes it; its function has the effect {@link Effect#OPENS_OBJECT}
 * @param by the thread of the cast that makes the call, where that matters, as for a mutex with an initial owner; null
 *     if it does not
 */
public record ProgramObject(
        String name, Call call, @Nullable String by) {
    /** An object for which it does not matter who makes it. */
    public ProgramObject(String name, Call call) {
        this(name, call, null);
    }
}
