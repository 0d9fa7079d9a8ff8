package org.apctck.jna;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apctck.spec.TargetUnavailableException;

/**
 * The agent in C. Its sources travel with the classes and are compiled on the machine that they are to run on, once: the
 * executable stays in {@code .apctck/c-agent/} under the name of the digest of what it was made of.
 */
public final class CAgent {
    /** Calls a library that speaks WinPR's dialect: for this machine, by gcc. */
    public static final CAgent FOR_WINPR = new CAgent(
            "winpr",
            "agent",
            "gcc",
            "winpr/thread.h",
            "apt-get install gcc libc6-dev libwinpr2-dev",
            System.getenv("PATH"));

    /** Calls kernel32: for Windows, Wine and ReactOS on 64-bit machines, by MinGW. */
    public static final CAgent FOR_WINDOWS = new CAgent(
            "windows",
            "agent.exe",
            "x86_64-w64-mingw32-gcc",
            "",
            "apt-get install gcc-mingw-w64-x86-64",
            System.getenv("PATH"));

    private static final List<String> SOURCES = List.of(
            "build.sh",
            "agent.c",
            "actors.c",
            "actors.h",
            "api.c",
            "api.h",
            "calls.c",
            "calls.h",
            "conversation.c",
            "conversation.h",
            "director.c",
            "director.h",
            "lookout.c",
            "lookout.h",
            "memory.c",
            "memory.h",
            "outbox.c",
            "outbox.h",
            "program.c",
            "program.h",
            "sight.c",
            "sight.h",
            "posix.c",
            "sdk.h",
            "system.h",
            "tables.h",
            "requests.c",
            "requests.h",
            "timers.c",
            "timers.h",
            "windows.c",
            "cJSON/cJSON.c",
            "cJSON/cJSON.h");
    private static final List<String> INCLUDES = List.of(
            "/usr/include/winpr2", "/usr/include/winpr3", "/usr/local/include/winpr2", "/usr/local/include/winpr3");
    private static final long BUILD_SECONDS_MAX = 120;

    private final String platform;
    private final String name;
    private final String compiler;
    private final String header;
    private final String remedy;
    private final String path;

    /**
     * @param platform as {@code build.sh} calls it
     * @param name of the executable
     * @param header that the compiler needs beside its own, or empty
     * @param remedy the command that installs what is missing
     * @param path where programs are looked for
     */
    CAgent(String platform, String name, String compiler, String header, String remedy, String path) {
        this.platform = platform;
        this.name = name;
        this.compiler = compiler;
        this.header = header;
        this.remedy = remedy;
        this.path = path;
    }

    /** What there is no executable for and what one cannot be made for, with the remedy; empty if there is or can be one. */
    public String missing() {
        if (Files.isExecutable(place())) {
            return "";
        }
        boolean hasCompiler = Stream.of(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, compiler)));
        boolean hasHeader =
                header.isEmpty() || INCLUDES.stream().anyMatch(folder -> Files.exists(Path.of(folder, header)));
        String lacking = Stream.of(hasCompiler ? "" : compiler, hasHeader ? "" : header)
                .filter(what -> !what.isEmpty())
                .reduce((one, other) -> one + " and " + other)
                .orElse("");
        return lacking.isEmpty() ? "" : "no " + lacking + " to build the agent in C with: " + remedy;
    }

    /**
     * The executable, which is built if there is none for these sources.
     *
     * @throws TargetUnavailableException with the remedy, or what the compiler said
     */
    public Path executable() throws TargetUnavailableException {
        Path place = place();
        if (Files.isExecutable(place)) {
            return place;
        }
        String missing = missing();
        if (!missing.isEmpty()) {
            throw new TargetUnavailableException(missing);
        }
        try {
            Files.createDirectories(place.getParent());
            Path workshop = Files.createTempDirectory(place.getParent(), "build");
            try {
                build(workshop);
                // Whoever builds at the same time makes the same.
                Files.move(workshop.resolve(name), place, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                delete(workshop);
            }
        } catch (IOException e) {
            throw new TargetUnavailableException(place + ": the agent in C cannot be put there: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetUnavailableException("interrupted while the agent in C was built", e);
        }
        return place;
    }

    private void build(Path workshop) throws IOException, InterruptedException, TargetUnavailableException {
        for (String source : SOURCES) {
            Path copy = workshop.resolve(source);
            Files.createDirectories(copy.getParent());
            Files.write(copy, read(source));
        }
        Path log = workshop.resolve("build.log");
        Process compilation = new ProcessBuilder("sh", "build.sh", platform, name)
                .directory(workshop.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = compilation.waitFor(BUILD_SECONDS_MAX, TimeUnit.SECONDS);
        if (!ended) {
            compilation.destroyForcibly();
        }
        if (!ended || compilation.exitValue() != 0) {
            String problem = Files.readAllLines(log).stream()
                    .filter(line -> line.contains("error"))
                    .findFirst()
                    .orElse(ended ? "exit status " + compilation.exitValue() : "it took too long");
            throw new TargetUnavailableException(
                    "the agent in C does not build with " + compiler + ": " + problem + "; try " + remedy);
        }
    }

    Path place() {
        return Path.of(System.getProperty("apctck.home", ""), ".apctck", "c-agent", platform + "-" + digest(), name)
                .toAbsolutePath();
    }

    private static String digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            SOURCES.forEach(source -> sha256.update(read(source)));
            return HexFormat.of().formatHex(sha256.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] read(String source) {
        try (InputStream stream = CAgent.class.getResourceAsStream("c-agent/" + source)) {
            if (stream == null) {
                throw new IllegalStateException("c-agent/" + source + " is not among the classes");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
