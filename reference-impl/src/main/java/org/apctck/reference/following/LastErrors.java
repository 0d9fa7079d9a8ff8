package org.apctck.reference.following;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.apctck.reference.model.Happening;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.Constants;
import org.apctck.spec.api.Role;
import org.apctck.spec.api.Value;
import org.apctck.spec.trace.Event;
import org.jspecify.annotations.Nullable;

/**
 * What a trace tells of the last errors of its threads.
 *
 * <p>The documentation names the codes of few failures. Elsewhere the code that the model sets is no more than a habit, so any
 * is accepted; but GetLastError must then tell the one that was seen. A function that succeeds may set any code or none, but
 * for the waits that ran APCs (RETURN-LASTERROR-1).
 */
final class LastErrors {
    private static final String UNCHANGED = "unchanged";
    private static final String RAN_APCS = "WAIT_IO_COMPLETION";
    private static final String SUCCESS = "ERROR_SUCCESS";
    private static final String GEN_FAILURE = "ERROR_GEN_FAILURE";
    private static final String NOT_OWNER = "ERROR_NOT_OWNER";

    /** The calls that each thread is in. */
    private final Map<String, Deque<Call>> calls = new HashMap<>();
    /** The last error of each thread where the trace tells it. */
    private final Map<String, String> told = new HashMap<>();

    /** Takes over what another one knows. */
    void add(LastErrors other) {
        other.calls.forEach((thread, open) -> calls.put(thread, new ArrayDeque<>(open)));
        told.putAll(other.told);
    }

    void begins(Event call) {
        calls.computeIfAbsent(call.thread(), thread -> new ArrayDeque<>()).push(Call.parse(call.what()));
    }

    /** Notes what the return of a call tells, which {@link #agrees} with the model. */
    void returns(Event event) {
        Deque<Call> open = calls.get(event.thread());
        if (open == null || open.isEmpty()) {
            return;
        }
        Call call = open.pop();
        if (call.function().has(Role.ERROR)) {
            told.put(event.thread(), Constants.errorName(Value.number(call.argument(Role.ERROR))));
        } else if (event.lastError() == null) {
            told.computeIfPresent(event.thread(), (thread, code) -> leavesAlone(call, event) ? code : null);
        } else if (!event.lastError().equals(UNCHANGED)) {
            told.put(event.thread(), event.lastError());
        }
    }

    /** Whether {@code event} is the return that the model has there. */
    boolean agrees(Happening model, Event event) {
        String wanted = wanted(event);
        if (wanted != null) {
            return wanted.equals(event.what());
        }
        return isAsked(event)
                || isSame(model, event) && model.slots().equals(event.slots()) && isPossible(model, event);
    }

    private boolean isSame(Happening model, Event event) {
        Call call = present(event);
        return model.what().equals(event.what())
                || call != null && WaitForAll.mayReturn(call, model.what(), event.what());
    }

    /** What GetLastError must return there; null for another call, or if nothing is known. */
    @Nullable
    String wanted(Event event) {
        return isAsked(event) ? told.get(event.thread()) : null;
    }

    private boolean isAsked(Event event) {
        Call call = present(event);
        return call != null && isAsking(call);
    }

    /** Whether a call cannot have set the last error: one that asks for it, or that ran APCs and says so (RETURN-LASTERROR-1). */
    private static boolean leavesAlone(Call call, Event event) {
        return isAsking(call) || call.isAlertable() && event.what().equals(RAN_APCS);
    }

    private static boolean isAsking(Call call) {
        return call.function() == ApiFunction.GET_LAST_ERROR;
    }

    /** The function that a thread is in when {@code event} happens to it; empty for none. */
    String function(Event event) {
        Call call = present(event);
        return call == null ? "" : call.function().functionName();
    }

    /** The rule that {@code event} breaks if it is the return that the model has there but for the code; empty if it is not. */
    String broken(Happening model, Event event) {
        Call call = present(event);
        boolean isCode = model.kind() == event.kind()
                && model.what().equals(event.what())
                && model.slots().equals(event.slots())
                && !isPossible(model, event);
        if (call == null || !isCode) {
            return "";
        }
        if (call.function() == ApiFunction.SIGNAL_OBJECT_AND_WAIT) {
            return "SIGNALWAIT-MUTEX-OWNER-1";
        }
        return isPromised(model, GEN_FAILURE) ? "QUEUE-TERMINATING-1" : "QUEUE-RETURN-FAIL-1";
    }

    /** Whether a call may fail with that code, if the trace tells one. */
    private boolean isPossible(Happening model, Event event) {
        Call call = present(event);
        String code = event.lastError();
        if (call == null || code == null || model.lastError() == null) {
            return true;
        }
        return switch (call.function()) {
            // QUEUE-TERMINATING-1, and QUEUE-RETURN-FAIL-1: any code but none
            case QUEUE_USER_APC ->
                isPromised(model, GEN_FAILURE)
                        ? code.equals(GEN_FAILURE)
                        : !code.equals(SUCCESS) && !code.equals(UNCHANGED);
            // SIGNALWAIT-MUTEX-OWNER-1
            case SIGNAL_OBJECT_AND_WAIT -> !isPromised(model, NOT_OWNER) || code.equals(NOT_OWNER);
            default -> true;
        };
    }

    private static boolean isPromised(Happening model, String code) {
        return code.equals(model.lastError());
    }

    private @Nullable Call present(Event event) {
        Deque<Call> open = calls.get(event.thread());
        return open == null ? null : open.peek();
    }
}
