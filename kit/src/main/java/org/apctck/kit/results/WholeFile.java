package org.apctck.kit.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file as a whole or not at all, in place of what is there, be it a link to something else. */
public final class WholeFile {
    private WholeFile() {}

    /** Writes {@code text} in UTF-8. */
    public static void write(Path file, String text) throws IOException {
        // Not a temporary file, which only its owner could read.
        Path fresh = file.resolveSibling("." + file.getFileName() + "-" + UUID.randomUUID() + ".new");
        try {
            Files.writeString(fresh, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
