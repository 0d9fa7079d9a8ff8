package org.apctck.spec.program;

import java.util.List;
import org.apctck.spec.api.Call;

/**
 * A named routine whose body is a list of calls.
 *
 * @param exitCode what a start routine returns, and so the exit code of its thread; 0 for an APC routine
 */
public record Routine(String name, Kind kind, List<Call> body, long exitCode) {
    public Routine {
        body = List.copyOf(body);
    }

    /** What a routine is for. */
    public enum Kind {
        /** Queued to a thread; takes one argument. */
        APC,
        /** The start routine of a thread that CreateThread makes. */
        THREAD
    }
}
