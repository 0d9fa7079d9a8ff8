package org.apctck.reference.following;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.Constants;
import org.apctck.spec.api.ReturnType;
import org.apctck.spec.api.Role;
import org.apctck.spec.api.Value;
import org.apctck.spec.trace.Happening.Returns;
import org.jspecify.annotations.Nullable;

/**
 * What a trace tells of the last errors of its threads.
 *
 * <p>The documentation names the codes of few failures. Elsewhere the code that the model sets is no more than a habit, so any
 * is accepted; but GetLastError must then tell the one that was seen. A function that succeeds may set any code or none, but
 * for the waits that ran APCs (RETURN-LASTERROR-1).
 */
final class LastErrors {
    static final String UNCHANGED = "unchanged";
    private static final String RAN_APCS = "WAIT_IO_COMPLETION";

    /** The calls that each thread is in. */
    private final Map<String, Deque<Call>> calls = new HashMap<>();
    /** The last error of each thread where the trace tells it. */
    private final Map<String, String> told = new HashMap<>();

    /** Takes over what another one knows. */
    void add(LastErrors other) {
        other.calls.forEach((thread, open) -> calls.put(thread, new ArrayDeque<>(open)));
        told.putAll(other.told);
    }

    void begins(String thread, Call call) {
        calls.computeIfAbsent(thread, name -> new ArrayDeque<>()).push(call);
    }

    /** Notes what the return of a call tells, which {@link #agrees} with the model. */
    void returns(String thread, Returns seen) {
        Deque<Call> open = calls.get(thread);
        if (open == null || open.isEmpty()) {
            return;
        }
        Call call = open.pop();
        if (call.function().has(Role.ERROR)) {
            told.put(thread, Constants.errorName(Value.number(call.argument(Role.ERROR))));
        } else if (seen.lastError() == null) {
            told.computeIfPresent(thread, (name, code) -> leavesAlone(call, seen) ? code : null);
        } else if (!seen.lastError().equals(UNCHANGED)) {
            told.put(thread, seen.lastError());
        }
    }

    /** Whether a thread may return so where the model returns as it does. */
    boolean agrees(String thread, Returns model, Returns seen) {
        String wanted = wanted(thread);
        if (wanted != null) {
            return wanted.equals(seen.value());
        }
        return isAsked(thread)
                || isSame(thread, model, seen) && model.slots().equals(seen.slots()) && isPossible(thread, model, seen);
    }

    private boolean isSame(String thread, Returns model, Returns seen) {
        Call call = present(thread);
        return model.value().equals(seen.value())
                || call != null && WaitForAll.mayReturn(call, model.value(), seen.value());
    }

    /** What GetLastError must return there; null for another call, or if nothing is known. */
    @Nullable
    String wanted(String thread) {
        return isAsked(thread) ? told.get(thread) : null;
    }

    private boolean isAsked(String thread) {
        Call call = present(thread);
        return call != null && isAsking(call);
    }

    /** Whether a call cannot have set the last error: one that asks for it, or that ran APCs and says so (RETURN-LASTERROR-1). */
    private static boolean leavesAlone(Call call, Returns seen) {
        return isAsking(call) || call.isAlertable() && seen.value().equals(RAN_APCS);
    }

    private static boolean isAsking(Call call) {
        return call.function().returnType() == ReturnType.ERROR_CODE;
    }

    /** The function that a thread is in; empty for none. */
    String function(String thread) {
        Call call = present(thread);
        return call == null ? "" : call.function().functionName();
    }

    /** The rule that a thread breaks if it returns as the model does but for the code; empty if it does not. */
    String broken(String thread, Returns model, Returns seen) {
        boolean isCode = model.value().equals(seen.value()) && model.slots().equals(seen.slots());
        Promise promise = promise(thread, model, seen);
        return isCode && promise != null && !promise.isKept(seen) ? promise.rule() : "";
    }

    /** Whether a call may fail with that code, if the trace tells one. */
    private boolean isPossible(String thread, Returns model, Returns seen) {
        Promise promise = promise(thread, model, seen);
        return promise == null || promise.isKept(seen);
    }

    /** What is documented of the code with which a call fails as the model does; null for nothing, or if no code is told. */
    private @Nullable Promise promise(String thread, Returns model, Returns seen) {
        Call call = present(thread);
        String code = model.lastError();
        return call == null || code == null || seen.lastError() == null ? null : Promise.of(call.function(), code);
    }

    private @Nullable Call present(String thread) {
        Deque<Call> open = calls.get(thread);
        return open == null ? null : open.peek();
    }
}
