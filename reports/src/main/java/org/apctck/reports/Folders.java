package org.apctck.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Folders that are made beside the place that they take in the end, so that nothing half-made ever stands there. */
public final class Folders {
    private Folders() {}

    /** An empty folder beside {@code folder}; unlike a temporary one, whoever may read its parent may read it. */
    public static Path beside(Path folder) throws IOException {
        return Files.createDirectory(
                folder.toAbsolutePath().resolveSibling("." + folder.getFileName() + "-" + UUID.randomUUID()));
    }

    /** Puts {@code fresh} in the place of what {@code folder} is. */
    public static void replace(Path folder, Path fresh) throws IOException {
        remove(folder);
        Files.move(fresh, folder);
    }

    /** Removes a file, a link, or a folder with what is in it, if it is there; follows no link. */
    public static void remove(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> below = Files.walk(folder)) {
            all = below.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }

    /** Copies the files of a folder, if it is there. */
    public static void copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
