package org.apctck.jna.wine;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Paths of this machine as a program under Wine sees them: drive Z is the root. */
final class WinePath {
    private WinePath() {}

    static String of(Path path) {
        return "Z:" + path.toAbsolutePath().normalize().toString().replace('/', '\\');
    }

    /** A class path of this process. */
    static String ofClassPath(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> of(Path.of(entry)))
                .collect(Collectors.joining(";"));
    }
}
