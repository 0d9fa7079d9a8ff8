package org.apctck.kit.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "only there a process tells its signals in a file")
class CleanStartTest {
    private static String statusOf(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** As under nohup, and from a thread of a JVM, which has SIGQUIT blocked. */
    @Test
    void noSignalIsBlockedOrIgnored() throws IOException {
        List<String> command = CleanStart.leading(List.of("cat", "/proc/self/status"));
        List<String> underNohup = new java.util.ArrayList<>(List.of("sh", "-c", "trap '' HUP PIPE USR1; \"$@\"", "sh"));
        underNohup.addAll(command);

        assertThat(CleanStart.problem()).isEmpty();
        assertThat(statusOf(command)).matches(CleanStart::isClean);
        assertThat(statusOf(underNohup)).matches(CleanStart::isClean);
    }

    @Test
    void aSignalThatIsBlockedOrIgnoredIsNoticed() {
        assertThat(CleanStart.isClean("SigBlk:\t0000000000000000\nSigIgn:\t0000000180000000\n"))
                .isTrue();
        assertThat(CleanStart.isClean("SigBlk:\t0000000000000004\nSigIgn:\t0000000000000000\n"))
                .isFalse();
        assertThat(CleanStart.isClean("SigBlk:\t0000000000000000\nSigIgn:\t0000000000000001\n"))
                .isFalse();
        assertThat(CleanStart.isClean("")).isFalse();
    }

    @Test
    void theProgramLeadsASessionOfItsOwn() throws IOException {
        String stat = statusOf(CleanStart.leading(List.of("cat", "/proc/self/stat")));

        String[] fields = stat.split(" ");
        assertThat(fields[5]).as("session").isEqualTo(fields[0]);
    }
}
