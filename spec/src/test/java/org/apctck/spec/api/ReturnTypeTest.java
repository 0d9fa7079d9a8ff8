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

    @ParameterizedTest
    @CsvSource({
        "WAIT, WAIT_OBJECT_0 + 63, true",
        "WAIT, WAIT_OBJECT_0 + 64, false",
        "WAIT, WAIT_OBJECT_0 + 0, false",
        "WAIT, 0, false",
        "WAIT, 0x40, true",
        "WAIT, 0x40000000000, false",
        "SLEEP, 0, true",
        "SLEEP, WAIT_IO_COMPLETION, true",
        "SLEEP, WAIT_TIMEOUT, false",
        "SLEEP, 010, false",
        "SLEEP, 09, false",
        "SUSPEND_COUNT, 0, true",
        "SUSPEND_COUNT, 0xFFFFFFFF, true",
        "SUSPEND_COUNT, 4294967295, false",
        "ERROR_CODE, ERROR_ACCESS_DENIED, true",
        "ERROR_CODE, 5, false",
        "ERROR_CODE, 48879, true",
        "NONZERO, nonzero, true",
        "NONZERO, 7, false",
        "HANDLE, handle, true",
        "BOOL, 1, false",
        "THREAD_ID, id of worker, true",
        "THREAD_ID, id of 1, false"
    })
    void whatCanBeWrittenIsWhatWouldBeWrittenAgain(ReturnType type, String text, boolean can) {
        assertThat(type.canWrite(text)).isEqualTo(can);
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
