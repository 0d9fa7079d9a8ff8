package org.apctck.jna.wine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apctck.kit.agent.CleanStart;

/**
 * What a program that was run to its end has said and how it ended.
 *
 * @param output what it wrote to standard output and standard error
 */
record Tool(int status, String output) {
    /** The program was killed because it took too long. */
    static final int TIMED_OUT = -1;

    /** Runs a program. It ends when this process does. */
    static Tool run(List<String> command, Map<String, String> environment, long limitMillis)
            throws IOException, InterruptedException {
        return run(command, environment, limitMillis, Tool::kill);
    }

    /** Runs a program that is better not cut short: should this process be told to end, it goes on to its own end. */
    static Tool runToItsEnd(List<String> command, Map<String, String> environment, long limitMillis)
            throws IOException, InterruptedException {
        return run(command, environment, limitMillis, process -> {});
    }

    /** The program has a session of its own, so that what is typed at a terminal does not reach it. */
    private static Tool run(
            List<String> command, Map<String, String> environment, long limitMillis, Consumer<Process> atExit)
            throws IOException, InterruptedException {
        // A pipe would stay open for as long as what the program leaves running, which is what Wine does.
        Path output = Files.createTempFile("apctck-tool-", ".txt");
        try (InputStream said = Files.newInputStream(output)) {
            Process process = start(command, environment, output);
            Thread hook = new Thread(() -> atExit.accept(process), "tool-end");
            try {
                Runtime.getRuntime().addShutdownHook(hook);
                boolean ended = process.waitFor(limitMillis, TimeUnit.MILLISECONDS);
                int status = ended ? process.exitValue() : TIMED_OUT;
                return new Tool(status, new String(said.readAllBytes(), StandardCharsets.ISO_8859_1));
            } catch (IllegalStateException exiting) {
                throw new InterruptedException("the process is about to end");
            } finally {
                kill(process);
                unhook(hook);
            }
        }
    }

    /** Nobody else sees the file: it is gone from its folder as soon as the program has it, so that none is left there. */
    private static Process start(List<String> command, Map<String, String> environment, Path output)
            throws IOException {
        try {
            ProcessBuilder builder = new ProcessBuilder(CleanStart.leading(command))
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            return builder.start();
        } finally {
            Files.delete(output);
        }
    }

    private static void unhook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException exiting) {
            // It runs, and finds nothing to do.
            return;
        }
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    boolean isOk() {
        return status == 0;
    }

    boolean isTimedOut() {
        return status == TIMED_OUT;
    }

    /** The last line that it wrote and that says anything, or its status. */
    String lastWords() {
        return output.lines()
                .map(line -> line.strip().replaceFirst("\\.$", ""))
                .filter(line -> !line.isEmpty())
                .reduce((first, second) -> second)
                .orElse("exit status " + status);
    }
}
