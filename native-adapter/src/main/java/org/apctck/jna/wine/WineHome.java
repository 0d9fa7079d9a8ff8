package org.apctck.jna.wine;

import com.sun.jna.Native;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;

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

    private static final String REMEDY = "run ./apctck setup wine";
    private static final String REGISTRY_BEGINS = "WINE REGISTRY";

    /**
     * The folder for this process: the system property {@code apctck.wine}, the variable {@code APCTCK_WINE}, else {@code
     * .apctck/wine} in the folder of the kit.
     */
    public static WineHome ofProcess() {
        String named = System.getProperty("apctck.wine", System.getenv("APCTCK_WINE"));
        Path folder = named != null && !named.isEmpty()
                ? Path.of(named)
                : Path.of(System.getProperty("apctck.home", ""), ".apctck", "wine");
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

    /** Why it cannot be used, with the remedy; empty if it can. */
    String missing() {
        if (!Files.exists(folder.resolve(RECEIPT))) {
            return "no Java runtime for Windows here; " + REMEDY;
        }
        Properties receipt = receipt();
        if (!Native.VERSION.equals(receipt.getProperty(JNA_VERSION))) {
            return folder + " was made for JNA " + receipt.getProperty(JNA_VERSION) + ", this kit has " + Native.VERSION
                    + "; " + REMEDY;
        }
        if (!Files.exists(java()) || !Files.exists(jna().resolve(WineSetup.JNA_LIBRARY))) {
            return folder + " is incomplete; " + REMEDY;
        }
        return hasPrefix() ? "" : prefix() + " is no Wine prefix any more; " + REMEDY;
    }

    private boolean hasPrefix() {
        if (!Files.exists(prefix().resolve("drive_c/windows/system32/kernel32.dll"))) {
            return false;
        }
        try (BufferedReader registry =
                Files.newBufferedReader(prefix().resolve("system.reg"), StandardCharsets.ISO_8859_1)) {
            return Objects.requireNonNullElse(registry.readLine(), "").startsWith(REGISTRY_BEGINS);
        } catch (IOException e) {
            return false;
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
