package org.apctck.reference.fault.generated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.win32.HandlePolicy;
import org.apctck.reference.win32.HandlePolicy.Purpose;
import org.apctck.reference.win32.ResultPolicy;
import org.apctck.reference.win32.Win32Error;

/** Each access right, and each error code. */
final class Rights {
    private static final Map<String, Integer> STATUSES = new LinkedHashMap<>();
    private static final int[] CODES = {0, 5, 6, 31, 87, 288};

    static {
        STATUSES.put("INVALID-HANDLE", NtStatus.INVALID_HANDLE);
        STATUSES.put("WRONG-TYPE", NtStatus.OBJECT_TYPE_MISMATCH);
        STATUSES.put("ACCESS-DENIED", NtStatus.ACCESS_DENIED);
        STATUSES.put("ENDED-TARGET", NtStatus.UNSUCCESSFUL);
        STATUSES.put("ENDED-THREAD", NtStatus.THREAD_IS_TERMINATING);
        STATUSES.put("INVALID-PARAMETER", NtStatus.INVALID_PARAMETER);
        STATUSES.put("NOT-OWNER", NtStatus.MUTANT_NOT_OWNED);
        STATUSES.put("FULL-SEMAPHORE", NtStatus.SEMAPHORE_LIMIT_EXCEEDED);
        STATUSES.put("MOST-SUSPENSIONS", NtStatus.SUSPEND_COUNT_EXCEEDED);
        STATUSES.put("OTHER-SETTER", NtStatus.TIMER_NOT_CANCELED);
    }

    private Rights() {}

    /** Each right not asked for, and each other one asked for as well. */
    static List<Deviation> rights() {
        List<Deviation> all = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            if (purpose.access() != 0) {
                right(all, purpose, "UNASKED", "asks for no right", 0);
            }
            for (Purpose other : Purpose.values()) {
                boolean isFirstOfItsRight = List.of(Purpose.values()).stream()
                                .filter(each ->
                                        each.access() == other.access() && isOfThread(each) == isOfThread(other))
                                .findFirst()
                                .orElseThrow()
                        == other;
                if (other.access() != 0
                        && isFirstOfItsRight
                        && (purpose.access() & other.access()) == 0
                        && (isOfThread(purpose) == isOfThread(other) || other == Purpose.WAIT)) {
                    right(
                            all,
                            purpose,
                            "WANTS-" + name(other),
                            "asks for the right of " + words(other) + " as well",
                            purpose.access() | other.access());
                }
            }
        }
        for (Purpose purpose :
                List.of(Purpose.QUEUE_APC, Purpose.SUSPEND, Purpose.TERMINATE, Purpose.QUERY, Purpose.WAIT)) {
            all.add(Deviation.of(
                    "NEW-THREAD-LACKS-" + name(purpose),
                    "the handle that CreateThread returns lacks the right of " + words(purpose),
                    "THREAD-ALLACCESS-1",
                    new HandlePolicy() {
                        @Override
                        public int accessOfNewThread(KThread caller) {
                            return super.accessOfNewThread(caller) & ~purpose.access();
                        }
                    }));
        }
        return all;
    }

    private static boolean isOfThread(Purpose purpose) {
        return switch (purpose) {
            case QUEUE_APC, SUSPEND, RESUME, TERMINATE, QUERY -> true;
            case WAIT,
                    MODIFY_EVENT,
                    RELEASE_SEMAPHORE,
                    MODIFY_TIMER,
                    TRANSFER,
                    CANCEL,
                    RELEASE_MUTEX,
                    DUPLICATE,
                    DUPLICATE_IN,
                    SIGNAL -> false;
        };
    }

    private static void right(List<Deviation> all, Purpose purpose, String id, String title, int access) {
        all.add(Deviation.of(
                name(purpose) + "-" + id,
                words(purpose) + " " + title,
                switch (purpose) {
                    case WAIT -> "RETURN-WFSO-FAILED-1";
                    case MODIFY_TIMER -> "TIMER-ACCESS-1";
                    case QUEUE_APC,
                            SUSPEND,
                            RESUME,
                            TERMINATE,
                            QUERY,
                            MODIFY_EVENT,
                            RELEASE_SEMAPHORE,
                            TRANSFER,
                            CANCEL,
                            RELEASE_MUTEX,
                            DUPLICATE,
                            DUPLICATE_IN,
                            SIGNAL -> "QUEUE-ACCESS-1";
                },
                new HandlePolicy() {
                    @Override
                    public int access(KThread caller, Purpose asked) {
                        return asked == purpose ? access : super.access(caller, asked);
                    }
                }));
    }

    private static String name(Purpose purpose) {
        return purpose.name().replace('_', '-');
    }

    private static String words(Purpose purpose) {
        return purpose.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /** Each error code for each reason. */
    static List<Deviation> errors() {
        List<Deviation> all = new ArrayList<>();
        STATUSES.forEach((name, status) -> {
            for (int code : CODES) {
                if (code == Win32Error.of(status)) {
                    continue;
                }
                all.add(Deviation.of(
                        name + "-IS-" + code,
                        "a call that fails for `"
                                + name.toLowerCase(Locale.ROOT).replace('-', ' ') + "` sets the last error to " + code,
                        "QUEUE-RETURN-FAIL-1",
                        new ResultPolicy() {
                            @Override
                            public int lastError(KThread caller, int failed) {
                                return failed == status ? code : super.lastError(caller, failed);
                            }
                        }));
            }
        });
        return all;
    }
}
