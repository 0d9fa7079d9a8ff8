package org.apctck.kit.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of the folders that results of targets are kept in.
 *
 * <p>Each is made of the name of its target alone, so that the next run finds it again. A recording goes by the name of its
 * file, wherever that lies, for the next night records to another folder; only where two of one run have files of the same name
 * is told apart by the folders above them.
 */
public final class FolderNames {
    private static final String RECORDING = "recording:";
    private static final String RECORDING_ENDS = ".ndjson";

    private FolderNames() {}

    /** The names for the targets of one run, in their order; targets with different names have different ones. */
    public static List<String> of(List<String> targets) {
        Set<String> distinct = new TreeSet<>(targets);
        return targets.stream().map(target -> among(distinct, target)).toList();
    }

    private static String among(Set<String> targets, String target) {
        for (int above = 0; above <= foldersAbove(target); above++) {
            String name = name(target, above);
            int depth = above;
            if (targets.stream()
                            .filter(other -> isSame(name(other, depth), name))
                            .count()
                    == 1) {
                return name;
            }
        }
        return FileNames.withDigest(name(target, 0), target);
    }

    /** Two names that differ in nothing but capitals are one folder on some systems. */
    private static boolean isSame(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }

    private static int foldersAbove(String target) {
        return target.startsWith(RECORDING) ? file(target).getNameCount() - 1 : 0;
    }

    /** The name of a target; that of a recording with the names of as many folders above it before it. */
    private static String name(String target, int above) {
        if (!target.startsWith(RECORDING)) {
            return FileNames.plain(target);
        }
        Path file = file(target);
        List<String> parts = new ArrayList<>();
        for (int index = Math.max(0, file.getNameCount() - 1 - above); index < file.getNameCount(); index++) {
            parts.add(FileNames.plain(withoutEnd(file.getName(index).toString())));
        }
        String name = String.join("+", parts); // no plain name has one
        return FileNames.plain(RECORDING)
                + (FileNames.fits(name)
                        ? name
                        : FileNames.withDigest(FileNames.plain(parts.get(parts.size() - 1)), name));
    }

    private static Path file(String target) {
        return Path.of(target.substring(RECORDING.length())).toAbsolutePath().normalize();
    }

    private static String withoutEnd(String file) {
        return file.endsWith(RECORDING_ENDS) && file.length() > RECORDING_ENDS.length()
                ? file.substring(0, file.length() - RECORDING_ENDS.length())
                : file;
    }
}
