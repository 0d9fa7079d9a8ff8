package org.apctck.kit.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodeTest {
    @ParameterizedTest
    @CsvSource({
        "0, exit status 0",
        "1, exit status 1",
        "128, exit status 128",
        "134, exit status 134 SIGABRT",
        "137, exit status 137 SIGKILL",
        "139, exit status 139 SIGSEGV",
        "200, exit status 200",
        "-1073741819, exit status 0xC0000005 STATUS_ACCESS_VIOLATION",
        "-1073740791, exit status 0xC0000409 STATUS_STACK_BUFFER_OVERRUN",
        "-1, exit status 0xFFFFFFFF",
    })
    void aSignalOrAnNtStatusIsNamed(int status, String text) {
        assertThat(ExitCode.describe(status)).isEqualTo(text);
    }
}
