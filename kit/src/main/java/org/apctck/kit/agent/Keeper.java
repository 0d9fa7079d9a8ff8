package org.apctck.kit.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A small shell that clears up after this process. It waits for the end of its input, which comes when it is closed and also
 * when this process has died in whatever way.
 */
public final class Keeper {
    /** Removes the folder that is its first argument, however many are still writing to it at first. */
    public static final String REMOVES_FOLDER = """
            for again in 1 2 3 4 5 6 7 8 9 10; do
              rm -rf -- "$1" 2>/dev/null
              [ -e "$1" ] || break
              sleep 1
            done
            """;

    private static final String WAITS = """
            trap '' HUP INT QUIT TERM
            cat >/dev/null
            """;

    private static final long FAREWELL_MILLIS = 15_000;

    private static final Path SHELL = Path.of("/bin/sh");

    private final Process shell;

    private Keeper(Process shell) {
        this.shell = shell;
    }

    /** Whether this machine has what it takes, which Windows has not. */
    static boolean isPossible() {
        return Files.isExecutable(SHELL) && Files.isDirectory(Path.of("/proc"));
    }

    /**
     * Starts one.
     *
     * @param then what it does in the end, a script
     */
    public static Keeper start(String then, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(SHELL.toString(), "-c", WAITS + then, "apctck-keeper"));
        command.addAll(List.of(arguments));
        ProcessBuilder shell = new ProcessBuilder(CleanStart.leading(command))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        shell.environment().putAll(environment);
        return new Keeper(shell.start());
    }

    /** Has it do what it is for, and waits until that is done. */
    public void close() {
        try {
            shell.getOutputStream().close();
            if (!shell.waitFor(FAREWELL_MILLIS, TimeUnit.MILLISECONDS)) {
                shell.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it goes on without this process
        }
    }
}
