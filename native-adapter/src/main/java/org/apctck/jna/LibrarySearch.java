package org.apctck.jna;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apctck.spec.TargetUnavailableException;

/** Finds a shared library where the loader of this machine looks for libraries, without loading it. */
final class LibrarySearch {
    private static final List<String> WINPR = List.of("libwinpr2.so.2", "libwinpr3.so.3");
    private static final List<Path> FOLDERS = Stream.of("/usr/local/lib", "/usr/lib", "/lib", "/usr/lib64", "/lib64")
            .map(Path::of)
            .toList();

    /** Folders named after a machine and its system, such as {@code x86_64-linux-gnu}. */
    private static final String MULTIARCH = "*-linux-*";

    private static final Path LOADER_CONFIGURATION = Path.of("/etc/ld.so.conf.d");
    private static final Pattern FOLDER = Pattern.compile("(?m)^\\s*(/\\S+)");

    private LibrarySearch() {}

    /**
     * WinPR, the older version first: it is the one that distributions still ship.
     *
     * @throws TargetUnavailableException with the remedy, if there is none
     */
    static Library winpr() throws TargetUnavailableException {
        for (String name : WINPR) {
            for (Path folder : folders()) {
                if (Files.isRegularFile(folder.resolve(name))) {
                    return Library.at(folder.resolve(name));
                }
            }
        }
        throw new TargetUnavailableException(
                "no libwinpr2.so.2 or libwinpr3.so.3 on this machine; install WinPR (Debian: apt-get install libwinpr2-2)"
                        + " or give its path with --library");
    }

    private static List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        for (Path folder : FOLDERS) {
            folders.add(folder);
            folders.addAll(children(folder, MULTIARCH));
        }
        for (Path configuration : children(LOADER_CONFIGURATION, "*.conf")) {
            Matcher matcher = FOLDER.matcher(text(configuration));
            while (matcher.find()) {
                folders.add(Path.of(matcher.group(1)));
            }
        }
        return folders;
    }

    private static List<Path> children(Path folder, String pattern) {
        List<Path> children = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, pattern)) {
                entries.forEach(children::add);
            } catch (IOException e) {
                return List.of(); // a folder that cannot be read holds nothing that could be loaded
            }
        }
        return children;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return ""; // the loader could not read it either
        }
    }
}
