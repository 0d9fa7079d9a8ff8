package org.apctck.kit.results;

import org.apctck.spec.format.Document;

/** Names of targets as names of files. */
public final class FileNames {
    private static final int LENGTH_MAX = 60;
    private static final int DIGEST_LENGTH = 8;

    private FileNames() {}

    /** A name as that of a file: as it is but for what is a separator somewhere, and told by a digest if it is long. */
    public static String plain(String name) {
        String plain =
                name.replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("\\.+$", "_"); // Windows drops a dot at the end
        return fits(plain) ? plain : withDigest(plain.substring(0, LENGTH_MAX - DIGEST_LENGTH - 1), name);
    }

    /** Whether a name is short enough. */
    public static boolean fits(String name) {
        return name.length() <= LENGTH_MAX;
    }

    /** A name that is told from others by the digest of what it stands for. */
    public static String withDigest(String name, String of) {
        return name + "-" + Document.digest(of).substring(0, DIGEST_LENGTH);
    }
}
