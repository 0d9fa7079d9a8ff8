package org.apctck.reference.fault.generated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.model.DeliveryPolicy;
import org.apctck.reference.win32.ResultPolicy;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Effect;
import org.apctck.spec.api.ParameterType;
import org.apctck.spec.api.ReturnType;
import org.apctck.spec.api.Role;

/** What calls return and when they run APCs, function by function. */
final class Results {
    private static final long FAILED = 0xFFFF_FFFFL;

    /** What a wait can return, with the words for it. */
    private static final Map<String, Long> WAIT_RESULTS = new LinkedHashMap<>();

    static {
        WAIT_RESULTS.put("OBJECT", (long) NtStatus.WAIT_0);
        WAIT_RESULTS.put("SECOND-OBJECT", NtStatus.WAIT_0 + 1L);
        WAIT_RESULTS.put("ABANDONED", (long) NtStatus.ABANDONED_WAIT_0);
        WAIT_RESULTS.put("APC", (long) NtStatus.USER_APC);
        WAIT_RESULTS.put("TIME-OUT", (long) NtStatus.TIMEOUT);
        WAIT_RESULTS.put("FAILURE", FAILED);
    }

    private Results() {}

    /** One result for another, by each function. */
    static List<Deviation> results() {
        List<Deviation> all = new ArrayList<>();
        for (ApiFunction function : ApiFunction.values()) {
            if (function.returnType() == ReturnType.SLEEP) {
                all.add(mistaken(function, "TIME-OUT", 0, "APC", NtStatus.USER_APC));
                all.add(mistaken(function, "TIME-OUT", 0, "WAIT-TIME-OUT", NtStatus.TIMEOUT));
                all.add(mistaken(function, "APC", NtStatus.USER_APC, "TIME-OUT", 0));
                all.add(mistaken(function, "APC", NtStatus.USER_APC, "WAIT-TIME-OUT", NtStatus.TIMEOUT));
            } else if (function.returnType() == ReturnType.WAIT) {
                WAIT_RESULTS.forEach((what, value) -> WAIT_RESULTS.forEach((other, instead) -> {
                    boolean single = !function.functionName().contains("Multiple");
                    if (!value.equals(instead)
                            && !(single && (what + other).contains("SECOND"))
                            && !(!function.has(Role.ALERTABLE) && what.equals("APC"))) {
                        all.add(mistaken(function, what, value, other, instead));
                    }
                }));
            } else if (function.returnType() == ReturnType.BOOL || function.returnType() == ReturnType.NONZERO) {
                all.add(mistaken(function, "SUCCESS", 1, "FAILURE", 0));
                all.add(mistaken(function, "FAILURE", 0, "SUCCESS", 1));
            } else if (function.returnType() == ReturnType.SUSPEND_COUNT) {
                all.add(mistaken(function, "FAILURE", FAILED, "0", 0));
                all.add(mistaken(function, "0", 0, "1", 1));
                all.add(mistaken(function, "1", 1, "0", 0));
            }
        }
        return all;
    }

    private static Deviation mistaken(ApiFunction function, String what, long value, String other, long instead) {
        return Deviation.of(
                words(function) + "-" + what + "-AS-" + other,
                function + " reports " + other.toLowerCase(Locale.ROOT) + " for " + what.toLowerCase(Locale.ROOT),
                rule(function, what),
                new ResultPolicy() {
                    @Override
                    public long answer(KThread caller, ApiFunction called, long result) {
                        return called == function && result == value ? instead : result;
                    }
                });
    }

    /** APCs that run in calls that do not wait, by each function. */
    static List<Deviation> uninvited() {
        List<Deviation> all = new ArrayList<>();
        for (ApiFunction function : ApiFunction.values()) {
            if (!function.canBlock()) {
                all.add(Deviation.of(
                        words(function) + "-RUNS-APCS-FIRST",
                        function + " runs APCs before it has its effect",
                        "DELIVER-NOTALERT-1",
                        new DeliveryPolicy() {
                            @Override
                            public boolean runsApcsBefore(KThread thread, ApiFunction called) {
                                return called == function;
                            }
                        }));
                all.add(Deviation.of(
                        words(function) + "-RUNS-APCS-LAST",
                        function + " runs APCs before it returns",
                        "DELIVER-NOTALERT-1",
                        new DeliveryPolicy() {
                            @Override
                            public boolean runsApcsAfter(KThread thread, ApiFunction called) {
                                return called == function;
                            }
                        }));
            }
        }
        return all;
    }

    private static String words(ApiFunction function) {
        return Conditions.words(function.functionName()).toUpperCase(Locale.ROOT);
    }

    /** The rule that says when {@code function} returns {@code result}. */
    private static String rule(ApiFunction function, String result) {
        boolean failure = result.equals("FAILURE");
        if (function.has(Role.AWAITED)) {
            return awaiting(function, result);
        }
        if (function.has(Role.ALERTABLE)) {
            return result.equals("APC") ? "RETURN-SLEEPEX-IOC-1" : "RETURN-SLEEPEX-TIMEOUT-1";
        }
        if (function.parameters().stream().anyMatch(parameter -> parameter.type() == ParameterType.OUT_EXIT_CODE)) {
            return "THREAD-TERMINATE-SIGNAL-1";
        }
        return switch (function.effect()) {
            case QUEUES_APC -> failure ? "QUEUE-RETURN-FAIL-1" : "QUEUE-RETURN-OK-1";
            case SUSPENDS_THREAD -> "THREAD-SUSPEND-RETURN-1";
            case RESUMES_THREAD -> "THREAD-RESUME-COUNT-1";
            case ENDS_THREAD -> "THREAD-TERMINATE-SIGNAL-1";
            case ARMS_TIMER, DISARMS_TIMER -> failure ? "TIMER-BADHANDLE-1" : "TIMER-APC-1";
            case NONE,
                    GIVES_WAY,
                    CREATES_THREAD,
                    OPENS_THREAD,
                    OPENS_OBJECT,
                    COPIES_HANDLE,
                    CLOSES_HANDLE,
                    NAMES_CALLER,
                    IDENTIFIES_CALLER,
                    ENDS_CALLER,
                    SIGNALS_OBJECT,
                    PULSES_OBJECT,
                    RESETS_OBJECT -> "KERNEL-WAITTABLE-1";
        };
    }

    private static String awaiting(ApiFunction function, String result) {
        if (function.has(Role.ALL)) {
            return "RETURN-WFMO-" + suffix(result, "INDEX-1");
        }
        if (function.effect() != Effect.SIGNALS_OBJECT) {
            return "RETURN-WFSO-" + suffix(result, "OBJECT-1");
        }
        return switch (result) {
            case "APC" -> "SIGNALWAIT-IOC-1";
            case "FAILURE" -> "SIGNALWAIT-FAILED-1";
            default -> "SIGNALWAIT-RETURN-1";
        };
    }

    private static String suffix(String result, String otherwise) {
        return switch (result) {
            case "APC" -> "IOC-1";
            case "TIME-OUT" -> "TIMEOUT-1";
            case "ABANDONED" -> "ABANDONED-1";
            case "FAILURE" -> "FAILED-1";
            default -> otherwise;
        };
    }
}
