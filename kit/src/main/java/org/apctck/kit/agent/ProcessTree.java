package org.apctck.kit.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A process and all that it started.
 *
 * <p>On Linux the root leads a session of its own, and carries a mark in its environment: what it started is known by the one
 * or the other, even when the root has died and its children have been given another parent, which {@link
 * ProcessHandle#descendants} cannot see, and have begun sessions of their own.
 */
final class ProcessTree {
    private static final Path PROC = Path.of("/proc");

    private final ProcessHandle root;
    private final String mark;

    /**
     * @param mark an entry of the environment of the root and of nothing that it has not started, {@code NAME=VALUE}
     */
    ProcessTree(ProcessHandle root, String mark) {
        this.root = root;
        this.mark = mark;
    }

    /** Kills the process and all that it started. */
    void kill() {
        Set<Long> killed = new HashSet<>();
        while (killMore(killed)) {
            // What was just started by a process that was just killed.
        }
    }

    /** What they have had of the processors so far; nothing where the system does not tell. */
    ProcessorTime processorTime() {
        return ProcessorTime.of(members().stream()
                .map(member -> PROC.resolve(String.valueOf(member.pid())))
                .toList());
    }

    private Set<ProcessHandle> members() {
        Set<ProcessHandle> members = new HashSet<>();
        root.descendants().forEach(members::add);
        members.addAll(known());
        if (root.isAlive()) {
            members.add(root);
        }
        return members;
    }

    private boolean killMore(Set<Long> killed) {
        boolean more = false;
        for (ProcessHandle member : members()) {
            if (killed.add(member.pid())) {
                member.destroyForcibly();
                more = true;
            }
        }
        return more;
    }

    /** All that are in the session or carry the mark. */
    private Set<ProcessHandle> known() {
        Set<ProcessHandle> members = new HashSet<>();
        if (!Files.isDirectory(PROC)) {
            return members;
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (isInSession(process) || isMarked(process)) {
                    Optional<ProcessHandle> member = ProcessHandle.of(
                            Long.parseLong(process.getFileName().toString()));
                    member.ifPresent(members::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("/proc cannot be read", e);
        }
        return members;
    }

    private boolean isInSession(Path process) {
        // pid (name) state parent group session: the name may hold anything, also parentheses.
        String stat = read(process.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return fields.length > 3 && !fields[0].equals("Z") && Long.parseLong(fields[3]) == root.pid();
    }

    private boolean isMarked(Path process) {
        return ("\0" + read(process.resolve("environ"))).contains("\0" + mark + "\0");
    }

    /** Empty if the process has ended, or belongs to somebody else. */
    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
