package org.apctck.spec;

import java.util.Set;
import java.util.TreeSet;
import org.apctck.spec.api.ApiFunction;

/**
 * What a target is.
 *
 * @param name as asked for on the command line, for instance {@code winpr}
 * @param implementation what runs behind it, for instance {@code WinPR}
 * @param version of the implementation
 * @param digest SHA-256 of what was loaded, in hexadecimal, or empty where there is no file
 * @param platform operating system and architecture
 * @param apis the names of the functions that it has
 */
public record TargetDescription(
        String name, String implementation, String version, String digest, String platform, Set<String> apis) {
    /** What the model calls itself, which shows all that is allowed. */
    public static final String MODEL = "the model";

    public TargetDescription {
        apis = java.util.Collections.unmodifiableSet(new TreeSet<>(apis));
    }

    /** Whether it says that it is the model, with whatever fault. */
    public boolean isModel() {
        return implementation.equals(MODEL);
    }

    /** Whether the target has {@code function}. */
    public boolean has(ApiFunction function) {
        return apis.contains(function.functionName());
    }
}
