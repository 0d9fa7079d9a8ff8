package org.apctck.kit.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JvmCrashTest {
    private static final String REPORT = """
            [ERROR][com.winpr.thread] - it is SIGNED (0x1)
            #
            # A fatal error has been detected by the Java Runtime Environment:
            #
            #  SIGSEGV (0xb) at pc=0x00007fb64e652493, pid=14808, tid=15480
            #
            # JRE version: OpenJDK Runtime Environment (17.0.15+6)
            # Problematic frame:
            # C  [libwinpr2.so.2.11.7+0x7e493]  QueueUserAPC+0x23
            #
            # If you would like to submit a bug report, please visit:
            """;

    @Test
    void theSignalAndTheFrameAreFound() {
        assertThat(JvmCrash.summary(REPORT))
                .contains("SIGSEGV (0xb) in C [libwinpr2.so.2.11.7+0x7e493] QueueUserAPC+0x23");
    }

    @Test
    void aReportThatIsCutShortSaysWhatItCan() {
        assertThat(JvmCrash.summary(REPORT.substring(0, REPORT.indexOf("# JRE"))))
                .contains("SIGSEGV (0xb)");
        assertThat(JvmCrash.summary(REPORT.substring(0, REPORT.indexOf("#  SIGSEGV"))))
                .contains("a fatal error of the JVM");
    }

    @Test
    void otherTextIsNoCrashOfAJvm() {
        assertThat(JvmCrash.summary("assertion failed: SIGSEGV (0xb)\n")).isEmpty();
    }
}
