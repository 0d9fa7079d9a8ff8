package org.apctck.jna.wine;

import com.sun.jna.Native;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apctck.jna.Digest;
import org.apctck.spec.TargetUnavailableException;

/**
 * The folder in which the kit keeps what it needs to run under Wine. All of it is made by {@link WineSetup}, elsewhere, and put
 * in its place in one step: either it is whole or it is not there.
 *
 * @param folder beside it, {@code .lock} is held by who makes it
 */
public record WineHome(Path folder) {
    /** What a setup without flaws writes at its very end. */
    static final String RECEIPT = "receipt.properties";

    static final String JNA_VERSION = "jna";
    static final String JAVA_VERSION = "java";
    static final String WINE_VERSION = "wine";

    static final String REGISTRY = "registry";

    private static final String REMEDY = "run ./apctck setup wine";

    /**
     * The folder for this process: the variable {@code APCTCK_WINE}, the system property {@code apctck.wine}, else {@code
     * .apctck/wine} in the folder of the kit.
     */
    public static WineHome ofProcess() {
        String variable = System.getenv("APCTCK_WINE");
        String named = variable != null && !variable.isEmpty() ? variable : System.getProperty("apctck.wine", "");
        Path folder =
                !named.isEmpty() ? Path.of(named) : Path.of(System.getProperty("apctck.home", ""), ".apctck", "wine");
        return new WineHome(folder.toAbsolutePath().normalize());
    }

    Path lock() {
        return folder.resolveSibling(folder.getFileName() + ".lock");
    }

    /** The Java runtime for Windows. */
    Path jre() {
        return folder.resolve("jre");
    }

    Path java() {
        return jre().resolve("bin").resolve("java.exe");
    }

    /** The folder with JNA's own library for Windows. */
    Path jna() {
        return folder.resolve("jna");
    }

    /** The prefix that every run's own prefix is a copy of. */
    Path prefix() {
        return folder.resolve("prefix");
    }

    /** Whether there is something in its place that no setup has made. */
    boolean isForeign() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            return files.iterator().hasNext() && !Files.exists(folder.resolve(RECEIPT));
        }
    }

    /** Why it cannot be used, with the remedy; empty if it can. */
    String missing() {
        if (!Files.exists(folder.resolve(RECEIPT))) {
            return "no Java runtime for Windows here; " + REMEDY;
        }
        Properties receipt = receipt();
        String jna = receipt.getProperty(JNA_VERSION, "");
        if (!jna.isEmpty() && !jna.equals(Native.VERSION)) {
            return folder + " was made for JNA " + jna + ", this kit has " + Native.VERSION + "; " + REMEDY;
        }
        if (jna.isEmpty() || !Files.exists(java()) || !Files.exists(jna().resolve(WineSetup.JNA_LIBRARY))) {
            return folder + " is incomplete; " + REMEDY;
        }
        return hasPrefix(receipt) ? "" : prefix() + " is no Wine prefix any more; " + REMEDY;
    }

    /** No run writes to the prefix, so its registry is as it was made, if that was noted. */
    private boolean hasPrefix(Properties receipt) {
        return Files.exists(prefix().resolve("drive_c/windows/system32/kernel32.dll"))
                && registry().equals(receipt.getProperty(REGISTRY, registry()));
    }

    /** The SHA-256 of the prefix's registry, in hexadecimal; empty if it cannot be read. */
    String registry() {
        List<Path> files = Stream.of("system.reg", "user.reg", "userdef.reg")
                .map(prefix()::resolve)
                .toList();
        try {
            return Digest.ofFiles(files);
        } catch (TargetUnavailableException unreadable) {
            return "";
        }
    }

    /** What a setup has noted; empty if it cannot be read. */
    Properties receipt() {
        Properties receipt = new Properties();
        try (Reader file = Files.newBufferedReader(folder.resolve(RECEIPT))) {
            receipt.load(file);
        } catch (IOException | IllegalArgumentException unreadable) {
            return new Properties();
        }
        return receipt;
    }
}
