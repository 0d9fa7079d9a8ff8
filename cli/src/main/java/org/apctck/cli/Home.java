package org.apctck.cli;

import java.nio.file.Path;

/** The folder that the kit was checked out to. */
final class Home {
    private Home() {}

    /** As the script says; the current folder where there is no script. */
    static Path folder() {
        return Path.of(System.getProperty("apctck.home", ""));
    }
}
