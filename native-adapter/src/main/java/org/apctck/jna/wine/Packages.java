package org.apctck.jna.wine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apctck.spec.TargetUnavailableException;

/** The programs that a setup needs, installed as packages of Debian and Ubuntu where that is possible. */
final class Packages {
    private static final String WINE = "wine64";
    private static final String COMPILER = "gcc-mingw-w64-x86-64";
    private static final long INSTALL_MILLIS = 900_000;

    private final SearchPath path;
    private final Consumer<String> says;

    /**
     * @param says takes a line for each step
     */
    Packages(SearchPath path, Consumer<String> says) {
        this.path = path;
        this.says = says;
    }

    /**
     * Wine, installed if need be.
     *
     * @throws TargetUnavailableException with the remedy, if there is none and it cannot be installed
     */
    Wine wine() throws TargetUnavailableException, InterruptedException {
        Optional<Path> found = path.find("wine64", "wine");
        if (found.isEmpty()) {
            String problem = install(WINE);
            if (!problem.isEmpty()) {
                throw new TargetUnavailableException("there is no Wine, and " + problem + "; install Wine for 64-bit"
                        + " programs (Debian, Ubuntu: apt-get install " + WINE + ") and run ./apctck setup wine again");
            }
        }
        return Wine.find("", path);
    }

    /** The compiler for Windows, installed if need be; only the C agent needs it, so it is no error if there is none. */
    void compiler() throws InterruptedException {
        if (path.find("x86_64-w64-mingw32-gcc").isEmpty()) {
            String problem = install(COMPILER);
            if (!problem.isEmpty()) {
                says.accept("no MinGW, and " + problem
                        + ": the C agent cannot be built (Debian, Ubuntu: apt-get install " + COMPILER + ")");
            }
        }
    }

    /** Installs a package; says why it could not. */
    private String install(String name) throws InterruptedException {
        Optional<Path> apt = path.find("apt-get");
        if (apt.isEmpty()) {
            return "no apt-get to install it";
        }
        if (!isRoot()) {
            return "only root can install it";
        }
        says.accept("installing " + name + "…");
        List<String> command = new ArrayList<>(List.of(apt.get().toString()));
        Map<String, String> environment = Map.of("DEBIAN_FRONTEND", "noninteractive");
        try {
            List<String> update = new ArrayList<>(command);
            update.addAll(List.of("update", "-qq"));
            Tool updated = Tool.runToItsEnd(update, environment, INSTALL_MILLIS);
            command.addAll(List.of("install", "-y", "-qq", "--no-install-recommends", name));
            Tool installed = Tool.runToItsEnd(command, environment, INSTALL_MILLIS);
            if (installed.isOk()) {
                return "";
            }
            return "apt-get cannot install it: " + (updated.isOk() ? installed : updated).lastWords();
        } catch (IOException e) {
            return "apt-get cannot be started: " + e.getMessage();
        }
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException notLinux) {
            return false;
        }
    }
}
