package org.apctck.jna.wine;

import com.sun.jna.Native;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.apctck.kit.agent.AgentTarget;
import org.apctck.kit.agent.Keeper;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.format.InputException;

/**
 * Makes the target {@code wine} possible on this machine: Wine itself, a Java runtime for Windows, JNA's library for it, and a
 * Wine prefix.
 *
 * <p>All is made and tried out in a folder beside the one that runs use, and takes its place in one step at the end. Of two
 * setups at the same time the second waits for the first. A run that is in progress meanwhile goes on with what it has open.
 */
public final class WineSetup {
    /** JNA's own library for Windows. */
    static final String JNA_LIBRARY = "jnidispatch.dll";

    private static final String JNA_RESOURCE = "/com/sun/jna/win32-x86-64/" + JNA_LIBRARY;
    private static final String NEW = ".new-";
    private static final String OLD = ".old-";

    /** The first start makes the prefix: some 1500 files and the registry. */
    private static final long FIRST_BOOT_MILLIS = 120_000;

    private static final long ARCHIVE_MILLIS = 120_000;

    private final WineHome home;
    private final Packages packages;
    private final JreSource jre;
    private final Consumer<String> says;

    /**
     * @param jre where the Java runtime for Windows comes from
     * @param says takes a line for each step
     */
    WineSetup(WineHome home, Packages packages, JreSource jre, Consumer<String> says) {
        this.home = home;
        this.packages = packages;
        this.jre = jre;
        this.says = says;
    }

    /**
     * The setup for this process.
     *
     * @param jre a folder with a Java runtime for Windows, or empty to have one fetched
     */
    public static WineSetup ofProcess(Optional<Path> jre, Consumer<String> says) {
        SearchPath path = SearchPath.ofProcess();
        JreSource source = jre.isPresent() ? new JreSource.Folder(jre.get()) : new JreSource.Wheel(path);
        return new WineSetup(WineHome.ofProcess(), new Packages(path, says), source, says);
    }

    /**
     * Makes what is missing.
     *
     * @param again whether to make anew what is there already
     * @throws TargetUnavailableException with the remedy; nothing half-made is left, and what was there before still is
     * @throws InputException if the runtime or the folder that was named is of no use
     */
    public void run(boolean again) throws TargetUnavailableException, InterruptedException {
        try {
            Files.createDirectories(home.folder().getParent());
            try (FileChannel file =
                    FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock(file); // until the file is closed
                runLocked(again);
            }
        } catch (IOException e) {
            throw new TargetUnavailableException(
                    "setup of " + home.folder() + " failed: " + e
                            + "; see that the folder can be written and has room, or"
                            + " name another one in the variable APCTCK_WINE",
                    e);
        }
    }

    private void lock(FileChannel file) throws IOException {
        if (file.tryLock() == null) {
            says.accept("another setup is in progress; waiting for it");
            file.lock();
        }
    }

    private void runLocked(boolean again) throws IOException, TargetUnavailableException, InterruptedException {
        if (home.isForeign()) {
            throw new InputException(home.folder() + ": is there and was not made by a setup, which would remove it;"
                    + " name another folder in the variable APCTCK_WINE, or remove it");
        }
        removeLeftovers();
        Wine wine = packages.wine();
        packages.compiler();
        String version = wine.version();
        boolean isMade =
                home.missing().isEmpty() && version.equals(home.receipt().getProperty(WineHome.WINE_VERSION));
        if (isMade && !again) {
            says.accept("already set up: Wine " + version + ", Java "
                    + home.receipt().getProperty(WineHome.JAVA_VERSION) + " in " + home.folder());
            return;
        }
        WineHome fresh = new WineHome(Files.createTempDirectory(
                home.folder().getParent(), home.folder().getFileName() + NEW));
        // Whatever ends it, nothing half-made is left; by then the folder has its place, or is removed.
        Keeper keeper =
                Keeper.start(Keeper.REMOVES_FOLDER, Map.of(), fresh.folder().toString());
        try {
            make(wine, version, fresh);
            replace(fresh);
        } finally {
            keeper.close();
        }
        says.accept("set up: ./apctck run --target wine");
    }

