package org.apctck.reference.fault.generated;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apctck.reference.kernel.KernelPolicy;
import org.apctck.reference.model.DeliveryPolicy;
import org.apctck.reference.win32.Win32Policy;

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

    private static final Set<Class<?>> POLICIES = Set.of(KernelPolicy.class, Win32Policy.class, DeliveryPolicy.class);

    private final Set<String> decisions;

    Scope(String... decisions) {
        this.decisions = Set.of(decisions);
    }

    /** The scope of the decisions that a policy makes otherwise than documented: the first of them that it touches. */
    static Scope of(Object policy) {
        Set<String> touched = decisions(policy);
        return Arrays.stream(values())
                .filter(scope -> scope.decisions.stream().anyMatch(touched::contains))
                .findFirst()
                .orElse(CALLING);
    }

    /** The scope of a decision by its name. */
    static Scope of(String decision) {
        return Arrays.stream(values())
                .filter(scope -> scope.decisions.contains(decision))
                .findFirst()
                .orElse(CALLING);
    }

    /** The decisions that a policy makes otherwise, by their names; none for one that decides as documented. */
    static Set<String> decisions(Object policy) {
        if (policy == KernelPolicy.DOCUMENTED
                || policy == Win32Policy.DOCUMENTED
                || policy == DeliveryPolicy.DOCUMENTED) {
            return Set.of();
        }
        Set<String> decisions = new HashSet<>();
        for (Class<?> type = policy.getClass(); !POLICIES.contains(type); type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                decisions.add(method.getName());
            }
        }
        return decisions;
    }
}
