package org.apctck.kit.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apctck.kit.agent.FakeAgent;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.Results;
import org.apctck.kit.results.ResultsReader;
import org.apctck.spec.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that is interrupted from outside, as by ^C. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterruptTest {
    @TempDir
    Path folder;

    @Test
    void theChildrenAreGoneAndWhatWasRunIsOnDisk() throws IOException, InterruptedException {
        try (ServerSocket home = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process host = start(FakeAgent.command("never answers", Integer.toString(home.getLocalPort())));
            try (Socket agent = home.accept()) {
                assertThat(agent.getInputStream().read()).isEqualTo(1);

                host.destroy();
                host.waitFor();

                assertThat(agent.getInputStream().read()).isEqualTo(-1);
            }
        }
        Results results = ResultsReader.read(folder);
        assertThat(results.footer().interrupted()).isTrue();
        assertThat(results.attempts()).extracting(Attempt::verdict).containsExactly(Verdict.NOT_RUN, Verdict.NOT_RUN);
    }

    private Process start(List<String> agent) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                InterruptedHost.class.getName(),
                folder.toString()));
        command.addAll(agent);
        return new ProcessBuilder(command).inheritIO().start();
    }
}
