package org.apctck.jna;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.program.ProgramWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgentTest {
    private Process agent;
    private BufferedReader output;

    @BeforeEach
    void start() throws IOException, TargetUnavailableException {
        String missing = new WinprProvider().missing("winpr", Map.of());
        assumeTrue(missing.isEmpty(), missing);
        agent = new ProcessBuilder(
                        ChildJvm.likeThis().command(LibrarySearch.winpr().path().toString(), "WinPR", "d1"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        output = agent.inputReader(StandardCharsets.UTF_8);
        say("{\"type\":\"hello\",\"protocol\":2,\"kit\":\"test\"}");
        assertThat(output.readLine()).startsWith("{\"type\":\"welcome\"").contains("\"digest\":\"d1\"");
    }

    @AfterEach
    void kill() {
        if (agent != null) {
            agent.destroyForcibly();
        }
    }

    private void say(String line) throws IOException {
        agent.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        agent.getOutputStream().flush();
    }

    @Test
    void anIdleAgentEndsWithItsInput() throws IOException, InterruptedException {
        agent.getOutputStream().close();

        assertThat(agent.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(agent.exitValue()).isZero();
    }

    @Test
    void anAgentThatHangsInTheLibraryEndsWithItsInput() throws IOException, InterruptedException {
        String program = ProgramWriter.write(Winpr.program("""
                {'threads': [{'name': 'main'}, {'name': 'worker'}],
                 'routines': [{'name': 'Outer', 'kind': 'apc', 'body': ['SleepEx(INFINITE, TRUE)']}], 'script': [
                  {'thread': 'main', 'call': 'QueueUserAPC(Outer, worker, 0)'},
                  {'thread': 'worker', 'call': 'SleepEx(INFINITE, TRUE)'},
                  {'thread': 'main', 'call': 'QueueUserAPC(Inner, worker, 0)'}]}"""));
        say("{\"type\":\"run\",\"id\":1,\"limitMillis\":60000,\"program\":" + program + "}");
        String line = output.readLine();
        while (!line.contains("QueueUserAPC(Inner, worker, 0)")) {
            line = output.readLine();
        }

        agent.getOutputStream().close();

        assertThat(agent.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }
}
