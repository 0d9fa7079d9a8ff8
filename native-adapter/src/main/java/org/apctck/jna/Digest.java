package org.apctck.jna;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apctck.spec.TargetUnavailableException;

/** SHA-256, in hexadecimal. */
public final class Digest {
    private Digest() {}

    /** The digest of files, one after the other. */
    public static String ofFiles(List<Path> files) throws TargetUnavailableException {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                sha256.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (IOException e) {
            throw new TargetUnavailableException("cannot be read: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
