package org.apctck.spec.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnTypeTest {
    @ParameterizedTest
    @CsvSource({
        "0, WAIT_OBJECT_0",
        "63, WAIT_OBJECT_0 + 63",
        "0x80, WAIT_ABANDONED_0",
        "0xBF, WAIT_ABANDONED_0 + 63",
        "0xC0, WAIT_IO_COMPLETION",
        "0x102, WAIT_TIMEOUT",
        "0xFFFFFFFF, WAIT_FAILED",
        "64, 0x40"
    })
    void theResultOfAWaitIsWrittenByItsConstant(long raw, String text) {
        assertThat(ReturnType.WAIT.write(raw)).isEqualTo(text);
    }

    @Test
    void zeroFromSleepExIsNotTheFirstObject() {
        assertThat(ReturnType.SLEEP.write(0)).isEqualTo("0");
        assertThat(ReturnType.SLEEP.write(0xC0)).isEqualTo("WAIT_IO_COMPLETION");
        assertThat(ReturnType.SLEEP.write(0x102)).isEqualTo("0x102");
    }

    @Test
    void onlyTheDocumentedFailureValueMakesTheLastErrorMeaningful() {
        assertThat(ReturnType.WAIT.isFailure(0xFFFFFFFFL)).isTrue();
        assertThat(ReturnType.WAIT.isFailure(0x102)).isFalse();
        assertThat(ReturnType.NONZERO.isFailure(0)).isTrue();
        assertThat(ReturnType.NONZERO.isFailure(7)).isFalse();
        assertThat(ReturnType.HANDLE.isFailure(0)).isTrue();
        assertThat(ReturnType.SUSPEND_COUNT.isFailure(-1)).isTrue();
        assertThat(ReturnType.SUSPEND_COUNT.isFailure(0)).isFalse();
    }

    @Test
    void onlyTheLowHalfOfADwordCounts() {
        assertThat(ReturnType.WAIT.write(0x7FFF_0000_0000_00C0L)).isEqualTo("WAIT_IO_COMPLETION");
        assertThat(ReturnType.BOOL.write(0xABCD_0000_0000_0000L)).isEqualTo("FALSE");
    }
}
