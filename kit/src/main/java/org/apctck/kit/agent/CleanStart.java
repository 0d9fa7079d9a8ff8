package org.apctck.kit.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts programs as a login shell does: with no signal blocked or ignored, each in a session of its own.
 *
 * <p>A child inherits both from the thread that starts it, and a JVM blocks SIGQUIT in its threads. Wine ends threads by that
 * signal: under a JVM a thread that was terminated slept on. Who started the JVM may have had it ignore more, as nohup does.
 * In a session of its own a program is not reached by what is typed at the terminal.
 */
public final class CleanStart {
    private static final Path PROC = Path.of("/proc");
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    /** Unblocks all signals and gives them their default effect, then becomes the program. */
    private static final List<String> SIGNALS = List.of("/usr/bin/env", "--default-signal");

    /** Those that libc keeps for itself, below the real-time signals: no program can change what they do. */
    private static final long OWN_SIGNALS_OF_LIBC = 0x1_8000_0000L;

    private static final long TRIAL_SECONDS = 10;

    private CleanStart() {}

    /** What is tried once, by the first who asks. */
    private static final class Trial {
        private static final String PROBLEM = Files.isDirectory(PROC) ? tried() : "";
    }

    /** The command line that starts {@code command} in this way, as far as this machine has what it takes. */
    public static List<String> leading(List<String> command) {
        if (!Files.isDirectory(PROC)) {
            return command;
        }
        List<String> leading = new ArrayList<>(problem().isEmpty() ? SIGNALS : List.of());
        if (Files.isExecutable(SETSID)) {
            leading.add(SETSID.toString());
        }
        leading.addAll(command);
        return leading;
    }

    /** Why programs start with signals blocked or ignored on this machine; empty if they do not. */
    public static String problem() {
        return Trial.PROBLEM;
    }

    private static String tried() {
        List<String> command = new ArrayList<>(SIGNALS);
        command.addAll(List.of("cat", "/proc/self/status"));
        try {
            Process trial = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            trial.getOutputStream().close();
            String status = new String(trial.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            boolean ended = trial.waitFor(TRIAL_SECONDS, TimeUnit.SECONDS) && trial.exitValue() == 0;
            return ended && isClean(status)
                    ? ""
                    : "agents start with the signals blocked and ignored that the kit's JVM has blocked and ignored,"
                            + " as there is no `env --default-signal` (coreutils 8.31)";
        } catch (IOException e) {
            return "agents start with the signals blocked and ignored that the kit's JVM has blocked and ignored: "
                    + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted while it was tried whether agents start with no signal blocked";
        }
    }

    /** Whether a process has no signal blocked or ignored, by its file {@code status}. */
    static boolean isClean(String status) {
        return signals(status, "SigBlk:") == 0 && (signals(status, "SigIgn:") & ~OWN_SIGNALS_OF_LIBC) == 0;
    }

    private static long signals(String status, String field) {
        int start = status.indexOf(field);
        int end = status.indexOf('\n', start);
        return start < 0 || end < 0
                ? -1
                : Long.parseUnsignedLong(
                        status.substring(start + field.length(), end).strip(), 16);
    }
}
