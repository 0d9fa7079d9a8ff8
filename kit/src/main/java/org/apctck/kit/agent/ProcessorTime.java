package org.apctck.kit.agent;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What the threads of some processes have had of the processors so far, and how long each has waited for one. Known on Linux only.
 *
 * @param ranNanos of all threads that live
 * @param waitedNanos of each, by its folder in {@code /proc}
 */
record ProcessorTime(long ranNanos, Map<Path, Long> waitedNanos) {
    ProcessorTime {
        waitedNanos = Map.copyOf(waitedNanos);
    }

    /**
     * Reads it.
     *
     * @param processes their folders in {@code /proc}
     */
    static ProcessorTime of(Collection<Path> processes) {
        long ran = 0;
        Map<Path, Long> waited = new HashMap<>();
        for (Path process : processes) {
            try (DirectoryStream<Path> threads = Files.newDirectoryStream(process.resolve("task"))) {
                for (Path thread : threads) {
                    // Nanoseconds on a processor, nanoseconds in wait of one, turns.
                    String[] fields =
                            Files.readString(thread.resolve("schedstat")).split(" ");
                    ran += Long.parseLong(fields[0]);
                    waited.put(thread, Long.parseLong(fields[1]));
                }
            } catch (IOException | DirectoryIteratorException gone) {
                // It has ended meanwhile, or this system tells nothing of that kind.
            }
        }
        return new ProcessorTime(ran, waited);
    }

    /**
     * Whether others have kept the threads from running since {@code before}: one of them has waited for a processor most of the
     * time, and together they got little. Threads that take the processors from each other get much.
     *
     * @param nanos how long ago that was
     */
    boolean isStarvedSince(ProcessorTime before, long nanos) {
        long longest = waitedNanos.entrySet().stream()
                .mapToLong(thread ->
                        thread.getValue() - before.waitedNanos.getOrDefault(thread.getKey(), thread.getValue()))
                .max()
                .orElse(0);
        return longest > nanos / 2 && ranNanos - before.ranNanos < nanos / 2;
    }
}
