package org.apctck.reports.allure;

import io.qameta.allure.model.Status;
import org.apctck.spec.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a verdict is in an Allure report, which knows five statuses (docs/decisions/0018-verdicts-in-allure.md). Failed: the target
 * is to blame. Broken: it was asked for and nothing can be said. Skipped: it does not apply. Unknown: the rule leaves it open. A
 * report leaves the last two out of its share of passed tests, so nothing that ought to have a verdict may be among them.
 */
final class AllureStatus {
    private AllureStatus() {}

    /** The status; null for unknown, which the model has no name for. */
    static @Nullable Status of(Verdict verdict) {
        return switch (verdict) {
            case PASS -> Status.PASSED;
            case FAIL, CRASH, TIMEOUT -> Status.FAILED;
            case ERROR, INCONCLUSIVE, NOT_RUN -> Status.BROKEN;
            case NOT_APPLICABLE -> Status.SKIPPED;
            case OBSERVED, UNTESTABLE -> null;
        };
    }
}
