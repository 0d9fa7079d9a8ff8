package org.apctck.jna.wine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A folder of shell scripts that stand in for the programs of a machine. */
final class FakePrograms {
    /** A Wine that answers everything and does nothing. */
    static final String WINE = "[ \"$1\" = --version ] && echo 'wine-9.9 (fake)'; exit 0";

    private final Path folder;

    FakePrograms(Path folder) {
        this.folder = folder;
    }

    Path put(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    SearchPath path() {
        return new SearchPath(List.of(folder));
    }

    Wine wine(String loader, String server) throws IOException {
        return new Wine(put("wine64", loader), put("wineserver64", server));
    }
}
