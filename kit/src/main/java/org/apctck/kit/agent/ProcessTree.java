package org.apctck.kit.agent;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A process and all that it started.
 *
 * <p>On Linux the root leads a session of its own: what it started stays in it, even when the root has died and its children
 * have been given another parent, which {@link ProcessHandle#descendants} cannot see.
 */
final class ProcessTree {
    private static final Path PROC = Path.of("/proc");
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private ProcessTree() {}

    /** The command line that starts {@code command} as the leader of a session, where that can be done. */
    static List<String> leading(List<String> command) {
        if (!Files.isExecutable(SETSID) || !Files.isDirectory(PROC)) {
            return command;
        }
        List<String> leading = new java.util.ArrayList<>(List.of(SETSID.toString()));
        leading.addAll(command);
        return leading;
    }

    /** Kills the process and all that it started. */
    static void kill(ProcessHandle root) {
        Set<Long> killed = new HashSet<>();
        while (killMore(root, killed)) {
            // What was just started by a process that was just killed.
        }
    }

    private static boolean killMore(ProcessHandle root, Set<Long> killed) {
        Set<ProcessHandle> members = new HashSet<>();
        root.descendants().forEach(members::add);
        members.addAll(session(root.pid()));
        if (root.isAlive()) {
            members.add(root);
        }
        boolean more = false;
        for (ProcessHandle member : members) {
            if (killed.add(member.pid())) {
                member.destroyForcibly();
                more = true;
            }
        }
        return more;
    }

    private static Set<ProcessHandle> session(long leader) {
        Set<ProcessHandle> members = new HashSet<>();
        if (!Files.isDirectory(PROC)) {
            return members;
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (isInSession(process, leader)) {
                    Optional<ProcessHandle> member = ProcessHandle.of(
                            Long.parseLong(process.getFileName().toString()));
                    member.ifPresent(members::add);
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("/proc cannot be read", e);
        }
        return members;
    }

    private static boolean isInSession(Path process, long leader) {
        String stat;
        try {
            stat = Files.readString(process.resolve("stat"), java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException ended) {
            return false;
        }
        // pid (name) state parent group session: the name may hold anything, also parentheses.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return fields.length > 3 && !fields[0].equals("Z") && Long.parseLong(fields[3]) == leader;
    }
}
