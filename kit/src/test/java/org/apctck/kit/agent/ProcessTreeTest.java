package org.apctck.kit.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Each process holds the standard output of the shell: it ends when the last of them has gone. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@EnabledOnOs(OS.LINUX)
class ProcessTreeTest {
    @Test
    void aProcessIsKilledWithItsChildren() throws IOException {
        Process shell = start("sleep 600 & echo up; wait");
        BufferedReader output = shell.inputReader();
        assertThat(output.readLine()).isEqualTo("up");

        ProcessTree.kill(shell.toHandle());

        assertThat(output.readLine()).isNull();
    }

    @Test
    void childrenThatWereGivenAnotherParentAreKilledToo() throws IOException, InterruptedException {
        Process shell = start("sleep 600 & echo up");
        BufferedReader output = shell.inputReader();
        assertThat(output.readLine()).isEqualTo("up");
        shell.waitFor();

        ProcessTree.kill(shell.toHandle());

        assertThat(output.readLine()).isNull();
    }

    private static Process start(String script) throws IOException {
        return new ProcessBuilder(ProcessTree.leading(List.of("sh", "-c", script))).start();
    }
}
