package org.apctck.reference.following;

import java.util.List;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.trace.Happening.Returns;
import org.jspecify.annotations.Nullable;

/**
 * What the documentation says of the last error that a failing function sets. Of most failures it says nothing.
 *
 * @param where the code that the model sets for the failure in question; null for every other failure of the function
 * @param rule that says so
 */
record Promise(ApiFunction function, @Nullable String where, String rule) {
    private static final List<Promise> ALL = List.of(
            new Promise(ApiFunction.QUEUE_USER_APC, "ERROR_GEN_FAILURE", "QUEUE-TERMINATING-1"),
            new Promise(ApiFunction.QUEUE_USER_APC, null, "QUEUE-RETURN-FAIL-1"),
            new Promise(ApiFunction.SIGNAL_OBJECT_AND_WAIT, "ERROR_NOT_OWNER", "SIGNALWAIT-MUTEX-OWNER-1"));

    /** What is said where the model sets {@code code}; null for nothing. */
    static @Nullable Promise of(ApiFunction function, String code) {
        return ALL.stream()
                .filter(promise ->
                        promise.function == function && (promise.where == null || promise.where.equals(code)))
                .findFirst()
                .orElse(null);
    }

    /** Whether a failing call has set the code that is named, or, where none is, any. */
    boolean isKept(Returns seen) {
        String code = seen.lastError();
        return where == null ? !"ERROR_SUCCESS".equals(code) && !LastErrors.UNCHANGED.equals(code) : where.equals(code);
    }
}
