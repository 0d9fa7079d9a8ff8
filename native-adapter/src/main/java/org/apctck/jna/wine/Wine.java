package org.apctck.jna.wine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apctck.jna.Digest;
import org.apctck.spec.TargetUnavailableException;

/**
 * A Wine of this machine.
 *
 * @param loader runs programs for Windows
 * @param server serves them; one for each prefix
 */
record Wine(Path loader, Path server) {
    static final String REMEDY =
            "install Wine for 64-bit programs (Debian, Ubuntu: apt-get install wine64) or run ./apctck setup"
                    + " wine as root";

    /** Where the functions under test are, beside the server. */
    private static final String[] API = {
        "x86_64-windows/kernel32.dll",
        "x86_64-windows/kernelbase.dll",
        "x86_64-windows/ntdll.dll",
        "x86_64-unix/ntdll.so",
    };

    private static final long VERSION_MILLIS = 10_000;

    /** The server itself comes before the script that Debian has in its place, which starts servers that never end. */
    private static final String[] SERVERS = {"wineserver64", "wineserver"};

    /**
     * The Wine whose loader was named, or else the one that is found first.
     *
     * @param loader or empty
     * @throws TargetUnavailableException with the remedy, if there is none
     */
    static Wine find(String loader, SearchPath path) throws TargetUnavailableException {
        if (!loader.isEmpty()) {
            Path named = Path.of(loader).toAbsolutePath();
            if (!Files.isExecutable(named)) {
                throw new TargetUnavailableException(
                        named + ": no such program; give the path of wine64 with --library");
            }
            return at(named, path);
        }
        Path found = path.find("wine64", "wine")
                .orElseThrow(() -> new TargetUnavailableException("no Wine on this machine; " + REMEDY));
        return at(found, path);
    }

    private static Wine at(Path loader, SearchPath path) throws TargetUnavailableException {
        Optional<Path> beside = Stream.of(SERVERS)
                .map(loader::resolveSibling)
                .filter(Files::isExecutable)
                .findFirst();
        Path server = beside.or(() -> path.find(SERVERS))
                .orElseThrow(() -> new TargetUnavailableException(
                        "no wineserver beside " + loader + " and none on the path; " + REMEDY));
        return new Wine(loader, server);
    }

    /**
     * What it calls itself, {@code 8.0 (Debian 8.0~repack-4)}.
     *
     * @throws TargetUnavailableException if it does not say so at once
     */
    String version() throws TargetUnavailableException, InterruptedException {
        try {
            Tool said = Tool.run(List.of(loader.toString(), "--version"), Map.of("WINEDEBUG", "-all"), VERSION_MILLIS);
            if (said.isOk()) {
                return said.lastWords().replaceFirst("^wine-", "");
            }
            throw new TargetUnavailableException("`" + loader + " --version` "
                    + (said.isTimedOut() ? "hangs" : "fails: " + said.lastWords()) + "; " + REMEDY);
        } catch (IOException e) {
            throw new TargetUnavailableException(loader + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** The folder with its modules for Windows, if it is where Wine has it as a rule. */
    Optional<Path> modules() {
        return Stream.of("x86_64-linux-gnu/wine", "lib64/wine", "lib/wine", "lib/x86_64-linux-gnu/wine")
                .map(folder -> loader.resolveSibling("..").resolve(folder).normalize())
                .filter(folder -> Files.exists(folder.resolve("x86_64-windows/kernel32.dll")))
                .findFirst();
    }

    /** The SHA-256 of the files that are the API here, in hexadecimal; empty if they are not found. */
    String digest() throws TargetUnavailableException {
        Optional<Path> modules = modules();
        if (modules.isEmpty()) {
            return "";
        }
        return Digest.ofFiles(
                Stream.concat(Stream.of(API).map(modules.get()::resolve).filter(Files::exists), Stream.of(server))
                        .toList());
    }
}
