package org.apctck.kit.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The child of a shell holds a named pipe, which ends when the child has gone. */
@EnabledOnOs(OS.LINUX)
class ProcessTreeTest {
    private static final String CHILD = "mkfifo $0; { echo up; exec sleep 600; } > $0 & ";

    @TempDir
    Path folder;

    private Process shell;
    private ProcessTree tree;
    private BufferedReader pipe;

    private void start(String rest) throws IOException {
        start(CHILD, rest);
    }

    private void start(String child, String rest) throws IOException {
        Path fifo = folder.resolve("pipe");
        ProcessBuilder builder = new ProcessBuilder(
                CleanStart.leading(List.of("sh", "-c", child + "echo made; " + rest, fifo.toString())));
        builder.environment().put("MARK", folder.toString());
        shell = builder.start();
        tree = new ProcessTree(shell.toHandle(), "MARK=" + folder);
        assertThat(shell.inputReader().readLine()).isEqualTo("made");
        pipe = Files.newBufferedReader(fifo);
        assertThat(pipe.readLine()).isEqualTo("up");
    }

    @AfterEach
    void endWhatIsLeft() {
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly();
    }

    @Test
    void aProcessIsKilledWithItsChildren() throws IOException {
        start("wait");

        tree.kill();

        assertThat(endOfPipe()).succeedsWithin(60, TimeUnit.SECONDS);
        assertThat(shell.onExit()).succeedsWithin(60, TimeUnit.SECONDS);
    }

    @Test
    void childrenThatWereGivenAnotherParentAreKilledToo() throws IOException, InterruptedException {
        start("exit");
        shell.waitFor();

        tree.kill();

        assertThat(endOfPipe()).succeedsWithin(60, TimeUnit.SECONDS);
    }

    @Test
    void childrenThatBeganASessionOfTheirOwnAreKilledToo() throws IOException, InterruptedException {
        start("mkfifo $0; setsid sh -c '{ echo up; exec sleep 600; } > \"$0\" &' \"$0\" & ", "exit");
        shell.waitFor();

        tree.kill();

        assertThat(endOfPipe()).succeedsWithin(60, TimeUnit.SECONDS);
    }

    private CompletableFuture<Boolean> endOfPipe() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return pipe.readLine() == null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
