package org.apctck.jna.wine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a program that was run to its end has said and how it ended.
 *
 * @param output what it wrote to standard output and standard error
 */
record Tool(int status, String output) {
    /** The program was killed because it took too long. */
    static final int TIMED_OUT = -1;

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    /** Runs a program in a session of its own, so that what is typed at a terminal does not reach it. */
    static Tool run(List<String> command, Map<String, String> environment, long limitMillis)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("apctck-tool-", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(inOwnSession(command))
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            try {
                boolean ended = process.waitFor(limitMillis, TimeUnit.MILLISECONDS);
                return new Tool(
                        ended ? process.exitValue() : TIMED_OUT, Files.readString(output, StandardCharsets.ISO_8859_1));
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }

    static List<String> inOwnSession(List<String> command) {
        if (!Files.isExecutable(SETSID)) {
            return command;
        }
        List<String> leading = new java.util.ArrayList<>(List.of(SETSID.toString()));
        leading.addAll(command);
        return leading;
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
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce((first, second) -> second)
                .orElse("exit status " + status);
    }
}
