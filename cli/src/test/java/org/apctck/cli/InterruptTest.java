package org.apctck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.apctck.kit.results.Results;
import org.apctck.kit.results.ResultsReader;
import org.apctck.spec.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InterruptTest {
    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a process can only be killed outright")
    void whatWasRunIsOnDiskAndTheRestCountsAsNotRun() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "run",
                        "--target",
                        "hanging",
                        "--out",
                        folder.toString(),
                        "QUEUE-FIFO-1")
                .redirectErrorStream(true)
                .start();
        BufferedReader output = process.inputReader();
        assertThat(output.readLine()).isEqualTo("hanging");

        // Not Process.destroy, which closes its streams as well.
        assertThat(process.toHandle().destroy()).isTrue();

        assertThat(output.lines()).contains("apctck: interrupted; the case in progress did not end");
        assertThat(process.waitFor()).isEqualTo(128 + 15);
        Results results = ResultsReader.read(folder.resolve("hanging"));
        assertThat(results.incompleteness()).contains("interrupted");
        assertThat(results.attempts())
                .extracting(attempt -> attempt.verdict())
                .hasSize(Fifo.SCENARIOS)
                .startsWith(Verdict.PASS, Verdict.NOT_RUN)
                .containsOnly(Verdict.PASS, Verdict.NOT_RUN)
                .containsOnlyOnce(Verdict.PASS);
    }
}
