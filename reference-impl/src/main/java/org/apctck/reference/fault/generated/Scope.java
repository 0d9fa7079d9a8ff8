package org.apctck.reference.fault.generated;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apctck.reference.kernel.Conduct;
import org.apctck.reference.kernel.Policy;

/** What is known where a decision is made: its thread always, and what else depends on the decision. */
enum Scope {
    /** A wait begins, goes on or ends; the thread is the waiter. */
    WAITING("entry", "arrival", "expiry", "isSatisfiable", "satisfy", "link", "unlink"),
    /** An APC is queued to the thread. */
    QUEUEING("admission", "place"),
    /** The thread looks for APCs to run. */
    DELIVERING("hasUserApc", "take"),
    /** The thread is suspended, resumed or ended. */
    CONTROL("suspended", "resumed", "reported", "canEnd", "exitCode", "suspendCountMax", "abandons", "ended"),
    /** A timer is set or cancelled by the thread, or one that the thread has set expires or loses its setter. */
    TIMING(
            "set",
            "settingRemovesApc",
            "isSignaledWhenSet",
            "nextDueMicros",
            "isSignaledByExpiry",
            "isSignaledAfterExpiry",
            "receivers",
            "apc",
            "timeTold",
            "isSignaledWhenRoutineBegins",
            "isSignaledAfterWait",
            "cancellation",
            "cancelRemovesApc",
            "cancelDisarms",
            "isSignaledWhenCancelled",
            "endsWithSetter",
            "isSignaledWithoutSetter",
            "closingEnds"),
    /** The thread is about to wait. */
    ALERTING("isAlertable", "isTrue"),
    /** The thread is in a call that waits, or has waited in it. */
    RETURNING(
            "drains",
            "quota",
            "left",
            "drained",
            "waitsAgain",
            "answer",
            "timeoutMillis",
            "takesHandles",
            "signalsAgain",
            "lastErrorLeft"),
    /** The thread is in any call. */
    CALLING;

    private final Set<String> decisions;

    Scope(String... decisions) {
        this.decisions = Set.of(decisions);
    }

    /** The scope of decisions by their names: the first that one of them belongs to. */
    static Scope of(Set<String> decisions) {
        return Arrays.stream(values())
                .filter(scope -> scope.decisions.stream().anyMatch(decisions::contains))
                .findFirst()
                .orElse(CALLING);
    }

    /** The decisions that a conduct makes otherwise than documented, by their names. */
    static Set<String> decisions(Conduct conduct) {
        Set<String> decisions = new HashSet<>();
        for (Policy policy : conduct.replacements()) {
            for (Class<?> type = policy.getClass(); type != policy.subject(); type = type.getSuperclass()) {
                Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> !method.isSynthetic())
                        .map(Method::getName)
                        .forEach(decisions::add);
            }
        }
        return decisions;
    }
}
