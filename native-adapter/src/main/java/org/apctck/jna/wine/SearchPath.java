package org.apctck.jna.wine;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders in which programs are looked for. */
record SearchPath(List<Path> folders) {
    SearchPath {
        folders = List.copyOf(folders);
    }

    /** Those of this process, and where Debian puts Wine, which is on nobody's path. */
    static SearchPath ofProcess() {
        String path = System.getenv().getOrDefault("PATH", "");
        return new SearchPath(Stream.concat(
                        Stream.of(path.split(File.pathSeparator)).filter(folder -> !folder.isEmpty()),
                        Stream.of("/usr/lib/wine", "/opt/wine-stable/bin"))
                .map(Path::of)
                .toList());
    }

    /** The first of {@code programs} that is there. */
    Optional<Path> find(String... programs) {
        return Stream.of(programs)
                .flatMap(program -> folders.stream().map(folder -> folder.resolve(program)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
