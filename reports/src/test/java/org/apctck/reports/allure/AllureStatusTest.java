package org.apctck.reports.allure;

import static org.assertj.core.api.Assertions.assertThat;

import io.qameta.allure.model.Status;
import org.apctck.spec.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AllureStatusTest {
    @ParameterizedTest
    @CsvSource({
        "PASS, PASSED",
        "FAIL, FAILED",
        "CRASH, FAILED",
        "TIMEOUT, FAILED",
        "ERROR, BROKEN",
        "INCONCLUSIVE, BROKEN",
        "NOT_RUN, BROKEN",
        "NOT_APPLICABLE, SKIPPED",
        "OBSERVED, ",
        "UNTESTABLE, ",
    })
    void aVerdictHasAStatus(Verdict verdict, Status status) {
        assertThat(AllureStatus.of(verdict)).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource
    void onlyAPassIsGreen(Verdict verdict) {
        assertThat(AllureStatus.of(verdict) == Status.PASSED).isEqualTo(verdict == Verdict.PASS);
    }
}
