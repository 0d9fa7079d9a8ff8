package org.apctck.jna.wine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apctck.kit.agent.Keeper;
import org.apctck.spec.TargetUnavailableException;

/**
 * Wine, started in a prefix of its own for as long as this process needs it.
 *
 * <p>Its folder holds the prefix and everything temporary of Wine. A small shell, the keeper, waits for the end of its input,
 * which comes when the session is closed and also when this process has died in whatever way; then it ends Wine's server, with
 * which all of Wine ends, kills what has not ended (it knows it by its prefix), and removes the folder. Should the keeper itself be killed, the server ends by itself soon after its
 * last client, and the next session removes the folder.
 */
final class WineSession implements AutoCloseable {
    /** How long the server stays when nobody needs it; agents come one after the other. */
    private static final String LINGER_SECONDS = "5";

    private static final long SERVER_MILLIS = 20_000;
    private static final long FAREWELL_MILLIS = 15_000;

    private static final String KEEPER = """
            timeout -s KILL 5 "$1" -k >/dev/null 2>&1
            for left in $(grep -alsF "WINEPREFIX=$WINEPREFIX" /proc/[0-9]*/environ); do
              left=${left#/proc/}
              [ "${left%/environ}" = $$ ] || kill -KILL "${left%/environ}" 2>/dev/null
            done
            set -- "$2"
            """ + Keeper.REMOVES_FOLDER;

    private static final String PREFIX = "apctck-wine-";
    private static final Pattern OWNER = Pattern.compile(PREFIX + "(\\d+)-.*");

    private final Wine wine;
    private final Path folder;
    private final Keeper keeper;
    private final Thread atExit = new Thread(this::end, "wine-end");

    private WineSession(Wine wine, Path folder, Keeper keeper) {
        this.wine = wine;
        this.folder = folder;
        this.keeper = keeper;
    }

    /**
     * Starts Wine in a copy of {@code template}, which it leaves alone, or in an empty prefix if there is none.
     *
     * @param parent where the folder is made
     * @param template a prefix, or a path where there is nothing
     * @param bootMillis how long Wine may take to start
     * @throws TargetUnavailableException if it does not start
     */
    static WineSession start(Wine wine, Path parent, Path template, long bootMillis)
            throws TargetUnavailableException, InterruptedException {
        WineSession session;
        try {
            removeLeftovers(parent);
            Path folder = Files.createTempDirectory(
                    parent, PREFIX + ProcessHandle.current().pid() + "-");
            Keeper keeper = Keeper.start(
                    KEEPER, environment(wine, folder), wine.server().toString(), folder.toString());
            session = new WineSession(wine, folder, keeper);
        } catch (IOException e) {
            throw new TargetUnavailableException("no folder can be made for Wine: " + e, e);
        }
        try {
            Runtime.getRuntime().addShutdownHook(session.atExit);
        } catch (IllegalStateException exiting) {
            session.end();
            throw new InterruptedException("the process is about to end");
        }
        try {
            session.boot(template, bootMillis);
            return session;
        } catch (IOException e) {
            session.close();
            throw new TargetUnavailableException(
                    "Wine cannot be started in " + session.folder + ": " + e.getMessage() + "; see that there is room",
                    e);
        } catch (TargetUnavailableException | InterruptedException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private void boot(Path template, long bootMillis)
            throws IOException, InterruptedException, TargetUnavailableException {
        Files.createDirectory(temporary());
        Files.createDirectory(prefix());
        if (Files.exists(template)) {
            copy(template);
        }
        Tool server = Tool.run(List.of(wine.server().toString(), "-p" + LINGER_SECONDS), environment(), SERVER_MILLIS);
        if (!server.isOk()) {
            throw new TargetUnavailableException(wine.server() + " does not start: " + said(server, SERVER_MILLIS)
                    + "; see to it, or put another Wine first on the PATH");
        }
        // All that Wine starts by itself starts now, and not as a child of the first agent.
        Tool first = run(List.of("cmd.exe", "/c", "exit"), bootMillis);
        if (!first.isOk()) {
            throw new TargetUnavailableException("Wine does not start: " + said(first, bootMillis) + "; see to "
                    + wine.loader()
                    + (Files.exists(template)
                            ? ", or make its prefix anew: ./apctck setup wine --again"
                            : ", or put another Wine first on the PATH"));
        }
    }

    private static String said(Tool tool, long limitMillis) {
        return tool.isTimedOut() ? "nothing came of it within " + limitMillis / 1000 + " s" : tool.lastWords();
    }

    /** The registry is a copy of its own, for Wine writes to it; the files are there for all. */
    private void copy(Path template) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(template, "{*.reg,.update-timestamp}")) {
            for (Path file : files) {
                Files.copy(file, prefix().resolve(file.getFileName()));
            }
        }
        Files.createSymbolicLink(prefix().resolve("drive_c"), template.resolve("drive_c"));
        Path devices = Files.createDirectory(prefix().resolve("dosdevices"));
        Files.createSymbolicLink(devices.resolve("c:"), Path.of("../drive_c"));
        Files.createSymbolicLink(devices.resolve("z:"), Path.of("/"));
    }

    Path prefix() {
        return folder.resolve("prefix");
    }

    private Path temporary() {
        return folder.resolve("tmp");
    }

    /** The variables of a program that Wine runs here, beside those of this process. */
    Map<String, String> environment() {
        return environment(wine, folder);
    }

    private static Map<String, String> environment(Wine wine, Path folder) {
        return Map.of(
                "WINEPREFIX", folder.resolve("prefix").toString(),
                "WINESERVER", wine.server().toString(),
                "WINEARCH", "win64",
                "WINEDEBUG", "-all",
                // No menus, no offers to install what no program here needs.
                "WINEDLLOVERRIDES", "winemenubuilder.exe,mscoree,mshtml=",
                "DISPLAY", "",
                "WAYLAND_DISPLAY", "",
                "LC_ALL", "C.UTF-8",
                "TMPDIR", folder.resolve("tmp").toString());
    }

    /** The command line of a program for Windows. */
    List<String> command(List<String> program) {
        List<String> command = new java.util.ArrayList<>(List.of(wine.loader().toString()));
        command.addAll(program);
        return command;
    }

    /** Runs a program for Windows to its end. */
    Tool run(List<String> program, long limitMillis) throws IOException, InterruptedException {
        return Tool.run(command(program), environment(), limitMillis);
    }

    /** Ends Wine without removing its folder, so that all it knows is on disk. */
    void shutDown() throws IOException, InterruptedException {
        Tool.run(List.of(wine.server().toString(), "-k"), environment(), FAREWELL_MILLIS);
    }

    /** Ends Wine and removes its folder. */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exiting) {
            // The hook does the same, at the same time.
            return;
        }
    }

    private void end() {
        keeper.close();
    }

    /** Removes the folders of processes that are gone, and whose keepers were killed. */
    private static void removeLeftovers(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                Matcher owner = OWNER.matcher(folder.getFileName().toString());
                if (owner.matches()
                        && ProcessHandle.of(Long.parseLong(owner.group(1))).isEmpty()) {
                    Folders.removeIfPossible(folder);
                }
            }
        }
    }
}
