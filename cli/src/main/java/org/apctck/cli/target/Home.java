package org.apctck.cli.target;

import java.nio.file.Path;

/** The folder that the kit was checked out to. */
public final class Home {
    private Home() {}

    /** As the script says; the current folder where there is no script. */
    public static Path folder() {
        return Path.of(System.getProperty("apctck.home", ""));
    }

    /** A file below the folder by its place there, so that what is kept names it alike on every machine. */
    public static String relative(Path file) {
        Path home = folder().toAbsolutePath().normalize();
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(home) ? home.relativize(absolute).toString().replace('\\', '/') : file.toString();
    }
}