    private void make(Wine wine, String version, WineHome fresh)
            throws IOException, TargetUnavailableException, InterruptedException {
        String java = jre.provide(fresh.jre(), says);
        says.accept("Java " + java + " for Windows");
        Files.createDirectory(fresh.jna());
        try (InputStream library = Native.class.getResourceAsStream(JNA_RESOURCE)) {
            if (library == null) {
                throw new IOException("JNA " + Native.VERSION + " has no " + JNA_RESOURCE);
            }
            Files.copy(library, fresh.jna().resolve(JNA_LIBRARY));
        }
        says.accept("making a Wine prefix…");
        makePrefix(wine, fresh);
        Properties receipt = new Properties();
        receipt.setProperty(WineHome.JAVA_VERSION, java);
        receipt.setProperty(WineHome.JNA_VERSION, Native.VERSION);
        receipt.setProperty(WineHome.WINE_VERSION, version);
        receipt.setProperty(WineHome.REGISTRY, fresh.registry());
        try (Writer file = Files.newBufferedWriter(fresh.folder().resolve(WineHome.RECEIPT))) {
            receipt.store(file, null);
        }
        says.accept("trying it out…");
        try (AgentTarget target = WineProvider.open(wine, fresh, WineProvider.limits(Map.of()))) {
            says.accept("Wine " + target.describe().version() + " answers, with "
                    + target.describe().apis().size() + " functions");
        }
    }

    private void makePrefix(Wine wine, WineHome fresh)
            throws IOException, TargetUnavailableException, InterruptedException {
        try (WineSession session = WineSession.start(wine, fresh.folder(), fresh.prefix(), FIRST_BOOT_MILLIS)) {
            Tool archive =
                    session.run(List.of(fresh.java().toString(), "-Xshare:dump", "-Xlog:disable"), ARCHIVE_MILLIS);
            if (!archive.isOk()) {
                throw new TargetUnavailableException("the Java runtime for Windows does not run under Wine "
                        + wine.version() + ": "
                        + (archive.isTimedOut() ? "it hangs" : archive.lastWords())
                        + "; give another one (17 is known to run) with --jre DIR");
            }
            session.shutDown();
            Files.move(session.prefix(), fresh.prefix());
        }
        Files.deleteIfExists(fresh.prefix().resolve("wineserver")); // where Debian's server notes its socket
        Optional<Path> modules = wine.modules();
        if (modules.isPresent()) {
            shareModules(
                    fresh.prefix().resolve("drive_c/windows/system32"),
                    modules.get().resolve("x86_64-windows"));
            shareModules(
                    fresh.prefix().resolve("drive_c/windows/syswow64"),
                    modules.get().resolve("i386-windows"));
        }
    }

    /** Links to Wine's own modules in place of copies of them, which take 700 MB. */
    private static void shareModules(Path copies, Path originals) throws IOException {
        if (!Files.isDirectory(copies) || !Files.isDirectory(originals)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(copies)) {
            for (Path copy : files) {
                Path original = originals.resolve(copy.getFileName());
                if (Files.isRegularFile(copy) && Files.isRegularFile(original) && Files.mismatch(copy, original) < 0) {
                    Files.delete(copy);
                    Files.createSymbolicLink(copy, original);
                }
            }
        }
    }

    private void replace(WineHome fresh) throws IOException {
        if (Files.exists(home.folder())) {
            Path old = Files.createTempDirectory(
                    home.folder().getParent(), home.folder().getFileName() + OLD);
            Files.move(home.folder(), old, StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh.folder(), home.folder());
            Folders.remove(old);
        } else {
            Files.move(fresh.folder(), home.folder());
        }
    }

    /** What a setup that was killed has left. */
    private void removeLeftovers() throws IOException {
        String name = home.folder().getFileName().toString();
        try (DirectoryStream<Path> siblings =
                Files.newDirectoryStream(home.folder().getParent())) {
            for (Path sibling : siblings) {
                String left = sibling.getFileName().toString();
                if (left.startsWith(name + NEW) || left.startsWith(name + OLD)) {
                    Folders.remove(sibling);
                }
            }
        }
    }
}
