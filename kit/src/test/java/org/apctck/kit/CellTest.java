package org.apctck.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "calls SleepEx | calls SleepEx(0, TRUE)",
                "calls SleepEx(0, TRUE) | calls SleepEx(0, TRUE)",
                "calls SleepEx(0,TRUE) | calls SleepEx(0, TRUE)",
                "calls SetLastError(0x10) | calls SetLastError(16)",
                "calls OpenThread | calls OpenThread(SYNCHRONIZE, FALSE, id of worker)",
                "calls WaitForMultipleObjects(2, [E, F], TRUE, 0) | calls WaitForMultipleObjects(2, [E, F], TRUE, 0)",
                "calls h = OpenThread(SYNCHRONIZE, 0, id of worker) | calls OpenThread(SYNCHRONIZE, 0x0, id of worker)",
                "begins A | begins A(5)",
                "begins A(2147483648) | begins A(0x80000000)",
                "starts R | starts R(5)",
                "starts | starts R(5)",
                "returns | returns WAIT_TIMEOUT",
                "returns WAIT_OBJECT_0 + 1 | returns WAIT_OBJECT_0 + 1",
                "returns WAIT_OBJECT_0 or WAIT_IO_COMPLETION | returns WAIT_IO_COMPLETION",
                "returns WAIT_OBJECT_0 + 0..63 | returns WAIT_OBJECT_0",
                "returns WAIT_OBJECT_0 + 0..63 | returns WAIT_OBJECT_0 + 63",
                "returns WAIT_FAILED or WAIT_OBJECT_0 + 0..63 | returns WAIT_OBJECT_0 + 7",
                "returns id of worker | returns id of worker",
                "returns FALSE | returns FALSE, last error ERROR_NOT_OWNER",
                "returns FALSE, last error ERROR_NOT_OWNER | returns FALSE, last error ERROR_NOT_OWNER",
                "returns FALSE, last error 288 | returns FALSE, last error ERROR_NOT_OWNER",
                "returns 0, last error ERROR_GEN_FAILURE or ERROR_INVALID_HANDLE | returns 0, last error ERROR_INVALID_HANDLE",
                "returns TRUE or FALSE, last error ERROR_NOT_OWNER | returns FALSE, last error ERROR_NOT_OWNER",
                "returns TRUE, code = STILL_ACTIVE | returns TRUE, code = STILL_ACTIVE",
                "returns TRUE, code = 0x7 | returns TRUE, code = 7",
                "returns ERROR_A or ERROR_GEN_FAILURE | returns ERROR_GEN_FAILURE",
            })
    void onlyWhatTheCellNamesIsCompared(String cell, String event) {
        assertThat(matches(cell, event)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "calls Sleep | calls SleepEx(0, TRUE)",
                "calls SleepEx(1, TRUE) | calls SleepEx(0, TRUE)",
                "calls SleepEx(0) | calls SleepEx(0, TRUE)",
                "calls SleepEx(0, | calls SleepEx(0, TRUE)",
                "calls SleepEx | calls SleepEx(0)",
                "calls WaitForMultipleObjects(2, [E, F], TRUE, 0) | calls WaitForMultipleObjects(2, [E, G], TRUE, 0)",
                "begins A | begins B(5)",
                "begins A(1) | begins A",
                "begins A | ends A",
                "returns 0 | returns WAIT_IO_COMPLETION",
                "returns WAIT_OBJECT_0 | returns WAIT_OBJECT_0 + 1",
                "returns WAIT_OBJECT_0 + 1..63 | returns WAIT_OBJECT_0",
                "returns WAIT_OBJECT_0 + 0..62 | returns WAIT_OBJECT_0 + 63",
                "returns WAIT_OBJECT_0 + 0..63 | returns WAIT_ABANDONED_0 + 1",
                "returns 0 or 1 | returns 2",
                "returns FALSE, last error ERROR_NOT_OWNER | returns FALSE",
                "returns FALSE, last error ERROR_NOT_OWNER | returns FALSE, last error ERROR_ACCESS_DENIED",
                "returns TRUE, code = 7 | returns TRUE",
                "returns TRUE, code = 7 | returns TRUE, code = 8",
                "returns TRUE or FALSE, last error ERROR_NOT_OWNER | returns FALSE, last error ERROR_ACCESS_DENIED",
            })
    void whatTheCellNamesMustBeThere(String cell, String event) {
        assertThat(matches(cell, event)).isFalse();
    }

    @Test
    void anUnknownErrorIsComparedByItsNumber() {
        assertThat(matches("returns 0, last error 0x57", "returns 0, last error ERROR_INVALID_PARAMETER"))
                .isTrue();
        assertThat(matches("returns 0, last error 1234", "returns 0, last error 1234"))
                .isTrue();
    }

    private static boolean matches(String cell, String event) {
        String[] words = cell.strip().split(" ", 2);
        Event actual = Traces.events("worker " + event.strip()).get(0);
        return Cell.matches(new Expected(EventKind.of(words[0]), words.length > 1 ? words[1].strip() : ""), actual);
    }
}
