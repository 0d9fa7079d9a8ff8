package org.apctck.kit.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apctck.spec.TargetUnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An agent that starts daemons, forty of them, each in a session of its own and with another parent. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "daemons are made otherwise elsewhere")
class LiveProcessesTest {
    private static final int DAEMONS = 40;

    /** Each writes its number and then sleeps. */
    private static final String DAEMON_MAKER = """
            for i in $(seq %d); do
              setsid sh -c 'sh -c "echo \\$\\$ >>\"$0\"; exec sleep 600" "$0" &' "$0" </dev/null >/dev/null 2>&1
            done
            while [ "$(wc -l <"$0")" != %d ]; do sleep 0.05; done
            exec "$@"
            """.formatted(DAEMONS, DAEMONS);

    @TempDir
    private Path folder;

    private Path numbers;
    private Process kit;

    private List<String> agent(String mode) throws IOException {
        numbers = Files.createFile(folder.resolve("daemons"));
        List<String> command = new ArrayList<>(List.of("sh", "-c", DAEMON_MAKER, numbers.toString()));
        command.addAll(FakeAgent.command(mode));
        return command;
    }

    private Stream<ProcessHandle> daemons() throws IOException {
        return Files.readAllLines(numbers).stream()
                .map(Long::parseLong)
                .flatMap(number -> ProcessHandle.of(number).stream());
    }

    private void assertNoDaemonIsLeft() throws IOException {
        assertThat(Files.readAllLines(numbers)).hasSize(DAEMONS);
        for (ProcessHandle daemon : daemons().toList()) {
            assertThat(daemon.onExit()).succeedsWithin(Duration.ofSeconds(30));
        }
    }

    @AfterEach
    void endWhatIsLeft() throws IOException {
        if (kit != null) {
            kit.destroyForcibly();
        }
        daemons().forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void noDaemonOutlivesItsAgent() throws IOException, TargetUnavailableException {
        AgentTarget.open(AgentLaunch.of("fake", agent("works"))).close();

        assertNoDaemonIsLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "KILL"})
    void noDaemonOutlivesAKitThatIsToldToEndOrIsKilled(String signal) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Kit.class.getName()));
        command.addAll(agent("works"));
        // A build in the background of a script has SIGINT ignored, and a JVM takes that over.
        kit = new ProcessBuilder(CleanStart.leading(command))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = new BufferedReader(kit.inputReader(StandardCharsets.UTF_8));
        assertThat(output.readLine()).isEqualTo("open");
        assertThat(daemons()).hasSize(DAEMONS);

        new ProcessBuilder("kill", "-" + signal, Long.toString(kit.pid()))
                .start()
                .waitFor();

        assertThat(kit.onExit()).succeedsWithin(Duration.ofSeconds(60));
        assertNoDaemonIsLeft();
    }

    /** A kit that opens a target and does not close it. */
    public static final class Kit {
        private Kit() {}

        public static void main(String[] command) throws TargetUnavailableException, InterruptedException {
            AgentTarget target = AgentTarget.open(AgentLaunch.of("fake", List.of(command)));
            System.out.println("open");
            Thread.sleep(600_000);
            target.close();
        }
    }
}
